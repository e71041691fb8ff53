package org.learningadvocate.request;

import static org.learningadvocate.request.CalendarWords.NUMBER;
import static org.learningadvocate.request.CalendarWords.WEEKDAY;
import static org.learningadvocate.request.CalendarWords.number;
import static org.learningadvocate.request.CalendarWords.unit;
import static org.learningadvocate.request.DueRule.B;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every day a text could mean, in the ways people write days: "end of Q2", "mid March", "15.03.",
 * "a week on Friday", "KW 12", "two weeks before the go-live". Which of them is the deadline is for
 * {@link DueDates} to choose.
 */
final class DueGrammar {
  /** How a day was written; the choice among several days leans on it. */
  enum Kind {
    ISO,
    NUMERIC,
    DAY_MONTH,
    RANGE,
    ORDINAL,
    PART_OF_MONTH,
    MONTH,
    QUARTER,
    PERIOD_END,
    WEEK,
    WEEKDAY,
    RELATIVE,
    TODAY,
    HOLIDAY,
    OFFSET
  }

  /**
   * A day found in a text.
   *
   * @param start where its words start in the text
   * @param end where they end, exclusive
   * @param date the day, never before the day the text was posted
   */
  record Found(int start, int end, Kind kind, LocalDate date) {}

  private static final Set<String> MONTH_FIRST =
      Set.of("US", "CA", "PH", "PR", "GU", "AS", "VI", "BZ", "FM", "MH", "PW");
  private static final Pattern ANY_MONTH = Pattern.compile(CalendarWords.MONTH);
  private static final Pattern ANY_WEEKDAY = Pattern.compile(WEEKDAY);

  private final DatedText dated;
  private final String text;
  private final LocalDate posted;

  private DueGrammar(DatedText dated) {
    this.dated = dated;
    this.text = dated.text();
    this.posted = dated.posted();
  }

  /**
   * All days the text could mean, in the order of the text, none overlapping another.
   *
   * @param text plain text, as {@link Mrkdwn#plain} gives it
   * @param posted the day it was posted, in the zone of who posted it
   * @param locale says whether 3/4 is the third of April or the fourth of March
   */
  static List<Found> days(String text, LocalDate posted, Locale locale) {
    return new DueGrammar(new DatedText(text, lower(text), posted, dayFirst(locale))).scan();
  }

  /** Whether people of this locale write the day before the month. */
  static boolean dayFirst(Locale locale) {
    var country = locale.getCountry();
    if (country.isEmpty()) {
      return !Set.of("", "en").contains(locale.getLanguage());
    }
    return !MONTH_FIRST.contains(country) || locale.getLanguage().equals("fr");
  }

  /** Lower case of the same length, so that places in it are places in the text. */
  static String lower(String text) {
    var lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Character.toLowerCase(lower[i]);
    }
    return new String(lower);
  }

  private List<Found> scan() {
    var all = new ArrayList<Found>();
    var taken = new ArrayList<int[]>();
    boolean month = ANY_MONTH.matcher(text).find();
    boolean weekday = ANY_WEEKDAY.matcher(text).find();
    boolean digit = text.chars().anyMatch(Character::isDigit);
    for (var rule : DueRule.ALL) {
      if ((rule.needsMonth() && !month)
          || (rule.needsWeekday() && !weekday)
          || (rule.needsDigit() && !digit)) {
        continue;
      }
      var words = rule.pattern().matcher(text);
      while (words.find()) {
        int start = words.start("d");
        int end = withoutFullStop(words.end("d"));
        if (overlaps(taken, start, end)) {
          continue;
        }
        var day = rule.day(words, dated);
        if (day == null) {
          continue;
        }
        taken.add(new int[] {start, end});
        if (!day.isBefore(posted)
            && !LONG_SINCE.matcher(text.substring(Math.max(0, start - 16), start)).find()) {
          all.add(new Found(start, end, rule.kind(), day));
        }
      }
    }
    all.removeIf(this::leftBehind);
    all.replaceAll(found -> inItsMonth(found, all));
    all.addAll(offsets(all));
    all.removeIf(found -> shadowed(found, all));
    all.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(all);
  }

  /** "by 20 March." ends a sentence; "15.03." does not. */
  private int withoutFullStop(int end) {
    boolean word = end > 1 && Character.isLetter(text.charAt(end - 2));
    return word && text.charAt(end - 1) == '.' ? end - 1 : end;
  }

  private static boolean overlaps(List<int[]> taken, int start, int end) {
    for (var span : taken) {
      if (start < span[1] && end > span[0]) {
        return true;
      }
    }
    return false;
  }

  /** "since Monday" and "every September" are no days to be ready by. */
  private static final Pattern LONG_SINCE =
      Pattern.compile("(?<![\\p{L}])(?:ever since|since|every|each|seit|depuis) (?:the |last )?$");

  private static final Pattern MOVED =
      Pattern.compile(
          "(?:slip\\w*|mov\\w+|postpon\\w+|push\\w*|delay\\w*|shift\\w*|reschedul\\w+|brought"
              + " forward|changed) (?:\\w+ )?from (?:the )?$");

  /** "slipped from 30/11 to 25/1": the first of the two is over. */
  private boolean leftBehind(Found found) {
    return MOVED.matcher(text.substring(Math.max(0, found.start - 40), found.start)).find()
        && text.startsWith(" to ", found.end);
  }

  private static final Set<Kind> DATED =
      Set.of(Kind.ISO, Kind.NUMERIC, Kind.DAY_MONTH, Kind.RANGE, Kind.PART_OF_MONTH, Kind.MONTH);
  private static final int NEARBY = 200;

  /** "in January, by the 29th": a day of the month that the text spoke of last. */
  private Found inItsMonth(Found found, List<Found> all) {
    if (found.kind != Kind.ORDINAL || text.substring(found.start, found.end).contains(" of ")) {
      return found;
    }
    Found before = null;
    for (var other : all) {
      if (DATED.contains(other.kind)
          && other.end <= found.start
          && found.start - other.end <= NEARBY
          && (before == null || other.start > before.start)) {
        before = other;
      }
    }
    if (before == null || !YearMonth.from(before.date).isValidDay(found.date.getDayOfMonth())) {
      return found;
    }
    var day = before.date.withDayOfMonth(found.date.getDayOfMonth());
    return day.isBefore(posted) ? found : new Found(found.start, found.end, found.kind, day);
  }

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<d>"
              + B
              + "(?:(?:at least|about|roughly) )?"
              + NUMBER
              + "(?: full| good| working| business)?[ -](day|week|month|fortnight)s?'?"
              + "(?: (?:before|ahead(?: of)?|prior(?: to)?|earlier|in advance(?: of)?|out from)))"
              + "(?![\\p{L}])");

  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile(
          "(?<d>"
              + B
              + "(?:the )"
              + WEEKDAY
              + " before)(?= ?(?:[.,;!?)]|$|that|it|the (?:go|launch|start|cut)|we|they|go))");
  private static final Pattern PERIOD_BEFORE =
      Pattern.compile(
          "(?<d>"
              + B
              + "the (day|week|month) before)(?= ?(?:[.,;!?)]|$|that\\b|it\\b|the"
              + " (?:go|launch|start|cut|event|visit|audit)))");
  private static final Pattern GO_LIVE =
      Pattern.compile("go(?:es|ing)?[ -]live|went live|launch|cut[ -]?over|roll[ -]?out|switch");

  /** "two weeks before the go-live": counted back from the day nearest to those words. */
  private List<Found> offsets(List<Found> known) {
    var found = new ArrayList<Found>();
    var words = OFFSET.matcher(text);
    while (words.find()) {
      var anchor = anchor(known, words.start(), words.end());
      if (anchor == null) {
        continue;
      }
      var day =
          anchor.date.minus(
              number(words.group(2)) * ("fortnight".equals(words.group(3)) ? 2L : 1L),
              unit(words.group(3)));
      if (!day.isBefore(posted)) {
        found.add(new Found(words.start("d"), words.end("d"), Kind.OFFSET, day));
      }
    }
    var weekday = WEEKDAY_BEFORE.matcher(text);
    while (weekday.find()) {
      var anchor = anchor(known, weekday.start(), weekday.end());
      if (anchor != null && !anchor.date.minusDays(7).isBefore(posted)) {
        var day =
            anchor.date.with(TemporalAdjusters.previous(CalendarWords.weekday(weekday.group(2))));
        found.add(new Found(weekday.start("d"), weekday.end("d"), Kind.OFFSET, day));
      }
    }
    var period = PERIOD_BEFORE.matcher(text);
    while (period.find()) {
      var anchor = anchor(known, period.start(), period.end());
      if (anchor != null) {
        var day = anchor.date.minus(1, unit(period.group(2)));
        if (!day.isBefore(posted)) {
          found.add(new Found(period.start("d"), period.end("d"), Kind.OFFSET, day));
        }
      }
    }
    // "Thursday" inside "the Thursday before" is no day of its own.
    known.removeIf(
        day -> found.stream().anyMatch(whole -> day.start >= whole.start && day.end <= whole.end));
    return found;
  }

  /** The day an offset counts from: right behind it, else the event it names, else the last one. */
  private @Nullable Found anchor(List<Found> known, int start, int end) {
    Found before = null;
    Found after = null;
    Found event = null;
    boolean named = GO_LIVE.matcher(text.substring(end, Math.min(text.length(), end + 24))).find();
    for (var found : known) {
      if (found.kind == Kind.TODAY) {
        continue;
      }
      if (named && event == null && GO_LIVE.matcher(around(found)).find()) {
        event = found;
      }
      if (found.start >= end && (after == null || found.start < after.start)) {
        after = found;
      } else if (found.end <= start && (before == null || found.start > before.start)) {
        before = found;
      }
    }
    if (after != null && after.start - end < 40 && sameSentence(end, after.start)) {
      return after;
    }
    if (event != null) {
      return event;
    }
    return before != null ? before : after;
  }

  private String around(Found found) {
    return text.substring(Math.max(0, found.start - 40), Math.min(text.length(), found.end + 24));
  }

  private boolean sameSentence(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || ((c == '.' || c == '!' || c == '?') && text.charAt(i + 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** "EOD Friday" and "tomorrow, end of day" are one day, not two. */
  private boolean shadowed(Found found, List<Found> all) {
    if (found.kind != Kind.TODAY) {
      return false;
    }
    for (var other : all) {
      if (other.equals(found) || (other.kind == Kind.TODAY && other.start > found.start)) {
        continue;
      }
      int gap = other.start >= found.end ? other.start - found.end : found.start - other.end;
      if (gap >= 0
          && gap <= 5
          && sameSentence(Math.min(found.end, other.end), Math.max(found.start, other.start))) {
        return true;
      }
    }
    return false;
  }
}
