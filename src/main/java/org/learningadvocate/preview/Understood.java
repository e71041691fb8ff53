package org.learningadvocate.preview;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.homework.PastRequests;
import org.learningadvocate.homework.Subject;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.Given;
import org.learningadvocate.question.Heard;
import org.learningadvocate.question.Known;
import org.learningadvocate.question.Names;
import org.learningadvocate.question.Plan;
import org.learningadvocate.question.Planner;
import org.learningadvocate.question.Remark;
import org.learningadvocate.question.Reply;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.ReasonTexts;
import org.learningadvocate.request.Topic;

/**
 * What the bot would make of a message and of its thread, with the parts that {@code serve} uses.
 */
final class Understood {

  private final Locale locale;
  private final Reader reader;
  private final Homework homework;
  private final Planner planner;
  private final AnswerReader replies;
  private final Names names;

  Understood(Catalogue catalogue, Locale locale, Meaning meaning, Wording wording) {
    this.reader = new Reader(wording.texts(ReasonTexts.class));
    this.locale = locale;
    this.homework = Homework.over(catalogue, meaning);
    this.planner = new Planner(wording);
    this.replies = AnswerReader.load(meaning);
    this.names =
        new Names(
            catalogue.priorities().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.title()), entry.aliases().stream()))
                .toList(),
            catalogue.initiatives().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.title()), entry.aliases().stream()))
                .toList(),
            catalogue.people().stream().map(Contact::name).toList());
  }

  /** A message and what was made of it; nothing is found or asked where it is no request. */
  record Message(Reading reading, List<Finding> findings, Plan plan) {

    /** The topics that the message itself answers. */
    Set<Topic> told() {
      return Known.told(reading, findings);
    }
  }

  /**
   * @param posted in the zone that counts for its dates
   * @param place the channel's name; null where it is unknown
   * @param needed from which likelihood on it is taken for a request
   * @param past the requests that came before
   */
  Message message(
      String text, ZonedDateTime posted, @Nullable String place, double needed, PastRequests past) {
    var reading = reader.read(text, posted, locale);
    if (reading.likelihood() < needed) {
      return new Message(reading, List.of(), new Plan(List.of(), List.of()));
    }
    var findings = homework.about(new Subject(text, reading, posted.toLocalDate(), place), past);
    var plan =
        planner.plan(
            reading.least(),
            reading.due(),
            new Days(posted.toLocalDate(), locale),
            findings,
            Known.byText(Known.told(reading, findings)).doubting(reading.perhaps()));
    return new Message(reading, findings, plan);
  }

  /** The answers that the replies of a thread give, also those that do not stand in the end. */
  List<Given> answers(List<Topic> asked, List<Remark> thread, Members members) {
    return replies.given(asked, thread, names, members);
  }

  List<Heard> thread(List<Topic> asked, List<Reply> thread) {
    return replies.read(asked, thread, names);
  }
}
