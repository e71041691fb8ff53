package org.learningadvocate.preview;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.chat.Stamp;

/** Moments as the company's people write them, in their zone. */
final class Times {

  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  Times(Company company) {
    zone = company.zone();
    // The words are English; the locale only says which comes first.
    String date = company.locale().getCountry().equals("US") ? "MMM d, yyyy" : "d MMM yyyy";
    day = DateTimeFormatter.ofPattern(date, Locale.ENGLISH);
    moment = DateTimeFormatter.ofPattern("EEE " + date + ", HH:mm", Locale.ENGLISH);
  }

  String moment(String ts) {
    return moment.format(Stamp.toInstant(ts).atZone(zone));
  }

  /** For machines: ISO, with its offset. */
  String iso(String ts) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Stamp.toInstant(ts).atZone(zone));
  }

  String period(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null || to == null) {
      return "nothing was said";
    }
    return from.equals(to) ? day.format(from) : day.format(from) + " – " + day.format(to);
  }

  static String took(Duration took) {
    if (took.toMillis() < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
    }
    return took.toMinutes() < 1
        ? took.toSeconds() + " s"
        : took.toMinutes() + " min " + took.toSecondsPart() + " s";
  }
}
