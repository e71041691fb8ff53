package org.learningadvocate.home;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.learningadvocate.catalog.PriorityLookup;
import org.learningadvocate.catalog.RolloutLookup;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.store.Db;

/**
 * {@code /advocate}, {@code /priorities} and {@code /rollouts}, their pages, and the same said by
 * mention: everything that only shows something, to the person who asked.
 */
public final class AdvocateCommand implements Reception {

  static final String PAGE = "advocate.page";
  private static final String DIGEST_PAGE = "digest.page";

  private static final int LATEST = 50;
  private static final int MOST = 1_000;
  private static final int SIZE = 10;

  private final RequestLines lines;
  private final RequestTexts texts;
  private final HelpTexts helps;
  private final Db db;
  private final Requests requests;
  private final PriorityLookup priorities;
  private final RolloutLookup rollouts;
  private final Supplier<Answer> digest;
  private final Function<Incoming.Pressed, Answer> digestPage;
  private final Home home;
  private final Supplier<HouseRules> rules;
  private final Clock clock;

  /**
   * @param digest the week, for one person
   * @param digestPage another page of it; the ids of its buttons start with {@code digest.page}
   */
  public AdvocateCommand(
      Db db,
      Requests requests,
      PriorityLookup priorities,
      RolloutLookup rollouts,
      Supplier<Answer> digest,
      Function<Incoming.Pressed, Answer> digestPage,
      Home home,
      Supplier<HouseRules> rules,
      Wording wording,
      Clock clock) {
    this.lines = new RequestLines(wording);
    this.texts = wording.texts(RequestTexts.class);
    this.helps = wording.texts(HelpTexts.class);
    this.db = db;
    this.requests = requests;
    this.priorities = priorities;
    this.rollouts = rollouts;
    this.digest = digest;
    this.digestPage = digestPage;
    this.home = home;
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether it is a command of ours, or a button to another page of its answer. */
  public static boolean handles(Incoming incoming) {
    return incoming instanceof Incoming.Asked
        || (incoming instanceof Incoming.Pressed pressed
            && List.of(PAGE, PriorityLookup.PAGE, RolloutLookup.PAGE, DIGEST_PAGE).stream()
                .anyMatch(page -> pressed.action().startsWith(page)));
  }

  @Override
  public Reply receive(Incoming incoming) {
    if (incoming instanceof Incoming.Asked asked) {
      return Reply.show(asked(asked));
    }
    if (incoming instanceof Incoming.Pressed pressed) {
      return Reply.show(turned(pressed));
    }
    return Reply.show(Answer.NOTHING);
  }

  /**
   * What was said to the bot by mention, where it is a look-up; empty where it is not, so that the
   * mention means the thread itself.
   *
   * @param text what followed the mention, plain
   */
  public Optional<Answer> mentioned(String team, String user, String text) {
    var words = text.strip().split("\\s+", 2);
    var rest = words.length > 1 ? words[1].strip() : "";
    return switch (plain(words[0])) {
      case "priorities", "priority" -> Optional.of(priorities.asked(team, rest));
      case "rollouts", "rollout" -> Optional.of(rollouts.asked(team, rest));
      case "help" -> rest.isEmpty() ? Optional.of(new Answer.Show(help())) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What the bot can be asked, in a few lines. */
  public Message help() {
    return new Message(helpLines());
  }

  private Answer asked(Incoming.Asked asked) {
    var text = asked.text().strip();
    return switch (asked.command()) {
      case "/priorities" -> priorities.asked(asked.team(), text);
      case "/rollouts" -> rollouts.asked(asked.team(), text);
      default -> advocate(asked, text);
    };
  }

  private Answer advocate(Incoming.Asked asked, String text) {
    var words = plain(text).replaceAll("\\s+", " ");
    return switch (words) {
      case "brief", "briefs" -> show("brief", 0, asked.team(), asked.user());
      case "open" -> show("open", 0, asked.team(), asked.user());
      case "open all" -> show("all", 0, asked.team(), asked.user());
      case "digest" -> digest.get();
      case "settings" -> home.settings(asked.team(), asked.user());
      case "", "help" -> new Answer.Show(help());
      default -> unknown(asked, text);
    };
  }

  private Answer unknown(Incoming.Asked asked, String text) {
    // What works by its own command is not refused for being said here.
    return mentioned(asked.team(), asked.user(), text)
        .orElseGet(
            () -> {
              var parts = new ArrayList<Part>();
              var shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
              parts.add(Part.line(helps.unknown(Words.NONE.italic(shown))));
              parts.addAll(helpLines());
              return new Answer.Show(new Message(parts));
            });
  }

  private Answer turned(Incoming.Pressed pressed) {
    if (pressed.action().startsWith(PriorityLookup.PAGE)) {
      return priorities.turned(pressed);
    }
    if (pressed.action().startsWith(RolloutLookup.PAGE)) {
      return rollouts.turned(pressed);
    }
    if (pressed.action().startsWith(DIGEST_PAGE)) {
      return digestPage.apply(pressed);
    }
    var words = pressed.value().split(" ", 2);
    int page = words.length > 1 && words[1].matches("\\d{1,4}") ? Integer.parseInt(words[1]) : 0;
    return new Answer.ShowInstead(list(words[0], page, pressed.team(), pressed.user()));
  }

  private Answer show(String list, int page, String team, String user) {
    return new Answer.Show(list(list, page, team, user));
  }

  private Message list(String list, int page, String team, String user) {
    return switch (list) {
      case "all" ->
          page(
              "all",
              page,
              texts.all(),
              texts.allNone(),
              db.read(tx -> requests.current(tx, team, MOST)).stream()
                  .filter(one -> !one.stays())
                  .toList());
      case "brief" ->
          page(
              "brief",
              page,
              texts.latest(),
              texts.latestNone(),
              db.read(tx -> requests.latestOf(tx, team, user, LATEST)).stream()
                  .filter(one -> one.closed() != Request.Closed.WITHDRAWN)
                  .filter(one -> one.closed() != Request.Closed.DELETED)
                  .toList());
      default ->
          page(
              "open",
              page,
              texts.mine(),
              texts.mineNone("/advocate open all"),
              db.read(tx -> requests.of(tx, team, user, MOST)));
    };
  }

  private Message page(String list, int page, String title, Words none, List<Request> found) {
    if (found.isEmpty()) {
      return Message.of(none);
    }
    var days = rules.get().days(clock.instant());
    int last = (found.size() - 1) / SIZE;
    int at = Math.min(page, last);
    int from = at * SIZE;
    int to = Math.min(found.size(), from + SIZE);
    var parts = new ArrayList<Part>();
    parts.add(Part.line(Words.NONE.bold(title).then(" · " + found.size())));
    for (var one : found.subList(from, to)) {
      parts.add(Part.line(lines.line(one, days)));
    }
    if (last > 0) {
      parts.add(Part.note(texts.page(from + 1, to, found.size())));
      var buttons = new ArrayList<Control>();
      if (at > 0) {
        buttons.add(Control.button(PAGE + ".back", texts.previous(), list + " " + (at - 1)));
      }
      if (at < last) {
        buttons.add(Control.button(PAGE, texts.next(), list + " " + (at + 1)));
      }
      parts.add(new Part.Controls(buttons));
    }
    return new Message(parts);
  }

  private List<Part> helpLines() {
    var house = rules.get();
    return List.of(
        Part.line(helps.intro()),
        command("/priorities [words]", helps.priorities()),
        command("/rollouts [words | next 3 months]", helps.rollouts()),
        command("/advocate brief", helps.brief()),
        command("/advocate open", helps.open()),
        command("/advocate digest", helps.digest()),
        command("/advocate settings", helps.settings()),
        Part.note(
            helps.mention(Words.NONE.name(house.bot()), Words.NONE.code("priorities onboarding"))));
  }

  private static Part command(String typed, String does) {
    return Part.line(Words.NONE.code(typed).then("  " + does));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[.:,!?]+$", "");
  }
}
