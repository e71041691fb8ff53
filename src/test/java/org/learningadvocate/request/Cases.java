package org.learningadvocate.request;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labelled messages of some companies, as the reader is trained on them. */
final class Cases {
  /** The messages of one company, and how its people write dates. */
  record Company(String name, Locale locale, List<Case> cases) {}

  /** One message and what a person says it means; the labels say nothing where it is no request. */
  record Case(
      String company,
      String id,
      ZonedDateTime postedAt,
      Locale locale,
      String text,
      boolean request,
      Deliverable deliverable,
      Size size,
      @Nullable LocalDate due,
      @Nullable String audience,
      Set<Topic> answered) {}

  private Cases() {}

  /** Every company under {@code root} that may be learned from, in order of its path. */
  static List<Company> under(Path root) {
    return of(org.learningadvocate.evaluation.Cases.in(root));
  }

  static List<Company> of(List<org.learningadvocate.evaluation.Cases> companies) {
    return companies.stream().map(Cases::of).toList();
  }

  private static Company of(org.learningadvocate.evaluation.Cases company) {
    return new Company(
        company.name(),
        company.locale(),
        company.messages().stream()
            .map(
                message -> {
                  var label = message.reading();
                  return new Case(
                      company.name(),
                      message.id(),
                      message.postedAt(),
                      company.locale(),
                      message.text(),
                      label.isRequest(),
                      label.deliverable(),
                      label.size(),
                      label.due(),
                      label.audience(),
                      label.answered());
                })
            .toList());
  }
}
