package org.learningadvocate.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Words;

/**
 * Our words in Slack's markup. Rendered words are a list of pieces none of which may be cut in two:
 * a character, an entity, a link, a run of bold. What people wrote can neither call anybody nor
 * format anything.
 */
final class Mrkdwn {

  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
  private static final Pattern CHANNEL = Pattern.compile("[CGD][A-Z0-9]{1,30}");
  private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]{1,100}");
  private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s<>|\\p{Cntrl}]+");

  private static final int LONGEST_RUN = 600;
  private static final int LONGEST_URL = 1_800;

  private final Resolver resolver;

  Mrkdwn(Resolver resolver) {
    this.resolver = resolver;
  }

  /** The pieces of some words; each is at most 3,000 characters long. */
  List<String> pieces(Words words) {
    var pieces = new ArrayList<String>();
    for (Span span : words.spans()) {
      add(span, pieces);
    }
    return pieces;
  }

  private void add(Span span, List<String> pieces) {
    if (span instanceof Span.Plain plain) {
      pieces.addAll(literal(plain.text()));
    } else if (span instanceof Span.Bold bold) {
      marked(bold.text(), '*', pieces);
    } else if (span instanceof Span.Italic italic) {
      marked(italic.text(), '_', pieces);
    } else if (span instanceof Span.Code code) {
      marked(code.text().replace('`', '\''), '`', pieces);
    } else if (span instanceof Span.Link link) {
      link(URL.matcher(link.url()).matches() ? link.url() : "", link.label(), pieces);
    } else if (span instanceof Span.LinkTo link) {
      link(resolver.linkTo(link.slot()).orElse(""), link.label(), pieces);
    } else if (span instanceof Span.LinkToMessage link) {
      link(resolver.linkTo(link.channel(), link.ts()).orElse(""), link.label(), pieces);
    } else if (span instanceof Span.Name name) {
      pieces.addAll(literal(resolver.name(name.user())));
    } else if (span instanceof Span.Mention mention) {
      if (USER.matcher(mention.user()).matches()) {
        pieces.add("<@" + mention.user() + ">");
      } else {
        pieces.addAll(literal(resolver.name(mention.user())));
      }
    } else if (span instanceof Span.ChannelName channel) {
      if (CHANNEL.matcher(channel.channel()).matches()) {
        pieces.add("<#" + channel.channel() + ">");
      } else {
        pieces.addAll(literal("#" + channel.channel()));
      }
    } else if (span instanceof Span.Emoji emoji && EMOJI.matcher(emoji.name()).matches()) {
      pieces.add(":" + emoji.name() + ":");
    }
  }

  /** People's words, character by character. */
  static List<String> literal(String text) {
    var pieces = new ArrayList<String>(text.length());
    tame(text).codePoints().forEach(point -> pieces.add(escaped(point)));
    return pieces;
  }

  private static void marked(String text, char mark, List<String> pieces) {
    String line = tame(text).replaceAll("\\s+", " ");
    String core = line.strip();
    if (core.isEmpty()) {
      pieces.addAll(literal(line));
      return;
    }
    if (line.startsWith(" ")) {
      pieces.add(" ");
    }
    // A mark within the run would end it early.
    var run = new StringBuilder();
    for (String piece : literal(core.replace(mark, lookalike(mark)))) {
      if (run.length() + piece.length() > LONGEST_RUN) {
        run.append('…');
        break;
      }
      run.append(piece);
    }
    if (!pieces.isEmpty() && endsInWord(pieces.get(pieces.size() - 1))) {
      pieces.add("\u200B"); // Slack obeys a mark only at the border of a word.
    }
    pieces.add(mark + run.toString() + mark);
    if (line.endsWith(" ")) {
      pieces.add(" ");
    }
  }

  private static boolean endsInWord(String piece) {
    return Character.isLetterOrDigit(piece.codePointBefore(piece.length()));
  }

  private static void link(String url, String label, List<String> pieces) {
    String words = tame(label).replaceAll("\\s+", " ").strip();
    if (url.isEmpty() || url.length() > LONGEST_URL) {
      pieces.addAll(literal(words));
      return;
    }
    var shown = new StringBuilder();
    for (String piece : literal(words.replace('|', '¦'))) {
      if (shown.length() + piece.length() > LONGEST_RUN) {
        shown.append('…');
        break;
      }
      shown.append(piece);
    }
    String address = url.replace("&amp;", "&").replace("&", "&amp;");
    pieces.add(shown.isEmpty() ? "<" + address + ">" : "<" + address + "|" + shown + ">");
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(point);
    };
  }

  /** Escaped text as one string. */
  static String escape(String text) {
    return String.join("", literal(text));
  }

  /**
   * Takes away what Slack would obey or refuse: control characters, halves of characters, and marks
   * that stand in pairs around words. Slack has no escape for marks, so they become characters that
   * look alike.
   */
  static String tame(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            point ->
                point == '\n'
                    || point == '\t'
                    || !(Character.isISOControl(point)
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        || (point & 0xFFFE) == 0xFFFE))
        .forEach(clean::appendCodePoint);
    String tame = clean.toString();
    if (tame.contains("```")) {
      tame = tame.replace('`', lookalike('`'));
    }
    if (tame.indexOf('*') < 0
        && tame.indexOf('_') < 0
        && tame.indexOf('~') < 0
        && tame.indexOf('`') < 0) {
      return tame;
    }
    String[] lines = tame.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (char mark : new char[] {'*', '_', '~', '`'}) {
        lines[i] = withoutPairs(lines[i], mark);
      }
    }
    return String.join("\n", lines);
  }

  /** Linear in the length of the line, whatever people write. */
  private static String withoutPairs(String line, char mark) {
    int opens = -1;
    boolean pair = false;
    for (int i = line.indexOf(mark); i >= 0 && !pair; i = line.indexOf(mark, i + 1)) {
      if (opens >= 0 && i > opens + 1 && closes(line, i)) {
        pair = true;
      } else if (opens < 0 && opens(line, i)) {
        opens = i;
      }
    }
    if (!pair) {
      return line;
    }
    var plain = new StringBuilder(line);
    for (int i = line.indexOf(mark); i >= 0; i = line.indexOf(mark, i + 1)) {
      if (opens(line, i) || closes(line, i)) {
        plain.setCharAt(i, lookalike(mark));
      }
    }
    return plain.toString();
  }

  private static boolean opens(String line, int at) {
    return (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)))
        && at + 1 < line.length()
        && !Character.isWhitespace(line.charAt(at + 1));
  }

  private static boolean closes(String line, int at) {
    return at > 0
        && !Character.isWhitespace(line.charAt(at - 1))
        && (at + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 1)));
  }

  private static char lookalike(char mark) {
    return switch (mark) {
      case '*' -> '∗';
      case '_' -> 'ˍ';
      case '~' -> '∼';
      default -> 'ˋ';
    };
  }

  /** Splits into texts of at most so many characters, between words where that is possible. */
  static List<String> split(List<String> pieces, int most) {
    var texts = new ArrayList<String>();
    int start = 0;
    int length = 0;
    int gap = -1;
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      if (length + piece.length() > most) {
        int end = gap > start ? gap + 1 : Math.max(i, start + 1);
        addText(texts, pieces.subList(start, end));
        start = end;
        i = end - 1;
        length = 0;
        gap = -1;
        continue;
      }
      length += piece.length();
      if (piece.equals(" ") || piece.equals("\n")) {
        gap = i;
      }
    }
    addText(texts, pieces.subList(start, pieces.size()));
    return texts;
  }

  private static void addText(List<String> texts, List<String> pieces) {
    String text = String.join("", pieces).strip();
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  /** Shortens to so many characters, between two pieces, and says so with an ellipsis. */
  static String clip(List<String> pieces, int most) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      if (text.length() + pieces.get(i).length() > most - (i == pieces.size() - 1 ? 0 : 1)) {
        return text.toString().stripTrailing() + "…";
      }
      text.append(pieces.get(i));
    }
    return text.toString();
  }

  /**
   * Text where Slack reads no markup (labels, titles): never empty, at most so many characters. An
   * angle bracket that looks like the start of a mention becomes one that does not.
   */
  static String plain(String text, int most) {
    String line = tame(text).replaceAll("\\s+", " ").replaceAll("<(?=[!@#])", "‹").strip();
    String clipped = clip(line.codePoints().mapToObj(Character::toString).toList(), most).strip();
    return clipped.isEmpty() ? "…" : clipped;
  }
}
