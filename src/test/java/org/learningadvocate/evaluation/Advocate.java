package org.learningadvocate.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.evaluation.Prediction.Match;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.homework.PastRequests;
import org.learningadvocate.homework.Subject;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.Known;
import org.learningadvocate.question.Names;
import org.learningadvocate.question.Planner;
import org.learningadvocate.question.Question;
import org.learningadvocate.question.Reply;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.Topic;

/**
 * The bot's judgement of one company's messages and threads, put together as {@code preview} does
 * from parts that may have learned less.
 */
final class Advocate {
  private final Cases company;
  private final Reader reader;
  private final Homework homework;
  private final AnswerReader replies;
  private final Planner planner = new Planner(Wording.of("en"));
  private final Names names;

  Advocate(Cases company, Reader reader, Homework homework, AnswerReader replies) {
    this.company = company;
    this.reader = reader;
    this.homework = homework;
    this.replies = replies;
    var catalogue = company.catalogue();
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

  Prediction read(Cases.Message message) {
    var reading = reader.read(message.text(), message.postedAt(), company.locale());
    if (!reading.isRequest()) {
      return new Prediction(reading, List.of(), null, List.of(), List.of());
    }
    var findings =
        homework.about(
            new Subject(message.text(), reading, message.posted(), message.channel()),
            PastRequests.NONE);
    var told = Known.told(reading, findings);
    var plan =
        planner.plan(
            reading.least(),
            reading.due(),
            new Days(message.posted(), company.locale()),
            findings,
            Known.byText(told).doubting(reading.perhaps()));
    var priorities = new ArrayList<Match>();
    Match about = null;
    var overlaps = new ArrayList<Match>();
    for (var finding : findings) {
      if (finding instanceof Finding.PriorityServed found) {
        priorities.add(new Match(found.priority().id(), found.confidence(), found.title()));
      } else if (finding instanceof Finding.About found) {
        about = new Match(found.initiative().id(), found.confidence(), found.initiative().title());
      } else if (finding instanceof Finding.Overlap found) {
        overlaps.add(
            new Match(
                found.initiative().id(),
                found.confidence(),
                found.title() + " reaches " + found.people()));
      }
    }
    return new Prediction(
        reading.answering(told),
        priorities,
        about,
        overlaps,
        plan.questions().stream().map(Question::topic).toList());
  }

  /** The questions that each reply answers, by its id. */
  Map<String, Set<Topic>> read(Cases.Thread thread) {
    var said =
        thread.replies().stream().map(reply -> new Reply(by(reply.user()), reply.text())).toList();
    var heard = replies.read(thread.asked(), said, names);
    var answered = new HashMap<String, Set<Topic>>();
    for (int i = 0; i < said.size(); i++) {
      answered.put(thread.replies().get(i).id(), heard.get(i).topics());
    }
    return answered;
  }

  private static Reply.By by(String user) {
    return switch (user) {
      case "requester" -> Reply.By.REQUESTER;
      case "designer" -> Reply.By.DESIGNER;
      default -> Reply.By.OTHER;
    };
  }
}
