package org.learningadvocate.request;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words that days are written with, in the languages people mix into an English request. */
final class CalendarWords {

  static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december"
          + "|janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre"
          + "|d[eé]cembre|januar|februar|m[aä]rz|juni|juli|oktober|dezember"
          + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
          + "|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
          + "|janeiro|fevereiro|abril|maio|junho|julho|setembro|outubro|novembro|dezembro|jan|febr?|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)(?![\\p{L}])(?:\\.(?="
          + " ?\\d| \\p{Ll}))?";

  static final String WEEKDAY =
      "(mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
          + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
          + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
          + "|mon|tues?|wed|weds|thurs?|thur?|fri|sat|sun)(?![\\p{L}])(?:\\.(?= ?\\d))?";

  static final String NUMBER =
      "(\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple of"
          + "|couple of|a few|few|next two|next three)";

  static final String SPELLED =
      "((?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
          + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
          + "|twentieth|thirtieth)(?![\\p{L}]| (?:week|half|quarter|of the))";

  private static final Map<String, Month> MONTHS = months();
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final Map<String, Integer> NUMBERS = numbers();

  private static final List<String> ORDINALS =
      List.of(
          ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                  + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
              .split(" "));

  private CalendarWords() {}

  static int number(String words) {
    return Character.isDigit(words.charAt(0))
        ? Integer.parseInt(words)
        : Objects.requireNonNull(NUMBERS.get(words));
  }

  /** "twenty-first" is 21. */
  static int spelled(String ordinal) {
    int place = ORDINALS.indexOf(ordinal);
    if (place >= 0) {
      return place + 1;
    }
    int tens = ordinal.startsWith("twent") ? 20 : 30;
    return ordinal.endsWith("ieth") ? tens : tens + ORDINALS.indexOf(ordinal.substring(7)) + 1;
  }

  static ChronoUnit unit(String word) {
    return switch (word.charAt(0)) {
      case 'd', 't', 'j' -> ChronoUnit.DAYS;
      case 'm' -> ChronoUnit.MONTHS;
      default -> ChronoUnit.WEEKS;
    };
  }

  /** Whether a word names a month, also a short or a foreign one. */
  static boolean isMonth(String word) {
    return MONTHS.containsKey(word);
  }

  static Month month(String name) {
    return Objects.requireNonNull(MONTHS.get(name));
  }

  static DayOfWeek weekday(String name) {
    return Objects.requireNonNull(WEEKDAYS.get(name));
  }

  private static Map<String, Month> months() {
    var months = new HashMap<String, Month>();
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
    var days = new HashMap<String, DayOfWeek>();
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
    var numbers = new HashMap<String, Integer>();
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
