package org.learningadvocate.homework;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as its words, reduced so that "drivers" and "driver's" are the same word. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[&+.][\\p{L}\\p{N}]+){0,8}(?:['’][\\p{L}]+)?");
  private static final Pattern OWNED = Pattern.compile("['’](s|ll|re|ve|d|m|t)$");

  /** Words that say nothing of what a text is about. */
  private static final Set<String> EMPTY =
      Set.of(
          """
          a an the and or but if so as at by for from in into of off on onto out over
          to up with without than then that this these those there here it its is am
          are was were be been being do does did doing done have has had having can
          could will would shall should may might must i me my we us our you your he
          him his she her they them their who whom whose which what when where why how
          all any both each few more most other some such no nor not only own same too
          very just also about again before after during while because until between
          under above below down please pls plz thanks thank thx hi hello hey dear team
          need want like get got make made put give let know think one two three lot
          bit still even every much many now new yet way thing things something
          anything someone anybody nobody everybody everyone people per via etc u ur im
          ill id dont cant wont day days week weeks month months year years time today
          tomorrow next last first learning training course module video session
          workshop webinar elearning cheat sheet job aid checklist guide quick pager
          page deck slide slides ask asap der die das und oder ein eine le la les des
          du de et un une il lo gli di da che e con el los en y o
          """
              .strip()
              .split("\\s+"));

  private Words() {}

  /** All words, reduced, in the order of the text. */
  static List<String> of(String text) {
    var found = new ArrayList<String>();
    var matcher = WORD.matcher(plain(text));
    while (matcher.find()) {
      found.add(stem(OWNED.matcher(matcher.group()).replaceFirst("")));
    }
    return found;
  }

  /** The words that say what a text is about. */
  static List<String> telling(String text) {
    return of(text).stream().filter(w -> !empty(w)).toList();
  }

  static boolean empty(String stem) {
    return EMPTY.contains(stem) || (stem.length() < 2 && !Character.isDigit(stem.charAt(0)));
  }

  /** Lower case without accents, so that "Führung" and "fuhrung" are the same. */
  static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .replace("ß", "ss")
        .toLowerCase(Locale.ROOT);
  }

  /** A word without the endings that English puts on it; a light hand is enough here. */
  static String stem(String word) {
    if (word.length() < 4 || !Character.isLetter(word.charAt(0))) {
      return word.length() == 3
              && word.endsWith("s")
              && Character.isLetter(word.charAt(0))
              && !word.endsWith("ss")
              && !word.endsWith("us")
              && !word.endsWith("is")
              && !EMPTY.contains(word)
          ? word.substring(0, 2)
          : word;
    }
    var stem = word;
    if (stem.endsWith("ies") && stem.length() > 4) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.endsWith("sses") || stem.endsWith("shes") || stem.endsWith("ches")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("is")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.endsWith("ing") && stem.length() > 5) {
      stem = whole(stem.substring(0, stem.length() - 3));
    } else if (stem.endsWith("ed") && stem.length() > 4 && !stem.endsWith("eed")) {
      stem = whole(stem.substring(0, stem.length() - 2));
    } else if (stem.endsWith("ly") && stem.length() > 5) {
      stem = stem.substring(0, stem.length() - 2);
    }
    return stem.endsWith("e") && stem.length() > 4 ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String whole(String root) {
    int n = root.length();
    boolean doubled =
        n > 3 && root.charAt(n - 1) == root.charAt(n - 2) && "lsz".indexOf(root.charAt(n - 1)) < 0;
    return doubled ? root.substring(0, n - 1) : root;
  }
}
