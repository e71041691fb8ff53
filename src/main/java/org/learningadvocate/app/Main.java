package org.learningadvocate.app;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.delivery.Backlog;
import org.learningadvocate.store.DatabaseFile;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.StoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong use or settings. */
@Command(
    name = "learning-advocate",
    description =
        "A Slack bot that does a little homework on learning requests and asks only what is still"
            + " open.",
    footer = {
      "",
      "Start with \"demo\": it needs no Slack and no settings. For your own workspace set",
      "SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), put the rest into",
      "advocate.yaml, look at it with \"doctor\", then \"serve\"."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {Main.Catalog.class, Main.Doctoring.class},
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong use or settings"})
public final class Main implements Callable<Integer> {

  private static final List<String> ORDER =
      List.of("demo", "serve", "doctor", "preview", "catalog", "backup", "restore");

  private static final String WORDING =
      "own texts in the place of the bot's (default: the settings' wording, if any)";

  private final SettingsSource source;
  private final Commands commands;

  @Spec private @Nullable CommandSpec spec;

  Main(SettingsSource source, Commands commands) {
    this.source = source;
    this.commands = commands;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // The digest's picture needs no screen, and a server has none.
    System.setProperty("java.awt.headless", "true");
    int code =
        new Main(new SettingsSource(System.getenv(), Path.of("")), new Wiring())
            .run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs one command and gives its exit code. */
  int run(PrintWriter out, PrintWriter err, String... arguments) {
    return inOrder(new CommandLine(this))
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, err))
        .execute(arguments);
  }

  /** As a person meets them; reflection would give another order on each Java. */
  private static CommandLine inOrder(CommandLine line) {
    var found = Map.copyOf(line.getSubcommands());
    found.keySet().forEach(line.getCommandSpec()::removeSubcommand);
    for (String name : ORDER) {
      line.getCommandSpec().addSubcommand(name, found.get(name));
    }
    return line;
  }

  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof Failure failure) {
      err.println(failure.getMessage());
      return failure.code();
    }
    if (e instanceof StoreException) {
      err.println(Secret.hide(String.valueOf(e.getMessage())));
      return e instanceof StoreException.Refused ? 2 : 1;
    }
    // Not foreseen, so a fault of ours: whoever mends it needs to see where.
    LoggerFactory.getLogger(Main.class).error("This should not happen; please report it", e);
    return 1;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec().commandLine(), "Say which command to run.");
  }

  @Command(
      name = "demo",
      header = "Shows the bot on a local workspace; needs nothing else.",
      description =
          "Starts the bot beside a local Slack-like workspace with a web page, a sample catalogue"
              + " and a temporary database, and prints the page's address. Needs no Slack and no"
              + " settings.",
      mixinStandardHelpOptions = true)
  int demo(
      @Option(
              names = "--port",
              paramLabel = "PORT",
              defaultValue = "8080",
              description = "where the page is (default: ${DEFAULT-VALUE}; 0 takes any free port)")
          int port,
      @Option(names = "--wording", paramLabel = "FILE", description = WORDING)
          @Nullable Path wording) {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec().commandLine(), "--port should be from 0 to 65535, not " + port);
    }
    return commands.demo(port, wording(wording), out());
  }

  /** The file that is given, else the one that the settings name, whatever else is in them. */
  private @Nullable Path wording(@Nullable Path given) {
    return given == null ? source.read().settings().house().wording() : given;
  }

  @Command(
      name = "serve",
      header = "Runs the bot.",
      description =
          "Runs the bot until it is stopped. Needs SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket"
              + " Mode) or SLACK_SIGNING_SECRET (HTTP at /slack/events, with ADVOCATE_HOST and"
              + " ADVOCATE_PORT).",
      footer = {
        "",
        "Environment, besides:",
        "  ADVOCATE_HOST               where to listen (127.0.0.1)",
        "  ADVOCATE_PORT               likewise (3000)",
        "  ADVOCATE_DATABASE_URL       jdbc:sqlite:advocate.db",
        "  ADVOCATE_DATABASE_USER      for PostgreSQL",
        "  ADVOCATE_DATABASE_PASSWORD  for PostgreSQL",
        "  ADVOCATE_CONFIG             a YAML file (advocate.yaml, if any)",
        "  ADVOCATE_LOG                ERROR, WARN, INFO, DEBUG (INFO)",
        "  SLACK_API_URL               another server than Slack's own",
        "  SLACK_CLIENT_ID, SLACK_CLIENT_SECRET"
      },
      mixinStandardHelpOptions = true)
  int serve() {
    var reading = source.read();
    var problems = new ArrayList<>(reading.problems());
    problems.addAll(source.missingForServe());
    refuse(problems, "serve");
    reading.notes().forEach(note -> err().println(note));
    return commands.serve(reading.settings(), source, out());
  }

  @Command(
      name = "preview",
      header = "Shows what the bot would have done on past messages.",
      description =
          "Shows what the bot would have done, on a Slack export or on files of messages, and writes"
              + " it into a folder. Or writes what people corrected as cases to learn from."
              + " Sends nothing anywhere.",
      mixinStandardHelpOptions = true)
  int preview(
      @Option(
              names = "--catalog",
              paramLabel = "FILE",
              description = "the company's priorities, initiatives and people, as YAML")
          @Nullable Path catalog,
      @Option(
              names = "--messages",
              paramLabel = "FILE",
              description = "messages, one JSON object a line")
          @Nullable Path messages,
      @Option(
              names = "--threads",
              paramLabel = "FILE",
              description = "replies in their threads, one JSON object a line")
          @Nullable Path threads,
      @Option(
              names = "--export",
              paramLabel = "ZIP",
              description = "a Slack export, in place of --messages and --threads")
          @Nullable Path export,
      @Option(
              names = "--channels",
              paramLabel = "NAME",
              split = ",",
              description = "with --export: only these channels (default: all that it holds)")
          @Nullable Set<String> channels,
      @Option(names = "--wording", paramLabel = "FILE", description = WORDING)
          @Nullable Path wording,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              defaultValue = "preview",
              description = "where to write (default: ${DEFAULT-VALUE}); made where it is missing")
          Path out,
      @Option(
              names = "--corrections",
              paramLabel = "FILE",
              description =
                  "writes what people corrected in Slack as cases to learn from (best"
                      + " DIR/messages.jsonl), in place of all of the above")
          @Nullable Path corrections) {
    if (corrections != null) {
      if (catalog != null || messages != null || threads != null || export != null) {
        throw new ParameterException(
            spec().commandLine().getSubcommands().get("preview"),
            "--corrections reads the bot's database; give it alone.");
      }
      return commands.corrections(sound(), source, corrections, out());
    }
    if (catalog == null) {
      throw new ParameterException(
          spec().commandLine().getSubcommands().get("preview"),
          "Missing required option: '--catalog=FILE'");
    }
    if ((export == null) == (messages == null && threads == null)) {
      throw new ParameterException(
          spec().commandLine().getSubcommands().get("preview"),
          "Give either --export, or --messages and --threads.");
    }
    if (channels != null && export == null) {
      throw new ParameterException(
          spec().commandLine().getSubcommands().get("preview"), "--channels goes with --export.");
    }
    for (Path file : new Path[] {catalog, messages, threads, export}) {
      if (file != null && !Files.isReadable(file)) {
        throw Failure.wrongUse("There is no file " + file + " that can be read.");
      }
    }
    var names =
        channels == null
            ? Set.<String>of()
            : channels.stream()
                .map(name -> name.replaceFirst("^#", ""))
                .collect(toUnmodifiableSet());
    return commands.preview(
        new Commands.Past(catalog, messages, threads, export, names, wording(wording), out), out());
  }

  @Command(
      name = "backup",
      header = "Copies the SQLite database, also while the bot runs.",
      description = "Copies the SQLite database into FILE, also while the bot runs.",
      mixinStandardHelpOptions = true)
  int backup(
      @Parameters(paramLabel = "FILE", description = "a file that does not exist yet") Path file) {
    long bytes = databaseFile("pg_dump").backup(file);
    out().printf("Backed up to %s (%,d kB), and checked.%n", file, Math.max(1, bytes / 1024));
    return 0;
  }

  @Command(
      name = "restore",
      header = "Puts a backup in the database's place.",
      description =
          "Puts a backup in the SQLite database's place; the old one is kept beside it. Stop the bot"
              + " first.",
      mixinStandardHelpOptions = true)
  int restore(@Parameters(paramLabel = "FILE", description = "a file from backup") Path file) {
    var database = databaseFile("pg_restore");
    var old = database.restore(file, Clock.systemUTC().instant());
    out().println("Restored " + database.path() + " from " + file + ".");
    old.ifPresent(path -> out().println("What was there before is now " + path + "."));
    return 0;
  }

  private DatabaseFile databaseFile(String other) {
    return DatabaseFile.of(sound().database().url())
        .orElseThrow(
            () ->
                Failure.wrongUse(
                    "backup and restore are for SQLite; ADVOCATE_DATABASE_URL names a PostgreSQL"
                        + " database, for which there is "
                        + other
                        + "."));
  }

  /** The catalogue: from a file into the database, back, or only looked at. */
  @Command(
      name = "catalog",
      header = "Imports, exports or checks priorities, initiatives and people.",
      description = "The company's priorities, initiatives and people.",
      synopsisSubcommandLabel = "COMMAND",
      mixinStandardHelpOptions = true)
  static final class Catalog implements Callable<Integer> {

    @ParentCommand private @Nullable Main main;
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Say import, export or check.");
    }

    @Command(
        name = "import",
        description = "Brings FILE into the database; nothing is changed where FILE has mistakes.",
        mixinStandardHelpOptions = true)
    int bring(@Parameters(paramLabel = "FILE", description = "a catalogue, as YAML") Path file) {
      return main().commands.importCatalogue(main().sound(), file, main().out());
    }

    @Command(
        name = "export",
        description = "Writes the database's catalogue into FILE, in the form that import reads.",
        mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = "FILE", description = "where to write") Path file) {
      return main().commands.exportCatalogue(main().sound(), file, main().out());
    }

    @Command(
        name = "check",
        description = "Says every mistake of FILE with its line and column; changes nothing.",
        mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "a catalogue, as YAML") Path file) {
      return main().commands.checkCatalogue(file, main().out());
    }

    private Main main() {
      return Objects.requireNonNull(main);
    }
  }

  /** Looks at everything the bot hangs on. */
  @Command(
      name = "doctor",
      header = "Checks everything the bot hangs on, and says what to do.",
      description =
          "Checks settings, tokens, scopes, channels, database, clock, fonts, catalogue and feeds,"
              + " and says what to do about each. Changes nothing. Exit code 1 where something"
              + " fails.",
      mixinStandardHelpOptions = true)
  static final class Doctoring implements Callable<Integer> {

    @ParentCommand private @Nullable Main main;

    @Override
    public Integer call() {
      var reading = main().source.read();
      return new Doctor(
              reading,
              main().source.missingForServe(),
              main().commands,
              Manifest.shipped(),
              Clock.systemUTC())
          .examine(main().out());
    }

    @Command(
        name = "retry",
        description =
            "Tries again what was set aside after its last try; a running bot takes it up.",
        mixinStandardHelpOptions = true)
    int retry() {
      var database = main().sound().database();
      var password = database.password();
      try (var db =
          Db.open(database.url(), database.user(), password == null ? null : password.reveal())) {
        long tried = new Backlog(db, Clock.systemUTC()).retry();
        main()
            .out()
            .println(
                tried == 0
                    ? "Nothing is set aside."
                    : tried + (tried == 1 ? " thing is" : " things are") + " tried again.");
      }
      return 0;
    }

    private Main main() {
      return Objects.requireNonNull(main);
    }
  }

  /** Says which version this is, as the jar does. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Learning Advocate " + (version == null ? "(development)" : version)};
    }
  }

  /** The settings, where none of them is wrong. */
  private Settings sound() {
    var reading = source.read();
    refuse(reading.problems(), "go on");
    return reading.settings();
  }

  private static void refuse(List<Problem> problems, String what) {
    if (!problems.isEmpty()) {
      var text = new StringBuilder("Learning Advocate cannot ").append(what).append("; ");
      text.append(problems.size() == 1 ? "one setting" : problems.size() + " settings");
      text.append(problems.size() == 1 ? " has to be mended:" : " have to be mended:");
      problems.forEach(problem -> text.append(System.lineSeparator()).append("  ").append(problem));
      throw Failure.wrongUse(text.toString());
    }
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private PrintWriter err() {
    return spec().commandLine().getErr();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
