package org.learningadvocate.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.request.Topic;

/**
 * Which of the open questions a reply answers, if any. A pure function of the thread: the same
 * words always mean the same. Safe for use by many threads.
 */
public final class AnswerReader {
  // Whether a reply answers at all is easier to tell than what it answers. So where it plainly
  // does,
  // the likeliest topic is taken on little evidence, and otherwise only on much.
  private static final double ANSWERS_AT_ALL = 0.6;
  private static final double LIKELY_FIRST = 0.15;
  private static final double UNLIKELY_FIRST = 0.7;
  private static final double FURTHER = 0.6;

  /** An answer comes to the point; what goes on for longer is a document that somebody pasted. */
  private static final int MOST_READ = 3_000;

  /** "+1", "^^", emoji: agrees with somebody, and says nothing of its own. */
  private static final Pattern NOD =
      Pattern.compile(
          "(?:\\s|\\+\\s?1(?!\\d)|\\^|:[a-z0-9_+'-]+:|[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}]|!)+");

  /**
   * "Thanks, following this", in eight words at most and without a number: of 94 such replies in
   * the cases none answers anything.
   */
  private static final Pattern THANKS =
      Pattern.compile(
          "\\W*(?:many thanks|thanks|thank you|thx|ty|cheers|merci|danke)\\b(?:\\W+[^\\W\\d]+){0,7}\\W*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\s*(?:question |q|#)?([1-6])\\s?(?:\\.(?!\\d)|\\)|:(?!\\d))\\s*\\S",
          Pattern.CASE_INSENSITIVE);

  /** A further number in a line that began with one: "1. yes 2. no". */
  private static final Pattern FURTHER_NUMBER =
      Pattern.compile(
          "(?<=\\s)(?:q|#)?([1-6])(?:\\.(?!\\d)|\\)|:(?!\\d))(?=\\s*\\S)",
          Pattern.CASE_INSENSITIVE);

  private final Ear ear;
  private final Meaning meaning;

  private AnswerReader(Ear ear, Meaning meaning) {
    this.ear = ear;
    this.meaning = meaning;
  }

  /** The reader with the weights that ship with it. */
  public static AnswerReader load(Meaning meaning) {
    return new AnswerReader(
        Ear.load(meaning.kind() == Meaning.Kind.MODEL ? "replies-model.txt" : "replies-words.txt"),
        meaning);
  }

  static AnswerReader with(Ear ear, Meaning meaning) {
    return new AnswerReader(ear, meaning);
  }

  /**
   * What each reply of a thread says to the questions.
   *
   * @param asked the questions in the order asked; their numbers, from 1, are what replies quote
   * @param names what the catalogue calls things
   * @param whole the thread after the request, oldest first, without the bot's own messages
   * @return one for each reply, in their order
   */
  public List<Heard> read(List<Topic> asked, List<Reply> whole, Names names) {
    var replies = whole.stream().map(AnswerReader::beginning).toList();
    var heard = new ArrayList<Heard>();
    var known = Clues.Known.of(names, meaning);
    var said = new EnumMap<Topic, String>(Topic.class);
    Set<Topic> last = EnumSet.noneOf(Topic.class);
    for (int i = 0; i < replies.size(); i++) {
      var standing =
          new Clues.Standing(asked, Map.copyOf(said), replies.subList(0, i), last, known);
      var topics = topics(replies.get(i), standing);
      heard.add(new Heard(answers(replies.get(i), topics, standing)));
      tell(said, replies.get(i).text(), topics, asked);
      last = topics.isEmpty() ? last : topics;
    }
    return List.copyOf(heard);
  }

  /**
   * The answers that the replies of a thread give, with who gave them; what stands of them is for
   * {@link Answers} to say.
   *
   * @param asked the questions in the order asked
   * @param said the thread after the request, oldest first, without the bot's own messages
   * @param names what the catalogue calls things
   * @param members who is called what, where an answer is the whole reply
   */
  public List<Given> given(List<Topic> asked, List<Remark> said, Names names, Members members) {
    var given = new ArrayList<Given>();
    if (asked.isEmpty() || said.isEmpty()) {
      return given;
    }
    var heard =
        read(
            asked,
            said.stream().map(remark -> new Reply(remark.by(), remark.text())).toList(),
            names);
    for (int i = 0; i < said.size(); i++) {
      var remark = said.get(i);
      for (Answer answer : heard.get(i).answers()) {
        given.add(
            new Given(
                answer.topic(),
                remark.who(),
                remark.ts(),
                // The reader's words carry no markup; who is called in them is said by name.
                answer.words().isBlank() ? Plain.of(remark.text(), members) : answer.words(),
                answer.kind() != Answer.Kind.GIVEN,
                remark.ts()));
      }
    }
    return given;
  }

  private static Reply beginning(Reply reply) {
    var text = reply.text();
    return text.length() <= MOST_READ
        ? reply
        : new Reply(
            reply.by(),
            text.substring(
                0,
                Character.isHighSurrogate(text.charAt(MOST_READ - 1)) ? MOST_READ - 1 : MOST_READ));
  }

  /** What an answer that somebody typed into a form is: known, unknown or left out. */
  public static Answer.Kind kind(String words) {
    return Unknowns.kind(words);
  }

  /** Adds what a reply says to the words that answered each topic so far. */
  static void tell(Map<Topic, String> said, String text, Set<Topic> topics, List<Topic> asked) {
    var plain = Clues.plain(text);
    var numbered = Numbered.of(plain, asked.size());
    for (var topic : topics) {
      var part = numbered.parts.get(asked.indexOf(topic) + 1);
      said.merge(topic, part == null ? plain : part.words(), (a, b) -> a + "\n" + b);
    }
  }

  private Set<Topic> topics(Reply reply, Clues.Standing standing) {
    var plain = Clues.plain(reply.text());
    if (NOD.matcher(plain).matches() || THANKS.matcher(plain).matches()) {
      return EnumSet.noneOf(Topic.class);
    }
    var probabilities = new LinkedHashMap<Topic, Double>();
    for (var topic : standing.asked()) {
      probabilities.put(topic, probability(reply, topic, standing));
    }
    var topics = decided(probabilities, any(reply, standing));
    topics.addAll(numbered(reply, standing.asked()));
    return topics;
  }

  /**
   * Whoever begins a line with a question's number answers that question, whatever the words: of
   * 205 such lines in the labelled threads 203 did. So does who goes on with a higher number in
   * such a line: 89 of 91.
   */
  private static Set<Topic> numbered(Reply reply, List<Topic> asked) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (String line : Clues.plain(reply.text()).split("\\R")) {
      var first = NUMBERED.matcher(line);
      if (first.lookingAt()) {
        int last = Integer.parseInt(first.group(1));
        add(last, asked, topics);
        var further = FURTHER_NUMBER.matcher(line);
        further.region(first.end(), line.length()).useTransparentBounds(true);
        while (further.find()) {
          int number = Integer.parseInt(further.group(1));
          if (number > last) {
            last = number;
            add(number, asked, topics);
          }
        }
      }
    }
    return topics;
  }

  private static void add(int number, List<Topic> asked, Set<Topic> topics) {
    if (number >= 1 && number <= asked.size()) {
      topics.add(asked.get(number - 1));
    }
  }

  /**
   * Which topics are answered, given how likely each is and how likely the reply answers at all.
   */
  static Set<Topic> decided(Map<Topic, Double> probabilities, double any) {
    Set<Topic> found = EnumSet.noneOf(Topic.class);
    if (probabilities.isEmpty()) {
      return found;
    }
    var best = Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue());
    double least = any >= ANSWERS_AT_ALL ? LIKELY_FIRST : UNLIKELY_FIRST;
    if (best.getValue() >= least) {
      found.add(best.getKey());
      probabilities.forEach(
          (topic, probability) -> {
            if (probability >= FURTHER) {
              found.add(topic);
            }
          });
    }
    return found;
  }

  double any(Reply reply, Clues.Standing standing) {
    return ear.probability(Clues.ofAny(reply, standing));
  }

  double probability(Reply reply, Topic topic, Clues.Standing standing) {
    return ear.probability(Clues.of(reply, topic, standing));
  }

  private List<Answer> answers(Reply reply, Set<Topic> topics, Clues.Standing standing) {
    var plain = Clues.plain(reply.text());
    var words = new LinkedHashMap<Topic, String>();
    var numbered = Numbered.of(plain, standing.asked().size());
    for (int n = 1; n <= standing.asked().size(); n++) {
      var topic = standing.asked().get(n - 1);
      if (topics.contains(topic)) {
        var part = numbered.parts.getOrDefault(n, numbered.ordinal.get(n));
        words.put(topic, part == null ? "" : part.words());
      }
    }
    var unclaimed = topics.stream().filter(t -> words.getOrDefault(t, "").isBlank()).toList();
    if (unclaimed.size() == 1) {
      var rest = numbered.parts.isEmpty() ? plain : numbered.before;
      words.put(unclaimed.get(0), rest.isBlank() ? plain : rest);
    } else if (!unclaimed.isEmpty()) {
      share(plain, reply.by(), unclaimed, standing, words);
    }
    var answers = new ArrayList<Answer>();
    words.forEach(
        (topic, said) -> {
          var kind = Unknowns.kind(said);
          var whom = kind == Answer.Kind.UNKNOWN ? Unknowns.askInstead(said) : null;
          answers.add(new Answer(topic, kind, said, whom));
        });
    return answers;
  }

  /** Gives each sentence to the question that it answers best. */
  private void share(
      String plain,
      Reply.By by,
      List<Topic> topics,
      Clues.Standing standing,
      Map<Topic, String> words) {
    for (var sentence : plain.split("(?<=[.!?;])\\s+|\\n+")) {
      var best = topics.get(0);
      double most = -1;
      for (var topic : topics) {
        double probability = probability(new Reply(by, sentence), topic, standing);
        if (probability > most) {
          most = probability;
          best = topic;
        }
      }
      words.merge(best, sentence, (a, b) -> a.isBlank() ? b : a + " " + b);
    }
    for (var topic : topics) {
      words.computeIfPresent(topic, (t, said) -> said.isBlank() ? plain : said);
    }
  }
}
