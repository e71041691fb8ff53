package org.learningadvocate.conversation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Move;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Message;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.Act;

/**
 * What a request must be told when the dates of an initiative changed; nothing where it is all one.
 */
final class HeadsUp {

  /** A week more or less is no news to somebody who builds for a launch. */
  private static final int NEWS = 7;

  private static final int WITHOUT_DUE = 90;
  private static final int AFTER_DUE = 30;

  private HeadsUp() {}

  /**
   * What happened that matters, as details of an act; one for each initiative.
   *
   * @param moves since the request came, oldest first
   * @param told what was said before: of each initiative it is said once
   */
  static List<Map<String, String>> of(Dossier dossier, List<Move> moves, List<Act> told) {
    if (dossier.closed() != null) {
      return List.of();
    }
    var met =
        dossier.found(Finding.Overlap.class).stream()
            .map(Finding.Overlap::initiative)
            .flatMap(
                one ->
                    first(moves, one).filter(move -> collides(dossier, move)).stream()
                        .map(move -> detail(one, move, "meets")));
    var own =
        dossier.about().stream()
            .map(Finding.About::initiative)
            .flatMap(
                one ->
                    first(moves, one).filter(move -> isNews(one, move)).stream()
                        .map(move -> detail(one, move, "about")));
    return Stream.concat(own, met)
        .filter(
            one ->
                told.stream()
                    .noneMatch(act -> Objects.equals(act.detail().get("id"), one.get("id"))))
        .toList();
  }

  /** In the thread, in one line. */
  static Message message(Act act, Days days, TalkTexts texts) {
    var detail = act.detail();
    var title = detail.getOrDefault("title", "");
    var now = period(detail, "starts", "ends", days);
    var before = period(detail, "was_starts", "was_ends", days);
    return Message.of(
        "about".equals(detail.get("why"))
            ? texts.movedAbout(title, now, before)
            : texts.movedMeets(title, now, before));
  }

  private static Optional<Move> first(List<Move> moves, Initiative initiative) {
    return moves.stream().filter(move -> move.initiative().equals(initiative.id())).findFirst();
  }

  /** It meets the request now; whether it did before. */
  private static boolean collides(Dossier dossier, Move move) {
    var due = dossier.due();
    var from = dossier.posted();
    return !move.wasActive(
        from, due == null ? from.plusDays(WITHOUT_DUE) : due.plusDays(AFTER_DUE));
  }

  private static boolean isNews(Initiative now, Move move) {
    return Math.abs(ChronoUnit.DAYS.between(move.starts(), now.starts())) >= NEWS;
  }

  private static Map<String, String> detail(Initiative now, Move move, String why) {
    return Map.of(
        "id", now.id(),
        "title", now.title(),
        "why", why,
        "starts", now.starts().toString(),
        "ends", now.ends().toString(),
        "was_starts", move.starts().toString(),
        "was_ends", move.ends().toString());
  }

  private static String period(Map<String, String> detail, String from, String to, Days days) {
    return days.say(
        LocalDate.parse(detail.getOrDefault(from, "")),
        LocalDate.parse(detail.getOrDefault(to, "")));
  }
}
