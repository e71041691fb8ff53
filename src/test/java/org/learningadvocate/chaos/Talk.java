package org.learningadvocate.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.sandbox.Form;
import org.learningadvocate.sandbox.Post;
import org.learningadvocate.sandbox.Workspace;

/**
 * What people say: requests, answers, corrections, edits, deletions and chatter, seeded; and what
 * all of it must lead to. Thread-safe.
 */
final class Talk {

  static final List<String> CHANNELS = List.of("#ask-learning", "#ask-stores", "#ask-finance");

  private static final List<String> ASKERS = List.of("ana", "ben");

  /** Takes requests on, and answers by the form, never in the thread. */
  private static final String DESIGNER = "priya";

  /** So often she presses "Send" of the same form, then she gives up. */
  private static final int TRIES = 8;

  private static final Pattern NUMBER = Pattern.compile("^\\d\\. ");
  private static final List<String> ANSWERERS = List.of("ana", "ben", "jo");

  private static final List<String> REQUESTS =
      List.of(
          "Can we get a one-page job aid on filing expense reports (%s) for store managers by next"
              + " Friday?",
          "Could you make a one-page job aid about expense reports (%s) for store managers, due"
              + " next Friday?",
          "We need a one-page checklist for store managers on filing expense reports (%s) by next"
              + " Friday please");

  private static final List<List<String>> ANSWERS =
      List.of(
          List.of(
              "1. Half as many reports come back to us (%s)",
              "1. Month-end closes two days earlier (%s)",
              "1. Fewer calls to finance about receipts (%s)"),
          List.of(
              "2. before it please (%s), stores are busy afterwards",
              "2. after it (%s), when the stores are calm again",
              "2. with it (%s), same weeks and same people"));

  private static final List<String> CHATTER =
      List.of("thanks, following this", "great, thank you!", "thanks for looking into it");

  /** People talk mostly about the latest requests. */
  private static final int LATEST = 6;

  private final Workspace workspace;
  private final Random random;
  private final Clock clock;
  private final List<Request> requests = new ArrayList<>();
  private final Map<String, Integer> done = new HashMap<>();
  private int marks;
  private @Nullable Filled filled;

  Talk(Workspace workspace, long seed, Clock clock) {
    this.workspace = workspace;
    this.random = new Random(seed);
    this.clock = clock;
  }

  private static final class Request {
    private final Post post;
    private final List<Reply> replies = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private String mark;
    private boolean deleted;
    private boolean taken;
    private final Map<Integer, String> byForm = new HashMap<>();

    /** Questions to which nobody can say what her form came to. */
    private final Map<Integer, Set<String>> doubtful = new HashMap<>();

    private Instant since;

    Request(Post post, String mark, Instant since) {
      this.post = post;
      this.mark = mark;
      this.since = since;
    }
  }

  /** A reply in a request's thread; chatter answers no question. */
  private static final class Reply {
    private final Post post;
    private final String who;
    private final int question;
    private String mark;
    private boolean deleted;

    Reply(Post post, String who, int question, String mark) {
      this.post = post;
      this.who = who;
      this.question = question;
      this.mark = mark;
    }

    boolean answers() {
      return question >= 0 && !deleted;
    }
  }

  /** A form that was filled in and is not known to have been taken. */
  private static final class Filled {
    private final Form form;
    private final Request request;
    private final int question;
    private final String mark;
    private int tries;

    Filled(Form form, Request request, int question, String mark) {
      this.form = form;
      this.request = request;
      this.question = question;
      this.mark = mark;
    }
  }

  /** Somebody does one more thing. */
  synchronized void goOn() {
    int chance = random.nextInt(107);
    var request = some();
    if (request == null || chance < 28) {
      ask(pick(CHANNELS));
    } else if (chance < 68) {
      answer(request);
    } else if (chance < 72) {
      take(request);
    } else if (chance < 76) {
      chat(request);
    } else if (chance < 86) {
      editReply(request);
    } else if (chance < 91) {
      editRequest(request);
    } else if (chance < 98) {
      deleteReply(request);
    } else if (chance < 100) {
      deleteRequest(request);
    } else {
      fillIn(request);
    }
  }

  /** How long nobody says anything then. */
  synchronized Duration silence() {
    return Duration.ofMillis(500 + random.nextInt(3_500));
  }

  /** Somebody makes a request in this channel. */
  synchronized void ask(String channel) {
    var mark = mark();
    var words = pick(REQUESTS).formatted(mark);
    var post = workspace.says(pick(ASKERS), channel, words);
    requests.add(new Request(post, mark, clock.instant()));
    count("requests");
  }

  /** Somebody answers a question of each request. */
  synchronized void answerEach() {
    requests.forEach(this::answer);
  }

  private void answer(Request request) {
    int question = random.nextInt(ANSWERS.size());
    var who = pick(ANSWERERS);
    var mark = mark();
    var post = request.post.says(who, pick(ANSWERS.get(question)).formatted(mark));
    request.replies.add(new Reply(post, who, question, mark));
    touched(request, "answers");
  }

  private void chat(Request request) {
    var who = pick(ANSWERERS);
    request.replies.add(new Reply(request.post.says(who, pick(CHATTER)), who, -1, ""));
    touched(request, "chatter");
  }

  /**
   * Priya presses "I'm designing this". Slack brings a press once: where the bot does not
   * acknowledge it, she is told so, and nothing may be expected of it.
   */
  private void take(Request request) {
    var homework = request.post.replies().stream().filter(Talk::isOfTheBot).findFirst();
    if (homework.isEmpty() || request.taken) {
      answer(request);
    } else if (homework.get().press(DESIGNER, ThreadMessage.CLAIM).ok()) {
      request.taken = true;
      touched(request, "taken on");
    } else {
      count("presses in vain");
    }
  }

  /**
   * Priya opens a form; when her turn comes again she answers one question in it and sends it. By
   * then others may have changed what the other fields show, which is none of her words.
   */
  private void fillIn(Request request) {
    var forms = workspace.forms(DESIGNER);
    var before = filled;
    if (before != null) {
      send(before);
    } else if (forms.isEmpty()) {
      request.post.replies().stream()
          .filter(Talk::isOfTheBot)
          .findFirst()
          .ifPresent(homework -> homework.press(DESIGNER, ThreadMessage.ANSWER));
      count("forms asked for");
    } else {
      fillIn(forms.get(forms.size() - 1));
    }
  }

  private void fillIn(Form form) {
    int question = random.nextInt(ANSWERS.size());
    var about = form.json().path("private_metadata").asString("").lines().findFirst().orElse("");
    var request =
        requests.stream()
            .filter(one -> about.equals(one.post.channelId() + ":" + one.post.ts()))
            .findFirst();
    var inputs = form.inputs();
    if (request.isEmpty() || inputs.size() <= question) {
      form.close(); // It only tells her something.
      return;
    }
    var mark = mark();
    var words = NUMBER.matcher(pick(ANSWERS.get(question)).formatted(mark)).replaceFirst("");
    form.enter(inputs.get(question), words);
    filled = new Filled(form, request.get(), question, mark);
    send(filled);
  }

  private void send(Filled form) {
    var request = form.request;
    var before = request.byForm.get(form.question);
    if (form.form.submit().result().equals("closed")) {
      filled = null;
      request.byForm.put(form.question, form.mark);
      if (before != null) {
        request.gone.add(before);
      }
      touched(request, "forms sent");
    } else if (++form.tries >= TRIES) {
      // It may have been kept all the same.
      filled = null;
      form.form.close();
      var doubts = request.doubtful.computeIfAbsent(form.question, one -> new HashSet<>());
      doubts.add(form.mark);
      if (before != null) {
        doubts.add(before);
      }
      count("forms in vain");
    }
  }

  private static boolean isOfTheBot(Post post) {
    return post.json().hasNonNull("bot_id");
  }

  private void editReply(Request request) {
    var answers = request.replies.stream().filter(Reply::answers).toList();
    if (answers.isEmpty()) {
      answer(request);
      return;
    }
    var reply = pick(answers);
    request.gone.add(reply.mark);
    reply.mark = mark();
    reply.post.edit(pick(ANSWERS.get(reply.question)).formatted(reply.mark));
    touched(request, "edits");
  }

  private void editRequest(Request request) {
    request.gone.add(request.mark);
    request.mark = mark();
    request.post.edit(pick(REQUESTS).formatted(request.mark));
    touched(request, "edits");
  }

  private void deleteReply(Request request) {
    var standing = request.replies.stream().filter(reply -> !reply.deleted).toList();
    if (standing.isEmpty()) {
      answer(request);
      return;
    }
    var reply = pick(standing);
    reply.deleted = true;
    reply.post.delete();
    touched(request, "deletions");
  }

  private void deleteRequest(Request request) {
    request.deleted = true;
    request.post.delete();
    touched(request, "deletions");
  }

  /** One of the latest requests, now and then an older one; null where there is none. */
  private @Nullable Request some() {
    var open = requests.stream().filter(request -> !request.deleted).toList();
    if (open.isEmpty()) {
      return null;
    }
    return random.nextInt(6) == 0
        ? pick(open)
        : pick(open.subList(Math.max(0, open.size() - LATEST), open.size()));
  }

  private void touched(Request request, String what) {
    request.since = clock.instant();
    count(what);
  }

  private void count(String what) {
    done.merge(what, 1, Integer::sum);
  }

  private String mark() {
    return "ref%05d".formatted(++marks);
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** How often people did what. */
  synchronized Map<String, Integer> done() {
    return Map.copyOf(done);
  }

  /** What must stand in Slack once everything is settled. */
  synchronized List<Wish> wishes() {
    return requests.stream().map(this::wish).toList();
  }

  private Wish wish(Request request) {
    var latest = new HashMap<String, Reply>();
    var gone = new HashSet<>(request.gone);
    for (var reply : request.replies) {
      if (reply.answers()) {
        // Of one person the last answer to a question counts; others' stand beside it.
        var before = latest.put(reply.who + reply.question, reply);
        if (before != null) {
          gone.add(before.mark);
        }
      } else if (reply.question >= 0) {
        gone.add(reply.mark);
      }
    }
    var shown = new HashSet<String>();
    var ticked = new HashSet<String>();
    latest
        .values()
        .forEach(
            reply -> {
              shown.add(reply.mark);
              ticked.add(reply.post.ts());
            });
    request.byForm.values().forEach(shown::add);
    request.doubtful.values().forEach(shown::removeAll);
    var sending = filled;
    if (sending != null
        && sending.request == request
        && request.byForm.get(sending.question) != null) {
      shown.remove(request.byForm.get(sending.question)); // It may be replaced by now.
    }
    var unticked = new HashSet<String>();
    request.replies.stream()
        .filter(reply -> !reply.deleted && !ticked.contains(reply.post.ts()))
        .forEach(reply -> unticked.add(reply.post.ts()));
    if (request.deleted) {
      gone.add(request.mark);
      gone.addAll(shown);
    }
    return new Wish(
        request.post.channelId(),
        request.post.ts(),
        request.deleted,
        request.mark,
        request.deleted ? Set.of() : shown,
        gone,
        request.taken,
        ticked,
        unticked,
        request.since);
  }
}
