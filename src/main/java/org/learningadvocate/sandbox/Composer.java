package org.learningadvocate.sandbox;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what a person types into what Slack's composer sends: ids for mentions, links for addresses,
 * names for emoji, all other {@code & < >} escaped, and a rich text block beside the text.
 *
 * <p>Kinder than Slack: lists and quotes stay lines of text in the rich text, and mentions may also
 * be given as {@code <@U…>} or {@code <@name>}.
 */
final class Composer {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "<@([^>|\\s]+)(?:\\|[^>]*)?>"
              + "|<#([^>|\\s]+)(?:\\|[^>]*)?>"
              + "|<!subteam\\^([^>|\\s]+)(?:\\|[^>]*)?>"
              + "|(https?://[^\\s<>|]+)"
              + "|(?<![\\w.])([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
              + "|(?<![\\w@/.])((?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev|edu|gov)(?:/[^\\s<>|]*)?)(?!\\w)"
              + "|(?<![\\w])@([\\p{L}\\p{N}._-]+)"
              + "|(?<!\\S)#([\\p{L}\\p{N}_-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STYLE =
      Pattern.compile(
          "(?<![\\w*])\\*([^*\\n]+)\\*(?![\\w*])|(?<![\\w_])_([^_\\n]+)_(?![\\w_])"
              + "|(?<![\\w~])~([^~\\n]+)~(?![\\w~])|`([^`\\n]+)`|:([a-z0-9_+'-]+):");

  private final World world;
  private final EmojiNames emoji;

  /** What was typed, as Slack keeps it: escaped text, and the block beside it. */
  record Composed(String text, ArrayNode blocks) {}

  Composer(World world, EmojiNames emoji) {
    this.world = world;
    this.emoji = emoji;
  }

  Composed compose(String typed) {
    String named = emoji.named(typed);
    StringBuilder text = new StringBuilder();
    ArrayNode elements = Json.array();
    Matcher matcher = SPECIAL.matcher(named);
    int from = 0;
    while (matcher.find()) {
      Piece piece = piece(matcher);
      if (piece == null) {
        continue;
      }
      plain(named.substring(from, matcher.start()), text, elements);
      text.append(piece.text());
      elements.add(piece.element());
      from = matcher.start() + piece.length();
      matcher.region(from, named.length());
    }
    plain(named.substring(from), text, elements);
    return new Composed(text.toString(), blocks(elements));
  }

  private record Piece(String text, ObjectNode element, int length) {}

  private @Nullable Piece piece(Matcher matcher) {
    int length = matcher.end() - matcher.start();
    if (matcher.group(1) != null) {
      return person(matcher.group(1), length);
    }
    if (matcher.group(2) != null) {
      return channel(matcher.group(2), length);
    }
    if (matcher.group(3) != null) {
      World.Group group = world.groups.get(matcher.group(3));
      return group == null ? null : group(group, length);
    }
    if (matcher.group(4) != null) {
      String url = matcher.group(4).replaceAll("[.,;:!?)\\]'\"]+$", "");
      return link(url, null, url.length());
    }
    if (matcher.group(5) != null) {
      String mail = matcher.group(5);
      return link("mailto:" + mail, mail, length);
    }
    if (matcher.group(6) != null) {
      String domain = matcher.group(6).replaceAll("[.,;:!?)\\]'\"]+$", "");
      return link("http://" + domain, domain, domain.length());
    }
    if (matcher.group(7) != null) {
      return named(matcher.group(7));
    }
    String name = matcher.group(8);
    return name == null ? null : channel("#" + name, length);
  }

  private @Nullable Piece named(String name) {
    String tried = name;
    while (!tried.isEmpty()) {
      switch (tried.toLowerCase(Locale.ROOT)) {
        case "here", "channel", "everyone" -> {
          String range = tried.toLowerCase(Locale.ROOT);
          return new Piece(
              "<!" + range + ">",
              Json.object().put("type", "broadcast").put("range", range),
              tried.length() + 1);
        }
        default -> {}
      }
      for (World.Group group : world.groups.values()) {
        if (group.handle.equalsIgnoreCase(tried)) {
          return group(group, tried.length() + 1);
        }
      }
      Piece person = person(tried, tried.length() + 1);
      if (person != null) {
        return person;
      }
      if (!tried.matches(".*[._-]")) {
        return null;
      }
      tried = tried.substring(0, tried.length() - 1);
    }
    return null;
  }

  private @Nullable Piece person(String nameOrId, int length) {
    Member member = world.findMember(nameOrId);
    return member == null
        ? null
        : new Piece(
            "<@" + member.id() + ">",
            Json.object().put("type", "user").put("user_id", member.id()),
            length);
  }

  private @Nullable Piece channel(String nameOrId, int length) {
    Room room = world.findRoom(nameOrId);
    if (room == null || room.isDirect()) {
      return null;
    }
    String name = room.kind == Room.Kind.PRIVATE ? "" : room.name;
    return new Piece(
        "<#" + room.id + "|" + name + ">",
        Json.object().put("type", "channel").put("channel_id", room.id),
        length);
  }

  private static Piece group(World.Group group, int length) {
    return new Piece(
        "<!subteam^" + group.id + ">",
        Json.object().put("type", "usergroup").put("usergroup_id", group.id),
        length);
  }

  private static Piece link(String url, @Nullable String label, int length) {
    ObjectNode element = Json.object().put("type", "link").put("url", url);
    Json.putText(element, "text", label);
    String escaped = escape(url);
    return new Piece(
        label == null ? "<" + escaped + ">" : "<" + escaped + "|" + escape(label) + ">",
        element,
        length);
  }

  private static void plain(String piece, StringBuilder text, ArrayNode elements) {
    if (!piece.isEmpty()) {
      text.append(escape(piece));
      styled(piece, elements);
    }
  }

  private static void styled(String piece, ArrayNode elements) {
    Matcher matcher = STYLE.matcher(piece);
    int from = 0;
    while (matcher.find()) {
      word(piece.substring(from, matcher.start()), null, elements);
      if (matcher.group(5) != null) {
        elements.addObject().put("type", "emoji").put("name", matcher.group(5));
      } else {
        String[] styles = {"bold", "italic", "strike", "code"};
        for (int group = 1; group <= 4; group++) {
          if (matcher.group(group) != null) {
            word(matcher.group(group), styles[group - 1], elements);
          }
        }
      }
      from = matcher.end();
    }
    word(piece.substring(from), null, elements);
  }

  private static void word(String words, @Nullable String style, ArrayNode elements) {
    if (words.isEmpty()) {
      return;
    }
    ObjectNode element = elements.addObject().put("type", "text").put("text", words);
    if (style != null) {
      element.putObject("style").put(style, true);
    }
  }

  private ArrayNode blocks(ArrayNode elements) {
    ArrayNode blocks = Json.array();
    ObjectNode block =
        blocks.addObject().put("type", "rich_text").put("block_id", world.letters(5));
    block
        .putArray("elements")
        .addObject()
        .put("type", "rich_text_section")
        .set("elements", elements);
    return blocks;
  }

  /** A rich text block of plain words, as a rich text input yields it. */
  static ObjectNode richText(String words) {
    ObjectNode block = Json.object().put("type", "rich_text");
    ObjectNode section = block.putArray("elements").addObject().put("type", "rich_text_section");
    section.putArray("elements").addObject().put("type", "text").put("text", words);
    return block;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
