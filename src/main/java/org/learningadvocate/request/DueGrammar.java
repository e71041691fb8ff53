package org.learningadvocate.request;

import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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

  private interface Rule {
    @Nullable LocalDate day(Matcher words, DueGrammar grammar);
  }

  /** A pattern, and whether it can only match where a month, a weekday or a digit stands. */
  private record Entry(
      Pattern pattern, Kind kind, Rule rule, boolean month, boolean weekday, boolean digit) {}

  private static final Map<String, Month> MONTHS = months();
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final Map<String, Integer> NUMBERS = numbers();

  private static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december"
          + "|janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre"
          + "|d[eé]cembre|januar|februar|m[aä]rz|juni|juli|oktober|dezember"
          + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
          + "|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
          + "|janeiro|fevereiro|abril|maio|junho|julho|setembro|outubro|novembro|dezembro|jan|febr?|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)(?![\\p{L}])(?:\\.(?="
          + " ?\\d| \\p{Ll}))?";
  private static final String WEEKDAY =
      "(mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
          + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
          + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
          + "|mon|tues?|wed|weds|thurs?|thur?|fri|sat|sun)(?![\\p{L}])(?:\\.(?= ?\\d))?";
  private static final String NUMBER =
      "(\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of"
          + "|couple of|a few|few|next two|next three)";
  private static final String YEAR =
      "(?:,? ?((?:20)\\d\\d|'\\d\\d|(?<!\\. ?)(?:last|this|next) year)(?![\\d:.,]\\d))?";
  private static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th|er|\\.|º)?";
  private static final String SPELLED =
      "((?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
          + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
          + "|twentieth|thirtieth)(?![\\p{L}]| (?:week|half|quarter|of the))";
  private static final List<String> ORDINALS =
      List.of(
          ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                  + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
              .split(" "));
  private static final String NTH_WEEKDAY =
      "(?:the )?(first|second|third|fourth|last) " + WEEKDAY + " (?:of|in) (?:the )?";
  private static final String DAYPART = "(?:" + WEEKDAY + ",? ?(?:the |den |dem |le )?)?";
  private static final String B = "(?<![\\p{L}\\p{N}_/.,:$€£'-])";
  private static final String DASH = " ?(?:-|–|—|to|and|till|until|bis|au|al) ?";
  private static final Set<String> AMBIGUOUS =
      Set.of("may", "march", "mar", "mars", "mai", "dec", "jan", "avril", "abril", "agosto");
  private static final Set<String> VERBLIKE = Set.of("sat", "sun", "wed", "mon");
  private static final Pattern CUED =
      Pattern.compile(
          "(?:^|[^\\p{L}])(?:in|by|b4|before|until|till|til|of|on|for|during|from|since|to|this|next"
              + "|and|or|end|sometime|around|im|en|ab|bis|throughout|latest|due|deadline|starts?|opens?|live)["
              + " ,:(]+(?:the )?$|\\($");
  private static final String CUE =
      "(?:by|b4|before|until|till|til|to|on|due|for|from|since|latest|deadline|date|target|prior to"
          + "|from|starts?|starting|live|opens?|ready|of|per|bis|ab|vor|am|le|du|avant|dal|entro"
          + "|hasta|antes del|at)";

  /** "Q3 is wrong" speaks of a question. */
  private static final String WRONG =
      "(?:\\w+ )?(?:wrong|incorrect|missing|broken|unclear|ambiguous|outdated|out of|still|marked|asking)";

  private static final Set<String> MONTH_FIRST =
      Set.of("US", "CA", "PH", "PR", "GU", "AS", "VI", "BZ", "FM", "MH", "PW");
  private static final Pattern ANY_MONTH = Pattern.compile(MONTH);
  private static final Pattern ANY_WEEKDAY = Pattern.compile(WEEKDAY);
  private static final List<Entry> ENTRIES = entries();

  private final String raw;
  private final String text;
  private final LocalDate posted;
  private final boolean dayFirst;

  private DueGrammar(String raw, LocalDate posted, boolean dayFirst) {
    this.raw = raw;
    this.text = lower(raw);
    this.posted = posted;
    this.dayFirst = dayFirst;
  }

  /**
   * All days the text could mean, in the order of the text, none overlapping another.
   *
   * @param text plain text, as {@link Mrkdwn#plain} gives it
   * @param posted the day it was posted, in the zone of who posted it
   * @param locale says whether 3/4 is the third of April or the fourth of March
   */
  static List<Found> days(String text, LocalDate posted, Locale locale) {
    return new DueGrammar(text, posted, dayFirst(locale)).scan();
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
    for (var entry : ENTRIES) {
      if ((entry.month && !month) || (entry.weekday && !weekday) || (entry.digit && !digit)) {
        continue;
      }
      var words = entry.pattern.matcher(text);
      while (words.find()) {
        int start = words.start("d");
        int end = withoutFullStop(words.end("d"));
        if (overlaps(taken, start, end)) {
          continue;
        }
        var day = resolve(entry.rule, words);
        if (day == null) {
          continue;
        }
        taken.add(new int[] {start, end});
        if (!day.isBefore(posted)
            && !LONG_SINCE.matcher(text.substring(Math.max(0, start - 16), start)).find()) {
          all.add(new Found(start, end, entry.kind, day));
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

  private @Nullable LocalDate resolve(Rule rule, Matcher words) {
    try {
      return rule.day(words, this);
    } catch (DateTimeException e) {
      // 31 June and 14/25 look like days but are none, nor is a part of them.
      return posted.minusDays(1);
    }
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
        var day = anchor.date.with(TemporalAdjusters.previous(weekday(weekday.group(2))));
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

  // ---- the ways a day is written, those that say more first

  private static List<Entry> entries() {
    var list = new ArrayList<Entry>();
    add(
        list,
        Kind.ISO,
        B + "(20\\d\\d)-([01]\\d)-([0-3]\\d)(?!\\d)",
        (w, g) -> LocalDate.of(num(w, 2), num(w, 3), num(w, 4)));
    add(
        list,
        Kind.WEEK,
        B
            + "(?:"
            + WEEKDAY
            + ",? ?(?:of |in |der )?)?(?:calendar )?(?:(?:kw|cw|wk|week|woche|semaine) ?(?:no\\.?"
            + " ?|nr\\.? ?|#)?|w(?=\\d))([1-5]?\\d)(?![\\d%:]|[.,]\\d| ?(?:of|to|%|x|-week))(?:["
            + " /]+(20\\d\\d))?",
        (w, g) -> g.week(w.group(2), num(w, 3), w.group(4)));
    add(
        list,
        Kind.HOLIDAY,
        B
            + "(?:the )?"
            + WEEKDAY
            + " (before|after|of) (?:the )?(thanksgiving|christmas|xmas|easter|new"
            + " year'?s?)(?![\\p{L}])",
        (w, g) -> g.weekdayBy(weekday(w.group(2)), w.group(3), g.holiday(w.group(4))));
    add(
        list,
        Kind.DAY_MONTH,
        B + "(?:the )?" + WEEKDAY + " (before|after) (?:the )?" + DAY + " (?:of )?" + MONTH,
        (w, g) ->
            g.weekdayBy(
                weekday(w.group(2)), w.group(3), g.next(month(w.group(5)), num(w, 4), null)));
    add(
        list,
        Kind.RANGE,
        B + "([0-3]?\\d)(?:st|nd|rd|th|\\.)?" + DASH + DAY + " ?(?:of )?" + MONTH + YEAR,
        (w, g) ->
            num(w, 2) < num(w, 3)
                ? g.next(month(w.group(4)), g.ofRange(w, num(w, 2), num(w, 3)), w.group(5))
                : null);
    add(
        list,
        Kind.RANGE,
        B
            + MONTH
            + " ([0-3]?\\d)(?:st|nd|rd|th)?"
            + DASH
            + "([0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:/%]| ?(?:am|pm|%))"
            + YEAR,
        (w, g) ->
            num(w, 3) < num(w, 4)
                ? g.next(month(w.group(2)), g.ofRange(w, num(w, 3), num(w, 4)), w.group(5))
                : null);
    add(
        list,
        Kind.RANGE,
        B + "([0-3]?\\d)\\." + DASH + "([0-3]?\\d)\\.([01]?\\d)\\.(20\\d\\d)?",
        (w, g) -> g.next(Month.of(num(w, 4)), g.ofRange(w, num(w, 2), num(w, 3)), w.group(5)));
    add(
        list,
        Kind.DAY_MONTH,
        B + DAYPART + DAY + "[ -]?(?:of |de |di |do )?" + MONTH + YEAR,
        (w, g) ->
            g.endsMonthDay(w.start(3), w.end(3))
                ? null
                : g.next(month(w.group(4)), num(w, 3), w.group(5)));
    add(
        list,
        Kind.DAY_MONTH,
        B + "(?:the )?" + SPELLED + " (?:of )?" + MONTH + YEAR,
        (w, g) -> g.next(month(w.group(3)), spelled(w.group(2)), w.group(4)));
    add(
        list,
        Kind.DAY_MONTH,
        B + MONTH + " (?:the )?" + SPELLED + YEAR,
        (w, g) -> g.next(month(w.group(2)), spelled(w.group(3)), w.group(4)));
    add(
        list,
        Kind.WEEKDAY,
        B + NTH_WEEKDAY + MONTH,
        (w, g) -> g.nth(w.group(2), weekday(w.group(3)), g.nextMonth(month(w.group(4)))));
    add(
        list,
        Kind.WEEKDAY,
        B + NTH_WEEKDAY + "(?:(this|next|following|coming) )?month(?![\\p{L}])",
        (w, g) ->
            g.nth(
                w.group(2),
                weekday(w.group(3)),
                YearMonth.from(g.posted)
                    .plusMonths(w.group(4) == null || w.group(4).equals("this") ? 0 : 1)));
    add(
        list,
        Kind.WEEKDAY,
        B + NTH_WEEKDAY + "new year(?![\\p{L}'])",
        (w, g) -> g.nth(w.group(2), weekday(w.group(3)), YearMonth.of(g.posted.getYear() + 1, 1)));
    add(
        list,
        Kind.DAY_MONTH,
        B
            + DAYPART
            + MONTH
            + "[ -]?(?:the )?([0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d|/\\d| ?(?:am|pm|%|x"
            + " )(?![\\p{L}]))"
            + YEAR,
        (w, g) -> g.next(month(w.group(3)), num(w, 4), w.group(5)));
    add(
        list,
        Kind.NUMERIC,
        B + DAYPART + "([0-3]?\\d)[/.-]([0-3]?\\d)[/.-]((?:20)?\\d\\d)(?![\\d./:-]\\d|\\d)",
        (w, g) -> g.numeric(num(w, 3), num(w, 4), w.group(5)));
    add(
        list,
        Kind.NUMERIC,
        "(?<!(?:is|was|are|at|now|version|than|score|rev) )"
            + B
            + DAYPART
            + "([0-3]?\\d)\\. ?([01]?\\d)\\.(?![\\d])",
        (w, g) -> g.next(Month.of(num(w, 4)), num(w, 3), null));
    addCued(
        list,
        Kind.NUMERIC,
        "(?:(?<![\\p{L}])"
            + CUE
            + "|"
            + WEEKDAY
            + "),? (?:the |den )?(?<d>([0-3]?\\d)\\.([01]\\d)(?![\\d.,/:%]|\\.\\d|"
            + " ?(?:%|x|k|m|h|am|pm|hours|million|kg)(?![\\p{L}])))",
        (w, g) -> g.dayFirst ? g.next(Month.of(num(w, 4)), num(w, 3), null) : null);
    // "before 19-3", as the Dutch write it; "2-3 weeks" is something else.
    addCued(
        list,
        Kind.NUMERIC,
        "(?:(?<![\\p{L}])"
            + CUE
            + "|"
            + WEEKDAY
            + "),? (?:the |den )?(?<d>(3[01]|[12]\\d|0?[1-9])-(1[0-2]|0?[1-9])(?![\\d.,/:%-]?\\d|"
            + " ?(?:%|x|k|m|h|am|pm|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?|years?|people"
            + "|times?|pages?|pieces?|slides?|questions?|modules?|of)(?![\\p{L}])))",
        (w, g) -> g.dayFirst ? g.next(Month.of(num(w, 4)), num(w, 3), null) : null);
    add(
        list,
        Kind.NUMERIC,
        B
            + DAYPART
            + "(?!24/7|50/50)([0-3]?\\d)/([0-3]?\\d)(?![\\d/%]|[.,]\\d|[\\p{L}]|"
            + " ?(?:of|roster|split|ratio|scale|inch|stars|support)(?![\\p{L}]))",
        (w, g) -> g.slashed(w));
    add(
        list,
        Kind.HOLIDAY,
        B
            + "(?:just )?(?:after|since|last) (christmas|xmas|easter|thanksgiving|new"
            + " year'?s?|halloween)(?![\\p{L}])",
        (w, g) -> g.posted.minusDays(1));
    add(
        list,
        Kind.HOLIDAY,
        B
            + "(christmas eve|christmas(?: day| break| holidays?)?|x-?mas|new year'?s eve|new"
            + " year'?s?(?: day)?|boxing day|easter|good friday|thanksgiving|turkey day|black"
            + " friday|cyber monday|halloween|hallowe'en|valentine'?s(?: day)?|st\\.? patrick'?s(?:"
            + " day)?|labou?r day|memorial day|independence day|4th of july|fourth of july|july"
            + " 4th|cinco de mayo|juneteenth|anzac day|australia day|canada day|martin luther king"
            + " day|mlk day|presidents'? day|columbus day|veterans day|remembrance day|bonfire"
            + " night|st\\.? nicholas|saint-nicolas|bastille day|all saints|epiphany|three"
            + " kings)(?![\\p{L}])(?!"
            + " (?:rush|peak|season|card|cards|party|menu|promo|cake|week|range|stock|sale))",
        (w, g) -> g.holiday(w.group(2)));
    add(
        list,
        Kind.ORDINAL,
        B
            + "(?:the )?([0-3]?\\d)(?:st|nd|rd|th) of (this|next|the following|the coming)"
            + " month(?![\\p{L}])",
        (w, g) -> g.ordinal(num(w, 2), w.group(3)));
    add(
        list,
        Kind.DAY_MONTH,
        B + "(?:the )?(first|second|third|last day) of " + MONTH + YEAR,
        (w, g) ->
            w.group(2).startsWith("last")
                ? g.part("end", month(w.group(3)), w.group(4))
                : g.next(month(w.group(3)), number(w.group(2)), w.group(4)));
    // Parts of a month, quarters and years.
    add(
        list,
        Kind.PART_OF_MONTH,
        B
            + "(?:the"
            + " )?(?:(mid|middle|early|late|mitte|anfang|ende|fin|d[eé]but|mi|end|beginning)(?:["
            + " -]+(?:of |in |de |di |du )?(?:the )?)|(ends?|start|close|first week|second"
            + " week|third week|fourth week|last week|first half|second half) (?:of|in(?! [\\p{L}]+"
            + " (?:we|the|it)))(?<! start in) )"
            + MONTH
            + YEAR,
        (w, g) ->
            g.part(w.group(2) == null ? w.group(3) : w.group(2), month(w.group(4)), w.group(5)));
    add(
        list,
        Kind.PART_OF_MONTH,
        B
            + "(?:the )?(mid|middle|early|late|end|beginning|start)(?:[ -]+(?:of |in )?(?:the"
            + " )?)(this|next|current|coming|following)? ?month(?!s)(?![\\p{L}])",
        (w, g) -> g.partOfMonth(w.group(2), w.group(3)));
    add(
        list,
        Kind.QUARTER,
        B
            + "(?:(mid|middle of|early(?: in)?|beginning of|start of|late(?: in)?|end"
            + " of|end|within|fin|ende) ?-?(?:the )?)?(?<!quiz )(?<!question )(?:q|quarter"
            + " )([1-4])(?! (?:marks|has|asks|says|is (?:"
            + WRONG
            + ")))(?![\\p{L}\\p{N}])(?:["
            + " /'-]*((?:20)?\\d\\d)(?![\\d%:]|[.,]\\d))?",
        (w, g) -> g.quarter(w.group(2), num(w, 3), w.group(4)));
    add(
        list,
        Kind.QUARTER,
        B
            + "(?:the )?(?:(?:mid|middle of|early|beginning of|start of|late|end of|within) (?:the"
            + " )?)?(first|second|third|fourth|last) quarter(?: (?:of )?(?:this year|(20\\d\\d)))?",
        (w, g) -> g.quarter("end", "last".equals(w.group(2)) ? 4 : number(w.group(2)), w.group(3)));
    add(
        list,
        Kind.QUARTER,
        B + "(?:(?:the )?(?:end|close) of )?(?:the )?quarter after next",
        (w, g) -> quarterEnd(g.posted.plusMonths(6)));
    add(
        list,
        Kind.QUARTER,
        B
            + "(?:the )?(end|close) of (?:the |this )?(?:calendar )?quarter|"
            + B
            + "quarter[- ]end|"
            + B
            + "(?:this|within the|in the current) quarter|"
            + B
            + "eoq(?![\\p{L}])",
        (w, g) -> quarterEnd(g.posted));
    add(
        list,
        Kind.QUARTER,
        B + "(?:(?:the )?(?:end|close) of )?next quarter",
        (w, g) -> quarterEnd(g.posted.plusMonths(3)));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:end of |eo)(?:the )?(?:first half|h1)|"
            + B
            + "mid[- ]?year|"
            + B
            + "(?:end of )?h1(?![\\p{L}\\p{N}])",
        (w, g) -> g.next(Month.JUNE, 30, null));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:the )?(?:end of|in|fin) (?:h2|the second half)(?![\\p{L}\\p{N}])|"
            + B
            + "(?:the )?end of (?:the |this )?(?:calendar )?year|"
            + B
            + "(?:some ?time |later |still )?this (?:calendar )?year|"
            + B
            + "(?:by )?year[- ]end|"
            + B
            + "eoy(?![\\p{L}])|"
            + B
            + "fin d'ann[eé]e|"
            + B
            + "(?:by the time )?the year is out|"
            + B
            + "the year ends",
        (w, g) -> LocalDate.of(g.posted.getYear(), 12, 31));
    add(
        list,
        Kind.PERIOD_END,
        B + "eofy(?![\\p{L}])|" + B + "(?:the )?end of (?:the |this )?(?:financial|fiscal) year",
        (w, g) ->
            g.dayFirst ? g.next(Month.JUNE, 30, null) : LocalDate.of(g.posted.getYear(), 12, 31));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:the )?(?:very )?(?:end|close) of (?:the |this |current ){0,4}month(?!s)(?![\\p{L}])|"
            + B
            + "eom(?![\\p{L}])|"
            + B
            + "month[- ]end(?! (?:close|closing|report))|"
            + B
            + "(?:later |some ?time )?this month(?![\\p{L}])|"
            + B
            + "the month is out|"
            + B
            + "fin de mois|"
            + B
            + "monatsende",
        (w, g) -> endOf(YearMonth.from(g.posted)));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:(?:the )?(?:end|close) of )?(?:next|the following|the coming)"
            + " month(?!s)(?![\\p{L}])",
        (w, g) -> endOf(YearMonth.from(g.posted).plusMonths(1)));
    add(
        list,
        Kind.WEEKDAY,
        B + WEEKDAY + ",? (?:of |in )?(?:the )?(?:next|following|coming) week(?![\\p{L}])",
        (w, g) -> g.ofNextWeek(weekday(w.group(2))));
    add(
        list,
        Kind.WEEKDAY,
        B + "next week(?:'s)?,? (?:on )?" + WEEKDAY,
        (w, g) -> g.ofNextWeek(weekday(w.group(2))));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:the )?(?:end|close) of (?:the |this |current |work){0,4}(?:working |business"
            + " )?week(?![\\p{L}])|"
            + B
            + "eow(?![\\p{L}])|"
            + B
            + "(?:later |some ?time )?this week(?![\\p{L}'])|"
            + B
            + "week[- ]end(?![\\p{L}])",
        (w, g) -> g.endOfWeek(0));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:the )?(?:end|close) of (?:next|the following|the coming) week(?![\\p{L}])|"
            + B
            + "(?:some ?time )?next week(?![\\p{L}']| (?:mon|tue|wed|thu|fri))",
        (w, g) -> g.endOfWeek(1));
    // Weekdays.
    add(
        list,
        Kind.PERIOD_END,
        "(?<=before |by |ahead of |for )the weekend(?![\\p{L}'])",
        (w, g) -> g.endOfWeek(0));
    add(
        list,
        Kind.RELATIVE,
        B + "(a|one|two|three) weeks? today(?![\\p{L}'])",
        (w, g) -> g.posted.plusWeeks(number(w.group(2))));
    add(
        list,
        Kind.RELATIVE,
        B + "(?:a )?fortnight today(?![\\p{L}'])",
        (w, g) -> g.posted.plusWeeks(2));
    add(
        list,
        Kind.WEEKDAY,
        B + "(a|one|two) weeks? (?:on|from|after) (?:this )?" + WEEKDAY,
        (w, g) -> g.coming(weekday(w.group(3))).plusWeeks(number(w.group(2))));
    add(
        list,
        Kind.WEEKDAY,
        B + WEEKDAY + " (?:week(?![\\p{L}])|in (?:a|one) week|after next)",
        (w, g) -> g.coming(weekday(w.group(2))).plusWeeks(1));
    add(
        list,
        Kind.WEEKDAY,
        B + "(?:next|n[aä]chsten) " + WEEKDAY,
        (w, g) -> g.ofNextWeek(weekday(w.group(2))));
    add(
        list,
        Kind.WEEKDAY,
        B + "(last|every|each|previous|past|ash|every (?:second|other|first|last)) " + WEEKDAY,
        (w, g) ->
            // A day, but none to be ready by.
            g.posted.minusDays(1));
    add(
        list,
        Kind.WEEKDAY,
        B
            + WEEKDAY
            + "(?:[ -](?:the )?([0-3]?\\d)(?:st|nd|rd|th))?(?![\\p{L}]|'s (?!standup|meeting))",
        (w, g) -> g.bareWeekday(w));
    // So many weeks from now.
    add(
        list,
        Kind.RELATIVE,
        B
            + "(?:in|within|inside|inside of|no later than|latest in|innerhalb"
            + " von|dans|en|entro|tra) (?:about |around |roughly |max(?:imum)? |the next |the"
            + " coming |next |at most ){0,4}"
            + NUMBER
            + "[ -](?:short |calendar"
            + " )?(day|week|wk|month|fortnight|tage|wochen|semaine|jour)(?:s|e|n)?'?(?:"
            + " time)?(?![\\p{L}])(?! (?:ago|of|later|flat|after|long))",
        (w, g) ->
            g.posted.plus(
                number(w.group(2)) * ("fortnight".equals(w.group(3)) ? 2L : 1L), unit(w.group(3))));
    add(
        list,
        Kind.RELATIVE,
        B
            + NUMBER
            + "[ -](day|week|wk|month|fortnight)s? (?:from (?:now|today)|time|max(?:imum)?(?!"
            + " \\d)|hence)(?![\\p{L}])",
        (w, g) ->
            g.posted.plus(
                number(w.group(2)) * ("fortnight".equals(w.group(3)) ? 2L : 1L), unit(w.group(3))));
    add(
        list,
        Kind.RELATIVE,
        B
            + "(?:in )?(?:a )?fortnight(?:'s time)?(?="
            + " (?:from|would|is|max|at|please|if|or)|[.,!?]|$)",
        (w, g) -> g.posted.plusWeeks(2));
    // Today and tomorrow.
    add(
        list,
        Kind.TODAY,
        B + "(?:the )?(?:day|d) after (?:tomorr?ow|tmrw)|" + B + "übermorgen|" + B + "overmorrow",
        (w, g) -> g.posted.plusDays(2));
    add(
        list,
        Kind.TODAY,
        B + "(?:tomorr?ow|tom+or+ow|tmrw|tmr|2mor+ow?|tomoz|tmw|demain|mañana)(?![\\p{L}])",
        (w, g) -> g.posted.plusDays(1));
    add(
        list,
        Kind.TODAY,
        B
            + "(?:today(?!'s)|tonight|tonite|2day|2nite|eod|cob|eob|end of (?:the"
            + " )?(?:day|business)|close of (?:business|play)|this"
            + " (?:afternoon|arvo|evening|morning)|lunch ?time|heute|aujourd'hui|hoy)(?![\\p{L}])",
        (w, g) -> g.posted);
    // Feasts that people name instead of a date.
    // "the 15th", and at last a month alone.
    addCued(
        list,
        Kind.ORDINAL,
        "(?:(?<![\\p{L}])(?:by|b4|before|until|till|til|on|from|for|latest|due|of|to|is|since|between|and|after|deadline)["
            + " :]+|^|[-–—,.(:;!?] ?|\\bthe )(?<d>(?:the )?([0-3]?\\d)(?:st|nd|rd|th)(?: of"
            + " (this|next|the following) month)?)(?=[.,;:!?)\\n"
            + "]|$| (?:of (?:this|next|the following)"
            + " month|and|so|please|pls|plz|if|at|when|in|for|with|as|but|or|we|they|i|it|is|works|would|will|latest|because|bc|since|which|to|on|that|before|than|thanks|ta|cheers|max|should|can|could|would|morning|evening|afternoon|the|there|he|she|you|ok|okay|our|my|–|-|—))",
        (w, g) -> g.ordinal(num(w, 2), w.group(3)));
    addCued(
        list,
        Kind.ORDINAL,
        "(?<![\\p{L}])(?:by|before|until|till|for) (?<d>(?:the|den) ([0-3]?\\d)\\.?)(?![\\d%:/.]|["
            + " -]?[\\p{L}\\p{N}])",
        (w, g) -> g.ordinal(num(w, 2), null));
    add(
        list,
        Kind.MONTH,
        B
            + "(?:(?:the )?(?:whole of |all of |month of ))?"
            + MONTH
            + "(?![\\p{L}]|[-'/]| ?(?!20\\d\\d(?!\\d))\\d|"
            + " (?:be|have|not|know|need|well|also|take|want|come|i|we|get|see|say|call|ask|even|or"
            + " may|seem|look|happen|help|still)(?![\\p{L}]))(?:,? (20\\d\\d))?",
        (w, g) -> g.bareMonth(w));
    return List.copyOf(list);
  }

  private static void add(List<Entry> list, Kind kind, String pattern, Rule rule) {
    addCued(list, kind, "(?<d>" + pattern + ")", rule);
  }

  /** A pattern that marks the day's own words itself, as the group {@code d}. */
  private static void addCued(List<Entry> list, Kind kind, String pattern, Rule rule) {
    list.add(
        new Entry(
            Pattern.compile(pattern),
            kind,
            rule,
            pattern.contains(MONTH),
            kind == Kind.WEEKDAY,
            kind == Kind.NUMERIC || kind == Kind.ISO || kind == Kind.ORDINAL));
  }

  // ---- arithmetic

  /** "by June 15. July is full" names the 15th of June, though "15. July" is how Germans write. */
  private boolean endsMonthDay(int start, int end) {
    if (end >= text.length() || text.charAt(end) != '.') {
      return false;
    }
    var before = text.substring(Math.max(0, start - 12), start).strip();
    return MONTHS.containsKey(before.substring(before.lastIndexOf(' ') + 1));
  }

  private static final Pattern ANY_DAY_OF =
      Pattern.compile(
          "(?:between|some ?time|any ?time|any day|by|until|till|within|latest)(?: the| from)? $");

  /** An event of some days begins with the first; any day of a span is as late as its last. */
  private int ofRange(Matcher words, int first, int last) {
    int start = words.start("d");
    return ANY_DAY_OF.matcher(text.substring(Math.max(0, start - 20), start)).find() ? last : first;
  }

  /** "the first Monday of March", "the last Friday of next month". */
  private LocalDate nth(String which, DayOfWeek day, YearMonth month) {
    return month
        .atDay(1)
        .with(
            which.equals("last")
                ? lastInMonth(day)
                : TemporalAdjusters.dayOfWeekInMonth(number(which), day));
  }

  /** The first such day on or after the posting, or in the year that the text names. */
  private LocalDate next(Month month, int day, @Nullable String year) {
    if (year != null) {
      return LocalDate.of(year(year), month, day);
    }
    int y = posted.getYear();
    // 29 February waits for a leap year.
    for (int ahead = 0; ahead < 8; ahead++) {
      if (day <= month.length(java.time.Year.isLeap(y + ahead))) {
        var date = LocalDate.of(y + ahead, month, day);
        // Without a year, what comes round in ten months is likelier the one just gone by.
        if (!date.isBefore(posted)) {
          return date.isAfter(posted.plusDays(305)) ? posted.minusDays(1) : date;
        }
      }
    }
    throw new DateTimeException("no such day");
  }

  private @Nullable LocalDate numeric(int first, int second, String year) {
    boolean swap = dayFirst ? second > 12 : first <= 12;
    int month = swap ? first : second;
    int day = swap ? second : first;
    return month == 0 || day == 0 ? null : LocalDate.of(year(year), month, day);
  }

  private @Nullable LocalDate slashed(Matcher words) {
    int first = num(words, 3);
    int second = num(words, 4);
    boolean swap = dayFirst ? second > 12 : first <= 12;
    int month = swap ? first : second;
    int day = swap ? second : first;
    if (month == 0 || day == 0) {
      return null;
    }
    // Small fractions ("3/4 of them", "1/2") are days only behind a cue.
    if (first < second && second <= 4 && words.group(2) == null && !cued(words)) {
      return null;
    }
    return next(Month.of(month), day, null);
  }

  private @Nullable LocalDate week(@Nullable String weekday, int week, @Nullable String year) {
    if (week < 1 || week > 53) {
      return null;
    }
    int y = year == null ? posted.get(IsoFields.WEEK_BASED_YEAR) : year(year);
    var day = weekday == null ? DayOfWeek.FRIDAY : weekday(weekday);
    var date = weekDate(y, week, day);
    return year == null && date.isBefore(posted) ? weekDate(y + 1, week, day) : date;
  }

  private static LocalDate weekDate(int year, int week, DayOfWeek day) {
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(day.getValue() - 1L);
  }

  private LocalDate part(String part, Month month, @Nullable String year) {
    var whole = year == null ? nextMonth(month) : YearMonth.of(year(year), month);
    return partOf(part, whole);
  }

  private LocalDate partOf(String part, YearMonth whole) {
    return switch (part) {
      case "mid", "middle", "mitte", "mi", "second week", "first half" -> {
        int day = part.equals("second week") ? 14 : 15;
        yield stillAhead(whole, day);
      }
      case "early", "beginning", "start", "first week", "anfang", "début", "debut" ->
          stillAhead(whole, 7);
      case "third week" -> stillAhead(whole, 21);
      default -> endOf(whole);
    };
  }

  /** "early March" said on the 20th of March is next year's. */
  private LocalDate stillAhead(YearMonth month, int day) {
    var date = month.atDay(day);
    return date.isBefore(posted) && month.equals(YearMonth.from(posted))
        ? month.plusYears(1).atDay(day)
        : date;
  }

  private LocalDate partOfMonth(String part, @Nullable String which) {
    var month = YearMonth.from(posted);
    boolean later = which != null && !which.equals("this") && !which.equals("current");
    return partOf(part, later ? month.plusMonths(1) : month);
  }

  private LocalDate quarter(@Nullable String part, int quarter, @Nullable String year) {
    var end = YearMonth.of(year == null ? posted.getYear() : year(year), quarter * 3);
    if (year == null && endOf(end).isBefore(posted)) {
      end = end.plusYears(1);
    }
    if (part != null && part.startsWith("mid")) {
      var mid = end.minusMonths(1).atDay(15);
      return mid.isBefore(posted) ? endOf(end) : mid;
    }
    if (part != null
        && (part.startsWith("early") || part.startsWith("beg") || part.startsWith("start"))) {
      var early = end.minusMonths(2).atDay(7);
      return early.isBefore(posted) ? endOf(end) : early;
    }
    return endOf(end);
  }

  private static LocalDate quarterEnd(LocalDate day) {
    int month = (day.getMonthValue() + 2) / 3 * 3;
    return endOf(YearMonth.of(day.getYear(), month));
  }

  private LocalDate endOfWeek(int ahead) {
    var friday =
        posted
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .plusDays(4)
            .plusWeeks(ahead);
    return friday.isBefore(posted) ? friday.plusWeeks(1) : friday;
  }

  private LocalDate coming(DayOfWeek day) {
    return posted.with(TemporalAdjusters.next(day));
  }

  private LocalDate ofNextWeek(DayOfWeek day) {
    return posted.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(day.getValue() - 1L);
  }

  private static boolean plural(String weekday) {
    return weekday.endsWith("days");
  }

  private @Nullable LocalDate bareWeekday(Matcher words) {
    var word = words.group(2);
    var dayOfMonth = words.group(3);
    // "sat through it", "the sun", "they wed": days only with a capital or behind a cue.
    if (VERBLIKE.contains(word) && dayOfMonth == null && !cued(words) && !nameLike(words)) {
      return null;
    }
    if (plural(word)) {
      return null;
    }
    if (dayOfMonth == null) {
      return coming(weekday(word));
    }
    for (int back = 1; back <= 14; back++) {
      var past = posted.minusDays(back);
      if (past.getDayOfMonth() == Integer.parseInt(dayOfMonth)
          && past.getDayOfWeek() == weekday(word)) {
        return past;
      }
    }
    // "Friday the 13th": the first month in which that day is that weekday, within a year.
    int day = Integer.parseInt(dayOfMonth);
    var month = YearMonth.from(posted);
    for (int ahead = 0; ahead < 12; ahead++, month = month.plusMonths(1)) {
      if (month.isValidDay(day)
          && !month.atDay(day).isBefore(posted)
          && month.atDay(day).getDayOfWeek() == weekday(word)) {
        return month.atDay(day);
      }
    }
    return ordinal(day, null);
  }

  /** Written with a capital that no start of a sentence explains. */
  private boolean nameLike(Matcher words) {
    int start = words.start("d");
    boolean opens =
        start < 2
            || ".!?\n>".indexOf(text.charAt(start - 2)) >= 0
            || text.charAt(start - 1) == '\n';
    return Character.isUpperCase(raw.charAt(start)) && !opens;
  }

  private LocalDate weekdayBy(DayOfWeek day, String side, LocalDate feast) {
    return side.equals("after")
        ? feast.with(TemporalAdjusters.next(day))
        : feast.with(TemporalAdjusters.previous(day));
  }

  private LocalDate ordinal(int day, @Nullable String which) {
    var month = YearMonth.from(posted);
    if (which != null && !which.equals("this")) {
      return month.plusMonths(1).atDay(day);
    }
    for (int ahead = 0; ahead < 12; ahead++) {
      var candidate = month.plusMonths(ahead);
      if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(posted)) {
        return candidate.atDay(day);
      }
    }
    throw new DateTimeException("no such day");
  }

  private @Nullable LocalDate bareMonth(Matcher words) {
    var name = words.group(2);
    // "may" and "march" are verbs, "mar" and "dec" shorten other things: they need a cue before.
    if (AMBIGUOUS.contains(name) && !cued(words)) {
      return null;
    }
    var month = month(name);
    return endOf(
        words.group(3) == null ? nextMonth(month) : YearMonth.of(year(words.group(3)), month));
  }

  private boolean cued(Matcher words) {
    int start = words.start("d");
    return CUED.matcher(text.substring(Math.max(0, start - 24), start)).find();
  }

  private YearMonth nextMonth(Month month) {
    var candidate = YearMonth.of(posted.getYear(), month);
    return candidate.isBefore(YearMonth.from(posted)) ? candidate.plusYears(1) : candidate;
  }

  private static LocalDate endOf(YearMonth month) {
    return month.atEndOfMonth();
  }

  private static LocalDate easter(int year) {
    // The Gregorian computus as Meeus gives it.
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  private LocalDate holiday(String name) {
    var date = feast(name, posted.getYear());
    return date.isBefore(posted) ? feast(name, posted.getYear() + 1) : date;
  }

  private static LocalDate feast(String name, int year) {
    if (name.startsWith("christmas eve")) {
      return LocalDate.of(year, 12, 24);
    }
    if (name.startsWith("christmas") || name.startsWith("x")) {
      return LocalDate.of(year, 12, 25);
    }
    if (name.startsWith("new year")) {
      return name.endsWith("eve") ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
    }
    if (name.startsWith("hallow")) {
      return LocalDate.of(year, 10, 31);
    }
    if (name.startsWith("valentine")) {
      return LocalDate.of(year, 2, 14);
    }
    if (name.contains("patrick")) {
      return LocalDate.of(year, 3, 17);
    }
    return switch (name) {
      case "boxing day" -> LocalDate.of(year, 12, 26);
      case "easter" -> easter(year);
      case "good friday" -> easter(year).minusDays(2);
      case "thanksgiving", "turkey day" -> nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
      case "black friday" -> nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4).plusDays(1);
      case "cyber monday" -> nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4).plusDays(4);
      case "labor day" -> LocalDate.of(year, 9, 1).with(firstInMonth(DayOfWeek.MONDAY));
      case "labour day" -> LocalDate.of(year, 5, 1);
      case "memorial day" -> LocalDate.of(year, 5, 1).with(lastInMonth(DayOfWeek.MONDAY));
      case "cinco de mayo" -> LocalDate.of(year, 5, 5);
      case "juneteenth" -> LocalDate.of(year, 6, 19);
      case "anzac day" -> LocalDate.of(year, 4, 25);
      case "australia day" -> LocalDate.of(year, 1, 26);
      case "canada day" -> LocalDate.of(year, 7, 1);
      case "martin luther king day", "mlk day" -> nth(year, Month.JANUARY, DayOfWeek.MONDAY, 3);
      case "presidents' day", "presidents day" -> nth(year, Month.FEBRUARY, DayOfWeek.MONDAY, 3);
      case "columbus day" -> nth(year, Month.OCTOBER, DayOfWeek.MONDAY, 2);
      case "veterans day", "remembrance day" -> LocalDate.of(year, 11, 11);
      case "bonfire night" -> LocalDate.of(year, 11, 5);
      case "st nicholas", "st. nicholas", "saint-nicolas" -> LocalDate.of(year, 12, 6);
      case "bastille day" -> LocalDate.of(year, 7, 14);
      case "all saints" -> LocalDate.of(year, 11, 1);
      case "epiphany", "three kings" -> LocalDate.of(year, 1, 6);
      default -> LocalDate.of(year, 7, 4);
    };
  }

  private static LocalDate nth(int year, Month month, DayOfWeek day, int ordinal) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
  }

  private static int num(Matcher words, int group) {
    return Integer.parseInt(words.group(group));
  }

  private int year(String digits) {
    if (digits.endsWith("year")) {
      return posted.getYear()
          + (digits.startsWith("last") ? -1 : digits.startsWith("next") ? 1 : 0);
    }
    var bare = digits.replace("'", "");
    return bare.length() == 2 ? 2000 + Integer.parseInt(bare) : Integer.parseInt(bare);
  }

  private static int number(String words) {
    return Character.isDigit(words.charAt(0))
        ? Integer.parseInt(words)
        : java.util.Objects.requireNonNull(NUMBERS.get(words));
  }

  /** "twenty-first" is 21. */
  private static int spelled(String ordinal) {
    int place = ORDINALS.indexOf(ordinal);
    if (place >= 0) {
      return place + 1;
    }
    int tens = ordinal.startsWith("twent") ? 20 : 30;
    return ordinal.endsWith("ieth") ? tens : tens + ORDINALS.indexOf(ordinal.substring(7)) + 1;
  }

  private static ChronoUnit unit(String word) {
    return switch (word.charAt(0)) {
      case 'd', 't', 'j' -> ChronoUnit.DAYS;
      case 'm' -> ChronoUnit.MONTHS;
      default -> ChronoUnit.WEEKS;
    };
  }

  private static Month month(String name) {
    return java.util.Objects.requireNonNull(MONTHS.get(name));
  }

  private static DayOfWeek weekday(String name) {
    return java.util.Objects.requireNonNull(WEEKDAYS.get(name));
  }

  private static Map<String, Month> months() {
    var months = new java.util.HashMap<String, Month>();
    var names =
        List.of(
            "january jan janvier januar enero gennaio janeiro",
            "february feb febr février fevrier februar febrero febbraio fevereiro",
            "march mar mars märz marz marzo março",
            "april apr avril abril aprile",
            "may mai mayo maggio maio",
            "june jun juin juni junio giugno junho",
            "july jul juillet juli julio luglio julho",
            "august aug août aout agosto",
            "september sep sept septembre septiembre settembre setembro",
            "october oct okt octobre oktober octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dez décembre decembre dezember diciembre dicembre dezembro");
    for (int i = 0; i < names.size(); i++) {
      for (var name : names.get(i).split(" ")) {
        months.put(name, Month.of(i + 1));
      }
    }
    return Map.copyOf(months);
  }

  private static Map<String, DayOfWeek> weekdays() {
    var days = new java.util.HashMap<String, DayOfWeek>();
    var names =
        List.of(
            "monday mondays mon montag lundi",
            "tuesday tuesdays tue tues dienstag mardi",
            "wednesday wednesdays wed weds mittwoch mercredi",
            "thursday thursdays thu thur thurs donnerstag jeudi",
            "friday fridays fri freitag vendredi",
            "saturday saturdays sat samstag samedi",
            "sunday sundays sun sonntag dimanche");
    for (int i = 0; i < names.size(); i++) {
      for (var name : names.get(i).split(" ")) {
        days.put(name, DayOfWeek.of(i + 1));
      }
    }
    return Map.copyOf(days);
  }

  private static Map<String, Integer> numbers() {
    var numbers = new java.util.HashMap<String, Integer>();
    numbers.put("a", 1);
    numbers.put("an", 1);
    var names =
        List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i + 1);
    }
    numbers.put("first", 1);
    numbers.put("second", 2);
    numbers.put("third", 3);
    numbers.put("fourth", 4);
    numbers.put("twelve", 12);
    numbers.put("a couple of", 2);
    numbers.put("couple of", 2);
    numbers.put("next two", 2);
    numbers.put("next three", 3);
    numbers.put("a few", 3);
    numbers.put("few", 3);
    return Map.copyOf(numbers);
  }
}
