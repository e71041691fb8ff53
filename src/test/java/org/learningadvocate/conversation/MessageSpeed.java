package org.learningadvocate.conversation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Stamp;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.evaluation.Cases;
import org.learningadvocate.homework.Homework;
import org.learningadvocate.homework.PastRequests;
import org.learningadvocate.homework.PastVectors;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.Once;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.Names;
import org.learningadvocate.question.Planner;
import org.learningadvocate.request.Deliverable;
import org.learningadvocate.request.Messages;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Size;
import org.learningadvocate.store.Db;

/**
 * How long one thread thinks about one new message, from its kept words over reading, homework and
 * similar requests to its plan, with 500 priorities, 500 initiatives and 100,000 past requests in
 * SQLite; beside it, in the same run, its parts and what it would be without kept vectors, without
 * a past and without the sentence model.
 *
 * <pre>MessageSpeed [PAST [DATABASE [CASES]]]</pre>
 *
 * DATABASE is made where there is none yet, and used again where there is.
 */
public final class MessageSpeed {

  private static final int MANY = 500;
  private static final int LOOKED = 400;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String TEAM = "T0SPEED";
  private static final String CHANNEL = "C0SPEED";
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZONE);

  /** A thousand a week. */
  private static final long EVERY_SECONDS = 605;

  private final Db db;
  private final Catalogue catalogue;
  private final List<Cases.Message> asked;

  /** Some of them, of every company. */
  private final List<Cases.Message> looked;

  private final Reader reader = new Reader();

  private MessageSpeed(Db db, List<Cases> cases) {
    this.db = db;
    this.catalogue = large(cases);
    this.asked =
        cases.stream()
            .flatMap(c -> c.messages().stream())
            .filter(message -> message.reading().isRequest())
            .toList();
    this.looked =
        IntStream.range(0, LOOKED).mapToObj(i -> asked.get(i * asked.size() / LOOKED)).toList();
  }

  public static void main(String[] args) throws Exception {
    int past = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    var file =
        args.length > 1
            ? Path.of(args[1])
            : Files.createTempDirectory("advocate-speed").resolve("speed.db");
    var cases = Cases.in(Path.of(args.length > 2 ? args[2] : "src/eval"));
    boolean there = Files.exists(file);
    try (var db = Db.open("jdbc:sqlite:" + file, null, null);
        var model = SentenceModel.load()) {
      var speed = new MessageSpeed(db, cases);
      if (!there) {
        speed.fill(past, model);
      }
      System.out.printf(
          Locale.ROOT,
          "%d past requests (%d MB), %d priorities, %d initiatives; %d requests, one thread%n",
          count(db),
          Files.size(file) / 1_000_000,
          speed.catalogue.priorities().size(),
          speed.catalogue.initiatives().size(),
          LOOKED);
      speed.measure(model);
    }
  }

  private void measure(Meaning model) {
    var ids = keepAsked();
    var homework = Homework.over(catalogue, model);
    var words = Homework.over(catalogue, new WordsOnly());
    var all = dossiers(homework, model, new PastVectors(db, model, CLOCK), true);
    var anew = dossiers(homework, model, new PastVectors(db, new Renamed(model), CLOCK), true);
    var pastless = dossiers(homework, model, new PastVectors(db, model, CLOCK), false);
    var wordsOnly =
        dossiers(words, new WordsOnly(), new PastVectors(db, new WordsOnly(), CLOCK), true);
    var requests = new Requests();
    System.out.printf(
        Locale.ROOT,
        "%-54s %6s %6s %6s    %6s %6s %6s%n",
        "milliseconds on the clock, and of this thread's work",
        "p50",
        "p95",
        "p99",
        "p50",
        "p95",
        "p99");
    for (boolean warm : new boolean[] {false, true}) {
      row(warm, "a message: reading, homework, similar requests, plan", i -> all.of(ids.get(i)));
      row(warm, "  without kept vectors", i -> anew.of(ids.get(i)));
      row(warm, "  without the past", i -> pastless.of(ids.get(i)));
      row(warm, "  without the model", i -> wordsOnly.of(ids.get(i)));
      row(
          warm,
          "of it the reading",
          i -> reader.read(looked.get(i).text(), looked.get(i).postedAt(), Locale.US));
      row(warm, "of it the model, on the whole text", i -> model.of(looked.get(i).text()));
      row(
          warm,
          "of it the text index",
          i -> db.read(tx -> requests.like(tx, TEAM, looked.get(i).text(), ids.get(i), 20)));
    }
  }

  private interface Piece {
    Object of(int i);
  }

  /** The first time Java only gets to know the way. */
  private void row(boolean warm, String what, Piece piece) {
    var times = new double[looked.size()];
    var worked = new double[looked.size()];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      long workedBefore = THREADS.getCurrentThreadCpuTime();
      piece.of(i);
      worked[i] = (THREADS.getCurrentThreadCpuTime() - workedBefore) / 1e6;
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    Arrays.sort(worked);
    if (warm) {
      System.out.printf(
          Locale.ROOT,
          "%-54s %6.1f %6.1f %6.1f    %6.1f %6.1f %6.1f%n",
          what,
          at(times, 50),
          at(times, 95),
          at(times, 99),
          at(worked, 50),
          at(worked, 95),
          at(worked, 99));
    }
  }

  private static double at(double[] sorted, int hundredth) {
    return sorted[sorted.length * hundredth / 100];
  }

  private Dossiers dossiers(
      Homework homework, Meaning meaning, PastVectors vectors, boolean withPast) {
    var replies = AnswerReader.load(meaning);
    var names = new Names(List.of(), List.of(), List.of());
    return new Dossiers(
        db,
        MessageSpeed::rules,
        channel -> Optional.of("ask-learning"),
        NOBODY,
        () -> reader,
        (subject, past) -> homework.about(subject, withPast ? past : PastRequests.NONE),
        vectors,
        new Planner(Wording.of("en")),
        () -> replies,
        () -> names);
  }

  /** The messages that are thought about, kept as Slack would have sent them just now. */
  private List<ThreadId> keepAsked() {
    var messages = new Messages();
    var ids = new ArrayList<ThreadId>();
    db.change(
        tx -> {
          for (int i = 0; i < looked.size(); i++) {
            var ts = Stamp.of(NOW.plusSeconds(i));
            messages.keep(
                tx,
                new Incoming.Said(
                    TEAM,
                    CHANNEL,
                    Incoming.ChannelKind.PUBLIC,
                    false,
                    "U0ANA",
                    null,
                    ts,
                    null,
                    looked.get(i).text(),
                    List.of(),
                    false));
            ids.add(ThreadId.of(CHANNEL, ts, null));
          }
        });
    return ids;
  }

  private void fill(int past, Meaning model) {
    long start = System.nanoTime();
    var titles =
        asked.stream()
            .map(
                message ->
                    Dossier.title(
                        message.text(),
                        reader.read(message.text(), message.postedAt(), Locale.US),
                        NOBODY))
            .toList();
    var vectors = new PastVectors(db, new Once(model), CLOCK);
    var requests = new Requests();
    for (int from = 0; from < past; from += MANY) {
      int first = from;
      db.change(
          tx -> {
            for (int n = first; n < Math.min(past, first + MANY); n++) {
              int one = n % asked.size();
              // No two alike: what one asked for, and how another went on.
              int other = (int) ((one + 1 + 7L * (n / asked.size())) % asked.size());
              var request = request(past - n, titles.get(one), asked.get(one).reading().size());
              requests.save(
                  tx,
                  request,
                  titles.get(one) + " " + asked.get(one).text() + " " + asked.get(other).text(),
                  null,
                  request.opened());
              vectors.want(tx, request);
            }
          });
    }
    while (vectors.makeSome(TEAM)) {
      // Goes on until each has one.
    }
    System.out.printf(Locale.ROOT, "made in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static Request request(long before, String title, Size size) {
    var opened = NOW.minusSeconds(before * EVERY_SECONDS);
    return new Request(
        TEAM,
        ThreadId.of(CHANNEL, Stamp.of(opened), null),
        false,
        "U0ANA",
        "U0PRIYA",
        Request.State.CLOSED,
        Request.Closed.PAST,
        Deliverable.JOB_AID,
        size,
        null,
        null,
        title,
        opened,
        opened,
        opened,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static long count(Db db) {
    return db.read(
        tx -> tx.first("SELECT COUNT(*) AS n FROM request", row -> row.number("n")).orElse(0L));
  }

  private static HouseRules rules() {
    return new HouseRules(
        TEAM,
        "U0ADVOCATE",
        Set.of(CHANNEL),
        null,
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        ZONE,
        Locale.US,
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        Set.of(DayOfWeek.MONDAY),
        Set.of(),
        DayOfWeek.MONDAY,
        LocalTime.of(9, 0),
        List.of(),
        List.of(),
        0,
        0, // Whatever is asked is thought about.
        HouseRules.DoubtAsk.POSTER,
        false);
  }

  private static final Members NOBODY =
      new Members() {
        @Override
        public Optional<Person> person(String user) {
          return Optional.empty();
        }

        @Override
        public boolean inGroup(String group, String user) {
          return false;
        }
      };

  /** All companies' catalogues, over and over, with other numbers, until there are enough. */
  private static Catalogue large(List<Cases> cases) {
    var priorities = new ArrayList<Priority>();
    var initiatives = new ArrayList<Initiative>();
    var people = new ArrayList<Contact>();
    for (int round = 0; priorities.size() < MANY || initiatives.size() < MANY; round++) {
      for (var c : cases) {
        for (var p : c.catalogue().priorities()) {
          priorities.add(
              new Priority(
                  p.id() + round,
                  p.title() + " " + round,
                  p.description(),
                  p.owner(),
                  p.starts(),
                  p.ends(),
                  null,
                  null,
                  List.of()));
        }
        for (var i : c.catalogue().initiatives()) {
          initiatives.add(
              new Initiative(
                  i.id() + round,
                  i.title() + " " + round,
                  i.description(),
                  i.owner(),
                  i.audience(),
                  i.starts(),
                  i.ends(),
                  null,
                  null,
                  List.of()));
        }
        if (round == 0) {
          people.addAll(c.catalogue().people());
        }
      }
    }
    return new Catalogue(priorities.subList(0, MANY), initiatives.subList(0, MANY), people);
  }

  /** The model under a name that nothing was kept under. */
  private record Renamed(Meaning model) implements Meaning {
    @Override
    public float[] of(String text) {
      return model.of(text);
    }

    @Override
    public Kind kind() {
      return model.kind();
    }

    @Override
    public String mark() {
      return "another " + model.mark();
    }
  }
}
