package org.learningadvocate.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.EarlierAnswer;
import org.learningadvocate.request.Size;
import org.learningadvocate.request.Topic;

/**
 * What is still worth asking, most useful first, and no more than the size of the work deserves.
 * What an earlier request answered is not asked anew: whether it still holds takes one tap.
 */
public final class Planner {

  /** Below this a priority is as likely wrong as right: no question is worded with it. */
  private static final double LIKELIER = 0.5;

  /** As long as this a list of people reads well within a question. */
  private static final int PEOPLE = 60;

  /** What a control can hold of a label, and of a value beside the request's id. */
  private static final int LABEL = 75;

  private static final int ID = 80;
  private static final int QUOTE = 160;

  private final QuestionTexts texts;

  public Planner(Wording wording) {
    this.texts = wording.texts(QuestionTexts.class);
  }

  /**
   * Chooses the questions.
   *
   * @param size how many there may be
   * @param due the day it is needed; null where unknown
   * @param days how days are said
   * @param findings what the homework found
   */
  public Plan plan(
      Size size, @Nullable LocalDate due, Days days, List<Finding> findings, Known known) {
    var useful = useful(size, findings, known);
    // What was asked stays asked, so that an answer is not followed by another question.
    var asked =
        known.numbering().stream()
            .filter(topic -> useful.contains(topic) || known.settled().contains(topic));
    var open =
        Stream.concat(asked, useful.stream())
            .distinct()
            .filter(topic -> !known.byText().contains(topic))
            .toList();
    var surelyOpen =
        open.stream()
            .filter(topic -> !known.perhaps().contains(topic) || known.numbering().contains(topic))
            .toList();
    var wanted = (surelyOpen.isEmpty() ? open : surelyOpen).stream().limit(size.room()).toList();
    var numbers = new LinkedHashSet<>(known.numbering());
    numbers.addAll(wanted);
    var all = List.copyOf(numbers);
    var asking = new Asking(due, days, findings, known.earlier());
    var questions =
        wanted.stream()
            .map(topic -> question(all.indexOf(topic) + 1, topic, asking))
            .sorted(Comparator.comparingInt(Question::number))
            .toList();
    return new Plan(questions, all);
  }

  /** What questions are worded with. */
  private record Asking(
      @Nullable LocalDate due,
      Days days,
      List<Finding> findings,
      Map<Topic, EarlierAnswer> earlier) {

    <T extends Finding> Optional<T> first(Class<T> kind) {
      return all(kind).findFirst();
    }

    <T extends Finding> Stream<T> all(Class<T> kind) {
      return findings.stream().filter(kind::isInstance).map(kind::cast);
    }
  }

  /** Topics in the order of how much their answer changes the work; of equals, taps before text. */
  private static List<Topic> useful(Size size, List<Finding> findings, Known known) {
    var served =
        findings.stream()
            .filter(Finding.PriorityServed.class::isInstance)
            .map(Finding.PriorityServed.class::cast)
            .toList();
    boolean overlapFound = findings.stream().anyMatch(Finding.Overlap.class::isInstance);
    var topics = new ArrayList<Topic>();
    topics.add(Topic.OUTCOME);
    if (served.isEmpty()) {
      topics.add(Topic.PRIORITY);
    }
    // Whoever asks for a one-pager is not asked to survey the company: only where we know of one.
    if (overlapFound || size != Size.SMALL) {
      topics.add(Topic.ROLLOUTS);
    }
    var rest = new ArrayList<Topic>();
    if (size != Size.SMALL) {
      rest.add(Topic.HORIZON);
    }
    rest.add(Topic.PARALLEL);
    if (size == Size.LARGE) {
      rest.add(Topic.PEOPLE);
      // What a person has said is not asked again.
      if (!served.isEmpty() && served.get(0).confidence() < 1) {
        rest.add(Topic.PRIORITY);
      }
    }
    rest.sort(
        Comparator.comparing(
            topic -> !known.earlier().containsKey(topic) && topic != Topic.PRIORITY));
    topics.addAll(rest);
    return topics;
  }

  private Question question(int number, Topic topic, Asking asking) {
    var earlier = asking.earlier().get(topic);
    if (earlier != null) {
      return new Question(
          number,
          topic,
          stillTrue(earlier, asking.days()),
          List.of(new Tap(Tap.STILL_TRUE, texts.tapStill(), earlier.text())));
    }
    return switch (topic) {
      case OUTCOME -> new Question(number, topic, outcome(asking), List.of());
      case PRIORITY -> new Question(number, topic, priority(asking), priorityTaps(asking));
      case ROLLOUTS -> rollouts(number, asking);
      case HORIZON -> new Question(number, topic, horizon(asking), List.of());
      case PARALLEL -> new Question(number, topic, texts.parallel(), List.of());
      case PEOPLE -> new Question(number, topic, people(asking), List.of());
    };
  }

  private Words stillTrue(EarlierAnswer earlier, Days days) {
    var day = LocalDate.ofInstant(Stamp.toInstant(earlier.at()), java.time.ZoneOffset.UTC);
    var request = earlier.request();
    return texts.still(
        days.say(day),
        Words.NONE.name(earlier.who()),
        Words.NONE.linkToMessage(request.channel(), request.ts(), clip(earlier.title(), 60)),
        clip(earlier.text(), QUOTE));
  }

  private Words outcome(Asking asking) {
    return asking
        .first(Finding.PriorityServed.class)
        .filter(served -> served.confidence() >= LIKELIER)
        .map(served -> texts.outcomePriority(Words.NONE.italic(served.title())))
        .orElseGet(texts::outcome);
  }

  private Words priority(Asking asking) {
    var served = asking.all(Finding.PriorityServed.class).map(one -> one.title()).toList();
    if (served.size() == 1) {
      return texts.priorityOne(Words.NONE.italic(served.get(0)));
    }
    if (!served.isEmpty()) {
      return texts.prioritySeveral(Words.NONE.italic(String.join(" · ", served)));
    }
    return asking.first(Finding.Candidates.class).isPresent()
        ? texts.priorityAmong()
        : texts.priority();
  }

  private List<Tap> priorityTaps(Asking asking) {
    var taps =
        asking
            .first(Finding.Candidates.class)
            .map(Finding.Candidates::likeliest)
            .orElse(List.of())
            .stream()
            .filter(one -> one.id().length() <= ID)
            .map(one -> new Tap(Tap.PRIORITY + one.id(), clip(one.title(), LABEL), one.title()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!taps.isEmpty()) {
      taps.add(tap("none", texts.tapNone()));
      taps.add(tap("unsure", texts.tapUnsure()));
    }
    return taps;
  }

  private Question rollouts(int number, Asking asking) {
    var found = asking.first(Finding.Overlap.class).orElse(null);
    if (found == null) {
      return new Question(number, Topic.ROLLOUTS, texts.rollouts(), List.of());
    }
    boolean runs = !found.starts().isAfter(asking.days().today());
    var title = Words.NONE.italic(found.title());
    var people = people(found.people());
    var date = asking.days().say(runs ? found.ends() : found.starts());
    var words =
        runs
            ? texts.rolloutsRunning(title, people, date)
            : texts.rolloutsOverlap(title, people, date);
    var taps = new ArrayList<Tap>();
    if (!runs) {
      taps.add(new Tap("before", texts.tapBefore(), texts.tapBeforeAnswer(found.title())));
    }
    taps.add(new Tap("with", texts.tapWith(), texts.tapWithAnswer(found.title())));
    taps.add(new Tap("after", texts.tapAfter(), texts.tapAfterAnswer(found.title())));
    taps.add(tap("unsure", texts.tapUnsure()));
    return new Question(number, Topic.ROLLOUTS, words, taps);
  }

  private String people(String reached) {
    return reached.isBlank() || reached.length() > PEOPLE ? texts.peopleSame() : reached;
  }

  private Words horizon(Asking asking) {
    var due = asking.due();
    return due == null
        ? texts.horizon()
        : texts.horizonDue(Words.NONE.italic(asking.days().say(due)));
  }

  private Words people(Asking asking) {
    var people =
        asking
            .all(Finding.QuickWord.class)
            .map(Finding.QuickWord::name)
            .collect(Collectors.joining(", "));
    return people.isEmpty() ? texts.people() : texts.peopleKnown(Words.NONE.italic(people));
  }

  private static Tap tap(String code, String words) {
    return new Tap(code, words, words);
  }

  private static String clip(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
