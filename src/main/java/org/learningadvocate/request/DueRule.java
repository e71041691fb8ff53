package org.learningadvocate.request;

import static org.learningadvocate.request.CalendarWords.MONTH;
import static org.learningadvocate.request.CalendarWords.NUMBER;
import static org.learningadvocate.request.CalendarWords.SPELLED;
import static org.learningadvocate.request.CalendarWords.WEEKDAY;
import static org.learningadvocate.request.CalendarWords.month;
import static org.learningadvocate.request.CalendarWords.number;
import static org.learningadvocate.request.CalendarWords.spelled;
import static org.learningadvocate.request.CalendarWords.unit;
import static org.learningadvocate.request.CalendarWords.weekday;
import static org.learningadvocate.request.DatedText.endOf;
import static org.learningadvocate.request.DatedText.quarterEnd;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.request.DueGrammar.Kind;

/**
 * One way of writing a day. Where two match the same words, the one that stands first in {@link
 * #ALL} has them.
 *
 * @param pattern its group {@code d} holds the day's own words
 * @param needsMonth whether it can only match where a month stands
 * @param needsWeekday whether it can only match where a weekday stands
 * @param needsDigit whether it can only match where a digit stands
 */
record DueRule(
    Pattern pattern,
    Kind kind,
    Reckoning reckoning,
    boolean needsMonth,
    boolean needsWeekday,
    boolean needsDigit) {

  /** From the words to the day; null where they mean none after all. */
  @FunctionalInterface
  interface Reckoning {
    @Nullable LocalDate day(Matcher words, DatedText text);
  }

  private static final String YEAR =
      "(?:,? ?((?:20)\\d\\d|'\\d\\d|(?<!\\. ?)(?:last|this|next) year)(?![\\d:.,]\\d))?";
  private static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th|er|\\.|º)?";
  private static final String NTH_WEEKDAY =
      "(?:the )?(first|second|third|fourth|last) " + WEEKDAY + " (?:of|in) (?:the )?";
  private static final String DAYPART = "(?:" + WEEKDAY + ",? ?(?:the |den |dem |le )?)?";

  /** Where a word may begin. */
  static final String B = "(?<![\\p{L}\\p{N}_/.,:$€£'-])";

  private static final String DASH = " ?(?:-|–|—|to|and|till|until|bis|au|al) ?";
  private static final String CUE =
      "(?:by|b4|before|until|till|til|to|on|due|for|from|since|latest|deadline|date|target|prior to"
          + "|from|starts?|starting|live|opens?|ready|of|per|bis|ab|vor|am|le|du|avant|dal|entro"
          + "|hasta|antes del|at)";

  /** "Q3 is wrong" speaks of a question. */
  private static final String WRONG =
      "(?:\\w+ )?(?:wrong|incorrect|missing|broken|unclear|ambiguous|outdated|out of|still|marked|asking)";

  static final List<DueRule> ALL = all();

  private static List<DueRule> all() {
    var list = new ArrayList<DueRule>();
    dates(list);
    partsAndQuarters(list);
    ends(list);
    weekdays(list);
    fromNow(list);
    nearby(list);
    leastSaid(list);
    return List.copyOf(list);
  }

  /**
   * The day that the words mean; null where they mean none after all.
   *
   * @return a day before the posting where they look like a day that does not exist
   */
  @Nullable LocalDate day(Matcher words, DatedText text) {
    try {
      return reckoning.day(words, text);
    } catch (DateTimeException e) {
      // 31 June and 14/25 look like days but are none, nor is a part of them.
      return text.posted().minusDays(1);
    }
  }

  /** Days written out, ranges, feasts: what says most comes first. */
  private static void dates(List<DueRule> list) {
    add(
        list,
        Kind.ISO,
        B + "(20\\d\\d)-([01]\\d)-([0-3]\\d)(?!\\d)",
        (w, t) -> LocalDate.of(num(w, 2), num(w, 3), num(w, 4)));
    add(
        list,
        Kind.WEEK,
        B
            + "(?:"
            + WEEKDAY
            + ",? ?(?:of |in |der )?)?(?:calendar )?(?:(?:kw|cw|wk|week|woche|semaine) ?(?:no\\.?"
            + " ?|nr\\.? ?|#)?|w(?=\\d))([1-5]?\\d)(?![\\d%:]|[.,]\\d| ?(?:of|to|%|x|-week))(?:["
            + " /]+(20\\d\\d))?",
        (w, t) -> t.week(w.group(2), num(w, 3), w.group(4)));
    add(
        list,
        Kind.HOLIDAY,
        B
            + "(?:the )?"
            + WEEKDAY
            + " (before|after|of) (?:the )?(thanksgiving|christmas|xmas|easter|new"
            + " year'?s?)(?![\\p{L}])",
        (w, t) -> t.weekdayBy(weekday(w.group(2)), w.group(3), t.holiday(w.group(4))));
    add(
        list,
        Kind.DAY_MONTH,
        B + "(?:the )?" + WEEKDAY + " (before|after) (?:the )?" + DAY + " (?:of )?" + MONTH,
        (w, t) ->
            t.weekdayBy(
                weekday(w.group(2)), w.group(3), t.next(month(w.group(5)), num(w, 4), null)));
    add(
        list,
        Kind.RANGE,
        B + "([0-3]?\\d)(?:st|nd|rd|th|\\.)?" + DASH + DAY + " ?(?:of )?" + MONTH + YEAR,
        (w, t) ->
            num(w, 2) < num(w, 3)
                ? t.next(month(w.group(4)), t.ofRange(w, num(w, 2), num(w, 3)), w.group(5))
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
        (w, t) ->
            num(w, 3) < num(w, 4)
                ? t.next(month(w.group(2)), t.ofRange(w, num(w, 3), num(w, 4)), w.group(5))
                : null);
    add(
        list,
        Kind.RANGE,
        B + "([0-3]?\\d)\\." + DASH + "([0-3]?\\d)\\.([01]?\\d)\\.(20\\d\\d)?",
        (w, t) -> t.next(Month.of(num(w, 4)), t.ofRange(w, num(w, 2), num(w, 3)), w.group(5)));
    add(
        list,
        Kind.DAY_MONTH,
        B + DAYPART + DAY + "[ -]?(?:of |de |di |do )?" + MONTH + YEAR,
        (w, t) ->
            t.endsMonthDay(w.start(3), w.end(3))
                ? null
                : t.next(month(w.group(4)), num(w, 3), w.group(5)));
    add(
        list,
        Kind.DAY_MONTH,
        B + "(?:the )?" + SPELLED + " (?:of )?" + MONTH + YEAR,
        (w, t) -> t.next(month(w.group(3)), spelled(w.group(2)), w.group(4)));
    add(
        list,
        Kind.DAY_MONTH,
        B + MONTH + " (?:the )?" + SPELLED + YEAR,
        (w, t) -> t.next(month(w.group(2)), spelled(w.group(3)), w.group(4)));
    add(
        list,
        Kind.WEEKDAY,
        B + NTH_WEEKDAY + MONTH,
        (w, t) -> t.nth(w.group(2), weekday(w.group(3)), t.nextMonth(month(w.group(4)))));
    add(
        list,
        Kind.WEEKDAY,
        B + NTH_WEEKDAY + "(?:(this|next|following|coming) )?month(?![\\p{L}])",
        (w, t) ->
            t.nth(
                w.group(2),
                weekday(w.group(3)),
                YearMonth.from(t.posted())
                    .plusMonths(w.group(4) == null || w.group(4).equals("this") ? 0 : 1)));
    add(
        list,
        Kind.WEEKDAY,
        B + NTH_WEEKDAY + "new year(?![\\p{L}'])",
        (w, t) ->
            t.nth(w.group(2), weekday(w.group(3)), YearMonth.of(t.posted().getYear() + 1, 1)));
    add(
        list,
        Kind.DAY_MONTH,
        B
            + DAYPART
            + MONTH
            + "[ -]?(?:the )?([0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d|/\\d| ?(?:am|pm|%|x"
            + " )(?![\\p{L}]))"
            + YEAR,
        (w, t) -> t.next(month(w.group(3)), num(w, 4), w.group(5)));
    add(
        list,
        Kind.NUMERIC,
        B + DAYPART + "([0-3]?\\d)[/.-]([0-3]?\\d)[/.-]((?:20)?\\d\\d)(?![\\d./:-]\\d|\\d)",
        (w, t) -> t.numeric(num(w, 3), num(w, 4), w.group(5)));
    add(
        list,
        Kind.NUMERIC,
        "(?<!(?:is|was|are|at|now|version|than|score|rev) )"
            + B
            + DAYPART
            + "([0-3]?\\d)\\. ?([01]?\\d)\\.(?![\\d])",
        (w, t) -> t.next(Month.of(num(w, 4)), num(w, 3), null));
    addCued(
        list,
        Kind.NUMERIC,
        "(?:(?<![\\p{L}])"
            + CUE
            + "|"
            + WEEKDAY
            + "),? (?:the |den )?(?<d>([0-3]?\\d)\\.([01]\\d)(?![\\d.,/:%]|\\.\\d|"
            + " ?(?:%|x|k|m|h|am|pm|hours|million|kg)(?![\\p{L}])))",
        (w, t) -> t.dayFirst() ? t.next(Month.of(num(w, 4)), num(w, 3), null) : null);
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
        (w, t) -> t.dayFirst() ? t.next(Month.of(num(w, 4)), num(w, 3), null) : null);
    add(
        list,
        Kind.NUMERIC,
        B
            + DAYPART
            + "(?!24/7|50/50)([0-3]?\\d)/([0-3]?\\d)(?![\\d/%]|[.,]\\d|[\\p{L}]|"
            + " ?(?:of|roster|split|ratio|scale|inch|stars|support)(?![\\p{L}]))",
        (w, t) -> t.slashed(w));
    add(
        list,
        Kind.HOLIDAY,
        B
            + "(?:just )?(?:after|since|last) (christmas|xmas|easter|thanksgiving|new"
            + " year'?s?|halloween)(?![\\p{L}])",
        (w, t) -> t.posted().minusDays(1));
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
        (w, t) -> t.holiday(w.group(2)));
    add(
        list,
        Kind.ORDINAL,
        B
            + "(?:the )?([0-3]?\\d)(?:st|nd|rd|th) of (this|next|the following|the coming)"
            + " month(?![\\p{L}])",
        (w, t) -> t.ordinal(num(w, 2), w.group(3)));
    add(
        list,
        Kind.DAY_MONTH,
        B + "(?:the )?(first|second|third|last day) of " + MONTH + YEAR,
        (w, t) ->
            w.group(2).startsWith("last")
                ? t.part("end", month(w.group(3)), w.group(4))
                : t.next(month(w.group(3)), number(w.group(2)), w.group(4)));
  }

  /** "mid March", "early Q2", "end of next quarter". */
  private static void partsAndQuarters(List<DueRule> list) {
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
        (w, t) ->
            t.part(w.group(2) == null ? w.group(3) : w.group(2), month(w.group(4)), w.group(5)));
    add(
        list,
        Kind.PART_OF_MONTH,
        B
            + "(?:the )?(mid|middle|early|late|end|beginning|start)(?:[ -]+(?:of |in )?(?:the"
            + " )?)(this|next|current|coming|following)? ?month(?!s)(?![\\p{L}])",
        (w, t) -> t.partOfMonth(w.group(2), w.group(3)));
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
        (w, t) -> t.quarter(w.group(2), num(w, 3), w.group(4)));
    add(
        list,
        Kind.QUARTER,
        B
            + "(?:the )?(?:(?:mid|middle of|early|beginning of|start of|late|end of|within) (?:the"
            + " )?)?(first|second|third|fourth|last) quarter(?: (?:of )?(?:this year|(20\\d\\d)))?",
        (w, t) -> t.quarter("end", "last".equals(w.group(2)) ? 4 : number(w.group(2)), w.group(3)));
    add(
        list,
        Kind.QUARTER,
        B + "(?:(?:the )?(?:end|close) of )?(?:the )?quarter after next",
        (w, t) -> quarterEnd(t.posted().plusMonths(6)));
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
        (w, t) -> quarterEnd(t.posted()));
    add(
        list,
        Kind.QUARTER,
        B + "(?:(?:the )?(?:end|close) of )?next quarter",
        (w, t) -> quarterEnd(t.posted().plusMonths(3)));
  }

  /** "EOM", "this week", "by year end", and a weekday of next week. */
  private static void ends(List<DueRule> list) {
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:end of |eo)(?:the )?(?:first half|h1)|"
            + B
            + "mid[- ]?year|"
            + B
            + "(?:end of )?h1(?![\\p{L}\\p{N}])",
        (w, t) -> t.next(Month.JUNE, 30, null));
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
        (w, t) -> LocalDate.of(t.posted().getYear(), 12, 31));
    add(
        list,
        Kind.PERIOD_END,
        B + "eofy(?![\\p{L}])|" + B + "(?:the )?end of (?:the |this )?(?:financial|fiscal) year",
        (w, t) ->
            t.dayFirst()
                ? t.next(Month.JUNE, 30, null)
                : LocalDate.of(t.posted().getYear(), 12, 31));
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
        (w, t) -> endOf(YearMonth.from(t.posted())));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:(?:the )?(?:end|close) of )?(?:next|the following|the coming)"
            + " month(?!s)(?![\\p{L}])",
        (w, t) -> endOf(YearMonth.from(t.posted()).plusMonths(1)));
    add(
        list,
        Kind.WEEKDAY,
        B + WEEKDAY + ",? (?:of |in )?(?:the )?(?:next|following|coming) week(?![\\p{L}])",
        (w, t) -> t.ofNextWeek(weekday(w.group(2))));
    add(
        list,
        Kind.WEEKDAY,
        B + "next week(?:'s)?,? (?:on )?" + WEEKDAY,
        (w, t) -> t.ofNextWeek(weekday(w.group(2))));
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
        (w, t) -> t.endOfWeek(0));
    add(
        list,
        Kind.PERIOD_END,
        B
            + "(?:the )?(?:end|close) of (?:next|the following|the coming) week(?![\\p{L}])|"
            + B
            + "(?:some ?time )?next week(?![\\p{L}']| (?:mon|tue|wed|thu|fri))",
        (w, t) -> t.endOfWeek(1));
  }

  /** "Friday week", "next Tuesday", a bare weekday. */
  private static void weekdays(List<DueRule> list) {
    add(
        list,
        Kind.PERIOD_END,
        "(?<=before |by |ahead of |for )the weekend(?![\\p{L}'])",
        (w, t) -> t.endOfWeek(0));
    add(
        list,
        Kind.RELATIVE,
        B + "(a|one|two|three) weeks? today(?![\\p{L}'])",
        (w, t) -> t.posted().plusWeeks(number(w.group(2))));
    add(
        list,
        Kind.RELATIVE,
        B + "(?:a )?fortnight today(?![\\p{L}'])",
        (w, t) -> t.posted().plusWeeks(2));
    add(
        list,
        Kind.WEEKDAY,
        B + "(a|one|two) weeks? (?:on|from|after) (?:this )?" + WEEKDAY,
        (w, t) -> t.coming(weekday(w.group(3))).plusWeeks(number(w.group(2))));
    add(
        list,
        Kind.WEEKDAY,
        B + WEEKDAY + " (?:week(?![\\p{L}])|in (?:a|one) week|after next)",
        (w, t) -> t.coming(weekday(w.group(2))).plusWeeks(1));
    add(
        list,
        Kind.WEEKDAY,
        B + "(?:next|n[aä]chsten) " + WEEKDAY,
        (w, t) -> t.ofNextWeek(weekday(w.group(2))));
    add(
        list,
        Kind.WEEKDAY,
        B + "(last|every|each|previous|past|ash|every (?:second|other|first|last)) " + WEEKDAY,
        (w, t) ->
            // A day, but none to be ready by.
            t.posted().minusDays(1));
    add(
        list,
        Kind.WEEKDAY,
        B
            + WEEKDAY
            + "(?:[ -](?:the )?([0-3]?\\d)(?:st|nd|rd|th))?(?![\\p{L}]|'s (?!standup|meeting))",
        (w, t) -> t.bareWeekday(w));
  }

  /** So many days, weeks or months from now. */
  private static void fromNow(List<DueRule> list) {
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
        (w, t) ->
            t.posted()
                .plus(
                    number(w.group(2)) * ("fortnight".equals(w.group(3)) ? 2L : 1L),
                    unit(w.group(3))));
    add(
        list,
        Kind.RELATIVE,
        B
            + NUMBER
            + "[ -](day|week|wk|month|fortnight)s? (?:from (?:now|today)|time|max(?:imum)?(?!"
            + " \\d)|hence)(?![\\p{L}])",
        (w, t) ->
            t.posted()
                .plus(
                    number(w.group(2)) * ("fortnight".equals(w.group(3)) ? 2L : 1L),
                    unit(w.group(3))));
    add(
        list,
        Kind.RELATIVE,
        B
            + "(?:in )?(?:a )?fortnight(?:'s time)?(?="
            + " (?:from|would|is|max|at|please|if|or)|[.,!?]|$)",
        (w, t) -> t.posted().plusWeeks(2));
  }

  /** Today and tomorrow, however spelled. */
  private static void nearby(List<DueRule> list) {
    add(
        list,
        Kind.TODAY,
        B + "(?:the )?(?:day|d) after (?:tomorr?ow|tmrw)|" + B + "übermorgen|" + B + "overmorrow",
        (w, t) -> t.posted().plusDays(2));
    add(
        list,
        Kind.TODAY,
        B + "(?:tomorr?ow|tom+or+ow|tmrw|tmr|2mor+ow?|tomoz|tmw|demain|mañana)(?![\\p{L}])",
        (w, t) -> t.posted().plusDays(1));
    add(
        list,
        Kind.TODAY,
        B
            + "(?:today(?!'s)|tonight|tonite|2day|2nite|eod|cob|eob|end of (?:the"
            + " )?(?:day|business)|close of (?:business|play)|this"
            + " (?:afternoon|arvo|evening|morning)|lunch ?time|heute|aujourd'hui|hoy)(?![\\p{L}])",
        (w, t) -> t.posted());
  }

  /** "the 15th", and at last a month alone. */
  private static void leastSaid(List<DueRule> list) {
    addCued(
        list,
        Kind.ORDINAL,
        "(?:(?<![\\p{L}])(?:by|b4|before|until|till|til|on|from|for|latest|due|of|to|is|since|between|and|after|deadline)["
            + " :]+|^|[-–—,.(:;!?] ?|\\bthe )(?<d>(?:the )?([0-3]?\\d)(?:st|nd|rd|th)(?: of"
            + " (this|next|the following) month)?)(?=[.,;:!?)\\n"
            + "]|$| (?:of (?:this|next|the following)"
            + " month|and|so|please|pls|plz|if|at|when|in|for|with|as|but|or|we|they|i|it|is|works|would|will|latest|because|bc|since|which|to|on|that|before|than|thanks|ta|cheers|max|should|can|could|would|morning|evening|afternoon|the|there|he|she|you|ok|okay|our|my|–|-|—))",
        (w, t) -> t.ordinal(num(w, 2), w.group(3)));
    addCued(
        list,
        Kind.ORDINAL,
        "(?<![\\p{L}])(?:by|before|until|till|for) (?<d>(?:the|den) ([0-3]?\\d)\\.?)(?![\\d%:/.]|["
            + " -]?[\\p{L}\\p{N}])",
        (w, t) -> t.ordinal(num(w, 2), null));
    add(
        list,
        Kind.MONTH,
        B
            + "(?:(?:the )?(?:whole of |all of |month of ))?"
            + MONTH
            + "(?![\\p{L}]|[-'/]| ?(?!20\\d\\d(?!\\d))\\d|"
            + " (?:be|have|not|know|need|well|also|take|want|come|i|we|get|see|say|call|ask|even|or"
            + " may|seem|look|happen|help|still)(?![\\p{L}]))(?:,? (20\\d\\d))?",
        (w, t) -> t.bareMonth(w));
  }

  private static void add(List<DueRule> list, Kind kind, String pattern, Reckoning reckoning) {
    addCued(list, kind, "(?<d>" + pattern + ")", reckoning);
  }

  /** A pattern that marks the day's own words itself, as the group {@code d}. */
  private static void addCued(List<DueRule> list, Kind kind, String pattern, Reckoning reckoning) {
    list.add(
        new DueRule(
            Pattern.compile(pattern),
            kind,
            reckoning,
            pattern.contains(MONTH),
            kind == Kind.WEEKDAY,
            kind == Kind.NUMERIC || kind == Kind.ISO || kind == Kind.ORDINAL));
  }

  private static int num(Matcher words, int group) {
    return Integer.parseInt(words.group(group));
  }
}
