package org.learningadvocate.preview;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * A Slack export, read where it lies in its ZIP: nothing is unpacked to disk, and one message is
 * held at a time. Channels and private channels are read, direct messages are not.
 *
 * @see <a href="https://slack.com/help/articles/220556107">How to read Slack data exports</a>
 */
final class SlackExport implements Closeable {

  private static final Pattern DAY = Pattern.compile("([^/]+)/(\\d{4}-\\d{2}-\\d{2})\\.json");

  /** What people write; the rest is Slack's own housekeeping, also kinds yet to come. */
  private static final Set<String> SAID =
      Set.of("", "file_share", "file_comment", "me_message", "thread_broadcast", "reply_broadcast");

  private static final String SLACKBOT = "USLACKBOT";

  /** A text of Slack's holds 40,000 characters; what is a hundred times longer is none. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(4_000_000).build())
          .build();

  private final Path path;
  private final ZipFile zip;
  private final Roster roster = new Roster();
  private final List<ExportChannel> channels = new ArrayList<>();
  private final List<Day> days = new ArrayList<>();

  /** What was said in one channel on one day. */
  record Day(ExportChannel channel, LocalDate date, String entry, long packed) {}

  private SlackExport(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens an export and reads who and what is in it.
   *
   * @throws Unreadable where it is no ZIP, no export, or a list in it is broken
   */
  static SlackExport open(Path path) throws IOException {
    var export = new SlackExport(path, zip(path));
    try {
      export.readLists();
      return export;
    } catch (RuntimeException | IOException e) {
      export.close();
      throw e;
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException first) {
      try {
        // Some archivers still write names in an old code page.
        return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
      } catch (ZipException e) {
        throw new Unreadable(path + " is not a ZIP that can be read: " + e.getMessage(), e);
      }
    }
  }

  Roster roster() {
    return roster;
  }

  /** Public channels and those private ones that the export holds, by name. */
  List<ExportChannel> channels() {
    return List.copyOf(channels);
  }

  /** All days of all channels, oldest first. */
  List<Day> days() {
    return List.copyOf(days);
  }

  private void readLists() throws IOException {
    String root = root();
    list(root + "users.json", this::user);
    list(root + "org_users.json", this::user);
    list(root + "channels.json", channel -> channel(channel, false));
    list(root + "groups.json", channel -> channel(channel, true));
    channels.sort(Comparator.comparing(ExportChannel::name));
    channels.forEach(roster::channel);
    var byName = new HashMap<String, ExportChannel>();
    channels.forEach(channel -> byName.put(channel.name(), channel));
    var seen = new HashSet<String>();
    zip.stream()
        .filter(entry -> seen.add(entry.getName()))
        .forEach(entry -> day(root, entry, byName));
    days.sort(Comparator.comparing(Day::date).thenComparing(day -> day.channel().name()));
  }

  /** Where the lists lie: at the top, or in the folder that somebody packed again. */
  private String root() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.matches("([^/]+/)?(channels|groups)\\.json"))
        .filter(name -> !name.startsWith("__MACOSX/"))
        .min(Comparator.comparingInt(String::length).thenComparing(name -> name))
        .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
        .orElseThrow(
            () ->
                new Unreadable(
                    path
                        + " holds no channels.json, so it is no Slack export; give the ZIP as Slack"
                        + " made it."));
  }

  private void day(String root, ZipEntry entry, Map<String, ExportChannel> byName) {
    if (!entry.getName().startsWith(root)) {
      return;
    }
    Matcher named = DAY.matcher(entry.getName().substring(root.length()));
    var channel = named.matches() ? byName.get(named.group(1)) : null;
    if (channel == null) {
      return;
    }
    try {
      days.add(
          new Day(
              channel,
              LocalDate.parse(named.group(2)),
              entry.getName(),
              Math.max(0, entry.getCompressedSize())));
    } catch (DateTimeException e) {
      throw new Unreadable(path + "!" + entry.getName() + ": there is no such day", e);
    }
  }

  private void user(Fields user) {
    String id = user.text("id");
    if (!id.isEmpty()) {
      roster.person(
          id,
          first(
              user.text("profile.display_name"),
              user.text("profile.real_name"),
              user.text("real_name"),
              user.text("name"),
              id));
    }
  }

  private void channel(Fields channel, boolean secluded) {
    String id = channel.text("id");
    String name = channel.text("name");
    if (!id.isEmpty() && !name.isEmpty() && !channel.text("is_mpim").equals("true")) {
      channels.add(new ExportChannel(id, name, secluded));
    }
  }

  /**
   * Reads what was said on a day, in the order in which the export tells it.
   *
   * @throws Unreadable where its file is broken
   */
  void read(Day day, Consumer<ExportMessage> each) throws IOException {
    list(
        day.entry(),
        fields -> {
          var message = message(fields);
          if (message != null) {
            each.accept(message);
          }
        });
  }

  private @Nullable ExportMessage message(Fields message) {
    String ts = message.text("ts");
    if (ts.isEmpty()) {
      return null;
    }
    String user = message.text("user");
    String stranger =
        first(
            message.text("user_profile.display_name"),
            message.text("user_profile.real_name"),
            message.text("user_profile.name"));
    if (!user.isEmpty() && !stranger.isEmpty()) {
      roster.stranger(user, stranger);
    }
    String thread = message.text("thread_ts");
    return new ExportMessage(
        ts,
        thread.isEmpty() || thread.equals(ts) ? null : thread,
        kind(message, user),
        user,
        message.text("text"),
        message.count("files"));
  }

  private static ExportMessage.Kind kind(Fields message, String user) {
    String subtype = message.text("subtype");
    if (subtype.equals("tombstone")) {
      return ExportMessage.Kind.GONE;
    }
    if (subtype.equals("bot_message")
        || !message.text("bot_id").isEmpty()
        || user.equals(SLACKBOT)) {
      return ExportMessage.Kind.BOT;
    }
    return SAID.contains(subtype) && !user.isEmpty() && !message.text("hidden").equals("true")
        ? ExportMessage.Kind.PERSON
        : ExportMessage.Kind.EVENT;
  }

  /** Reads a file that holds a list of objects; nothing where there is no such file. */
  private void list(String name, Consumer<Fields> each) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      return;
    }
    String place = path + "!" + name;
    try (InputStream in = new Bounded(zip.getInputStream(entry), entry.getCompressedSize());
        JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new Unreadable(place + ": is not a list, as it is in a Slack export");
      }
      for (var token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          each.accept(Fields.of(parser));
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonIOException e) {
      throw new Unreadable(place + ": cannot be unpacked: " + cause(e), e);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Unreadable(
          place
              + (at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr())
              + ": is broken: "
              + e.getOriginalMessage(),
          e);
    } catch (ZipException e) {
      throw new Unreadable(place + ": cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static String cause(JacksonIOException e) {
    var cause = e.getCause();
    return String.valueOf(cause == null ? e.getOriginalMessage() : cause.getMessage());
  }

  /** Those fields of an object that matter here; what else Slack writes is passed over. */
  private static final class Fields {

    private static final Set<String> INSIDE = Set.of("profile", "user_profile");
    private static final Set<String> COUNTED = Set.of("files");
    private static final Set<String> HEEDED =
        Set.of(
            "id",
            "name",
            "real_name",
            "is_mpim",
            "type",
            "subtype",
            "user",
            "bot_id",
            "text",
            "ts",
            "thread_ts",
            "hidden",
            "profile.display_name",
            "profile.real_name",
            "user_profile.display_name",
            "user_profile.real_name",
            "user_profile.name");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Reads the object that has just begun, to its end. */
    static Fields of(JsonParser parser) {
      var fields = new Fields();
      fields.read(parser, "");
      return fields;
    }

    private void read(JsonParser parser, String prefix) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = prefix + parser.currentName();
        var value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && INSIDE.contains(name)) {
          read(parser, name + ".");
        } else if (value == JsonToken.START_ARRAY && COUNTED.contains(name)) {
          counts.put(name, elements(parser));
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          if (HEEDED.contains(name)) {
            texts.put(name, parser.getString());
          }
        } else {
          parser.skipChildren();
        }
      }
    }

    private static int elements(JsonParser parser) {
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        count++;
        parser.skipChildren();
      }
      return count;
    }

    /** Empty where it is missing, or is no text. */
    String text(String name) {
      return texts.getOrDefault(name, "");
    }

    int count(String name) {
      return counts.getOrDefault(name, 0);
    }
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
