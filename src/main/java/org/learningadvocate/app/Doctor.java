package org.learningadvocate.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.learningadvocate.app.Finding.Grade;
import org.learningadvocate.app.SlackProbe.Channel;
import org.learningadvocate.app.SlackProbe.Heard;
import org.learningadvocate.app.SlackProbe.Heard.Refused;
import org.learningadvocate.app.SlackProbe.Heard.Said;
import org.learningadvocate.app.SlackProbe.Heard.Silent;
import org.learningadvocate.app.SlackProbe.Identity;
import org.learningadvocate.delivery.Backlog;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Inspection;
import org.learningadvocate.store.StoreException;

/** Looks at everything the bot hangs on and says what to do about each; changes nothing. */
final class Doctor {

  /** Slack's signatures hold for five minutes; a clock that is a minute off is on its way there. */
  private static final Duration CLOCK_OFF = Duration.ofSeconds(60);

  /** So many things that were set aside are listed, and so many slots. */
  private static final int LISTED = 20;

  private final Settings settings;
  private final SettingsReader.Reading reading;
  private final List<Problem> missing;
  private final Commands commands;
  private final SlackProbe slack;
  private final Manifest manifest;
  private final Clock clock;

  Doctor(
      SettingsReader.Reading reading,
      List<Problem> missing,
      Commands commands,
      Manifest manifest,
      Clock clock) {
    this.reading = reading;
    this.settings = reading.settings();
    this.missing = missing;
    this.commands = commands;
    this.slack = commands.probe(settings);
    this.manifest = manifest;
    this.clock = clock;
  }

  /** Examines everything, writes a line or two for each, and gives the exit code. */
  int examine(PrintWriter out) {
    boolean failed = false;
    int warnings = 0;
    for (var check : checks()) {
      for (var finding : check.look()) {
        out.print(finding.asText());
        failed |= finding.grade() == Grade.FAIL;
        warnings += finding.grade() == Grade.WARN ? 1 : 0;
      }
    }
    out.println();
    out.println(
        failed
            ? "Something fails; what to do stands beside it."
            : warnings == 0 ? "All is well." : "Nothing fails; " + warnings + " worth a look.");
    return failed ? 1 : 0;
  }

  private interface Check {
    List<Finding> look();
  }

  private List<Check> checks() {
    return List.of(
        this::settings,
        this::tokens,
        this::channels,
        this::people,
        this::database,
        this::fonts,
        this::meaning,
        this::catalogue,
        this::wording,
        this::feeds);
  }

  private List<Finding> settings() {
    var found = new ArrayList<Finding>();
    reading.problems().forEach(p -> found.add(Finding.fail("settings", p.toString(), "mend it")));
    missing.forEach(p -> found.add(Finding.fail("settings", p.toString(), "set it")));
    reading.notes().forEach(p -> found.add(Finding.warn("settings", p.toString(), "look at it")));
    if (found.isEmpty()) {
      var file = settings.file();
      found.add(
          Finding.ok(
              "settings", file == null ? "environment only, no advocate.yaml" : file.toString()));
    }
    if (!settings.origins().containsKey("workspace.zone")) {
      found.add(
          Finding.warn(
              "settings",
              "workspace.zone is not set, so UTC counts",
              "set it, like America/Chicago: dates and the digest's time go by it"));
    }
    return found;
  }

  private List<Finding> tokens() {
    var found = new ArrayList<Finding>();
    if (settings.slack().botToken() != null) {
      found.addAll(identity(slack.identity()));
    }
    if (settings.slack().appToken() != null) {
      found.add(socket(slack.socket()));
    }
    return found;
  }

  private List<Finding> identity(Heard<Identity> heard) {
    if (heard instanceof Said<Identity> said) {
      var bot = said.what();
      var found = new ArrayList<Finding>();
      found.add(
          Finding.ok(
              "bot token", "is for %s (%s), as %s".formatted(bot.name(), bot.team(), bot.bot())));
      found.add(scopes(bot));
      var now = bot.now();
      if (now != null) {
        found.add(clock(now));
      }
      return found;
    }
    if (heard instanceof Refused<Identity> refused) {
      return List.of(
          Finding.fail(
              "bot token",
              "Slack refuses it: " + refused.error(),
              "copy the Bot User OAuth Token (xoxb-…) from the app's OAuth & Permissions page into"
                  + " SLACK_BOT_TOKEN"));
    }
    return List.of(silent("bot token", heard));
  }

  private Finding scopes(Identity bot) {
    if (bot.scopes().isEmpty()) {
      return Finding.warn(
          "scopes", "the server does not say which were granted", "compare them with manifest.yml");
    }
    var lacking = new TreeSet<>(manifest.scopes());
    lacking.removeAll(bot.scopes());
    if (!lacking.isEmpty()) {
      return Finding.fail(
          "scopes",
          "missing: " + String.join(", ", lacking),
          "bring the app's manifest up to manifest.yml, then reinstall the app to the workspace");
    }
    var more = new TreeSet<>(bot.scopes());
    more.removeAll(manifest.scopes());
    return more.isEmpty()
        ? Finding.ok("scopes", "as in manifest.yml")
        : Finding.ok("scopes", "all of manifest.yml; not needed: " + String.join(", ", more));
  }

  private Finding clock(Instant slacks) {
    var off = Duration.between(slacks, clock.instant());
    return off.abs().compareTo(CLOCK_OFF) > 0
        ? Finding.fail(
            "clock",
            "is %d s %s Slack's"
                .formatted(off.abs().toSeconds(), off.isNegative() ? "behind" : "ahead of"),
            "let the machine keep its time by NTP: Slack's signatures fail when it is off")
        : Finding.ok("clock", "agrees with Slack's within a minute");
  }

  private Finding socket(Heard<Boolean> heard) {
    if (heard instanceof Said<Boolean>) {
      return Finding.ok("app token", "opens Socket Mode");
    }
    if (heard instanceof Refused<Boolean> refused) {
      return Finding.fail(
          "app token",
          "Slack refuses it: " + refused.error(),
          "switch Socket Mode on in the app's settings, make an app-level token with"
              + " connections:write there and put it into SLACK_APP_TOKEN");
    }
    return silent("app token", heard);
  }

  private List<Finding> channels() {
    var found = new ArrayList<Finding>();
    var house = settings.house();
    if (house.requests().isEmpty()) {
      found.add(
          Finding.warn(
              "channels",
              "channels.requests names none, so requests are noticed nowhere",
              "name the channels people ask in, in advocate.yaml or by /advocate settings"));
    }
    if (house.summary() == null) {
      found.add(
          Finding.warn(
              "channels",
              "channels.summary is not set, so briefs and the digest are posted nowhere",
              "name the shared channel"));
    }
    if (settings.slack().botToken() == null) {
      return found;
    }
    for (String channel : new TreeSet<>(house.channels())) {
      found.add(channel(channel, slack.channel(channel)));
    }
    return found;
  }

  private Finding channel(String asked, Heard<Optional<Channel>> heard) {
    if (heard instanceof Said<Optional<Channel>> said) {
      return said.what()
          .map(channel -> channel(asked, channel))
          .orElseGet(
              () ->
                  Finding.warn(
                      "channel",
                      asked + ": the bot sees no such channel",
                      "check the name; in a private channel write /invite @Advocate first"));
    }
    if (heard instanceof Refused<Optional<Channel>> refused) {
      return Finding.warn(
          "channel", asked + ": " + refused.error(), "check the id, the scopes and the membership");
    }
    return silent("channel " + asked, heard);
  }

  private Finding channel(String asked, Channel channel) {
    var name = asked + " (" + (asked.startsWith("#") ? channel.id() : "#" + channel.name()) + ")";
    if (channel.archived()) {
      return Finding.warn(
          "channel", name + " is archived", "bring it back, or take it out of the settings");
    }
    if (!channel.member()) {
      return Finding.warn("channel", name + ": the bot is not in it", "/invite @Advocate there");
    }
    boolean allowed =
        settings.house().external().contains(asked)
            || settings.house().external().contains(channel.id())
            || settings.house().external().contains("#" + channel.name());
    if (channel.external() && !allowed) {
      return Finding.warn(
          "channel",
          name + " is shared with another company, so it is not watched",
          "list it under channels.external if it should be");
    }
    return Finding.ok("channel", name);
  }

  private List<Finding> people() {
    var house = settings.house();
    var named = new TreeSet<>(house.designers());
    named.addAll(house.editors());
    named.addAll(house.admins());
    var found = new ArrayList<Finding>();
    if (settings.slack().botToken() != null) {
      for (String somebody : named) {
        found.add(somebody(somebody, slack.somebody(somebody)));
      }
    }
    return found;
  }

  private static Finding somebody(String name, Heard<Boolean> heard) {
    if (heard instanceof Said<Boolean> said) {
      return said.what()
          ? Finding.ok("people", name)
          : Finding.warn(
              "people", name + ": Slack knows no such user or group", "check the handle or the id");
    }
    if (heard instanceof Refused<Boolean> refused) {
      return Finding.warn("people", name + ": " + refused.error(), "check the handle or the id");
    }
    return silent("people " + name, heard);
  }

  private static Finding silent(String what, Heard<?> heard) {
    var why = heard instanceof Silent<?> silent ? silent.why() : "no answer";
    return Finding.warn(
        what, "Slack did not answer: " + why, "try again; the bot starts all the same");
  }

  private List<Finding> database() {
    var database = settings.database();
    var password = database.password();
    try {
      return database(
          Inspection.of(
              database.url(), database.user(), password == null ? null : password.reveal()));
    } catch (StoreException | IllegalArgumentException e) {
      return List.of(
          Finding.fail(
              "database",
              database.shown() + ": " + Secret.hide(String.valueOf(e.getMessage())),
              "check ADVOCATE_DATABASE_URL, and that the server runs and lets this user in"));
    }
  }

  private List<Finding> database(Inspection seen) {
    var name = settings.database().shown();
    if (!seen.damage().isEmpty()) {
      return List.of(
          Finding.fail(
              "database",
              name + " is damaged: " + String.join("; ", seen.damage()),
              "stop the bot and restore the last backup"));
    }
    if (seen.newer()) {
      return List.of(
          Finding.fail(
              "database",
              name + " is of a newer version of this program",
              "run that version, or restore a backup from before it"));
    }
    if (seen.missing()) {
      return List.of(Finding.ok("database", name + " is made at the first start"));
    }
    if (!seen.pending().isEmpty()) {
      return List.of(
          Finding.warn(
              "database",
              name + " needs " + String.join(", ", seen.pending()),
              "back it up; the next start makes the change"));
    }
    return seen.writable()
        ? Stream.concat(
                Stream.of(Finding.ok("database", name + ", whole, up to date and writable")),
                aside().stream())
            .toList()
        : List.of(
            Finding.fail(
                "database",
                name + " cannot be written",
                "give the bot's user the right to write the file and its folder"));
  }

  /** What the bot gave up until a person has looked at it. */
  private List<Finding> aside() {
    var database = settings.database();
    var password = database.password();
    try (var db =
        Db.open(database.url(), database.user(), password == null ? null : password.reveal())) {
      return new Backlog(db, clock)
          .aside(LISTED).stream()
              .map(
                  aside ->
                      Finding.warn(
                          "set aside",
                          "%s after %d %s: %s"
                              .formatted(
                                  aside.what(),
                                  aside.tries(),
                                  aside.tries() == 1 ? "try" : "tries",
                                  Secret.hide(aside.reason())),
                          "mend the cause, then run doctor retry"))
              .toList();
    }
  }

  private List<Finding> fonts() {
    return List.of(
        canDraw()
            ? Finding.ok("fonts", "pictures can have text")
            : Finding.warn(
                "fonts",
                "Java finds none, so the digest comes without its picture",
                "install fontconfig and fonts-dejavu-core"));
  }

  private List<Finding> meaning() {
    return List.of(
        commands
            .modelTrouble()
            .map(
                why ->
                    Finding.warn(
                        "meaning",
                        why + "; so matching goes by words alone, which finds less",
                        "use a 64-bit Linux with glibc, or macOS; everything else works without it"))
            .orElseGet(() -> Finding.ok("meaning", "the sentence model runs")));
  }

  /** Whether text leaves a mark on a picture. */
  static boolean canDraw() {
    try {
      var picture = new BufferedImage(80, 20, BufferedImage.TYPE_INT_RGB);
      var pen = picture.createGraphics();
      pen.setColor(Color.WHITE);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
      pen.drawString("Learning", 2, 16);
      pen.dispose();
      for (int pixel : picture.getRGB(0, 0, 80, 20, null, 0, 80)) {
        if ((pixel & 0xffffff) != 0) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Without fontconfig the JDK fails in one of these ways, by version.
      return false;
    }
  }

  private List<Finding> wording() {
    Path file = settings.house().wording();
    if (file == null) {
      return List.of();
    }
    var problems = WordingFile.problems(settings.house().language(), file);
    return problems.isEmpty()
        ? List.of(Finding.ok("wording", file.toString()))
        : problems.stream()
            .map(
                problem ->
                    Finding.fail(
                        "wording",
                        file + problem,
                        "mend the file, or take wording out of the settings"))
            .toList();
  }

  private List<Finding> catalogue() {
    Path file = settings.house().catalog();
    if (file == null) {
      return List.of(
          Finding.warn(
              "catalogue",
              "catalog names no file, so only what was set in Slack is known",
              "write one (see README) and name it in advocate.yaml"));
    }
    var said = new StringWriter();
    try {
      int code = commands.checkCatalogue(file, new PrintWriter(said, true));
      return List.of(
          code == 0
              ? Finding.ok("catalogue", file.toString())
              : Finding.fail("catalogue", said.toString().strip(), "mend the file"));
    } catch (Failure e) {
      return List.of(Finding.fail("catalogue", file + ": " + e.getMessage(), "mend the file"));
    }
  }

  private List<Finding> feeds() {
    return List.of(Finding.ok("feeds", "none set up"));
  }
}
