package org.learningadvocate.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.learningadvocate.sandbox.AppSetup;
import org.learningadvocate.sandbox.Company;
import org.learningadvocate.sandbox.Limits;
import org.learningadvocate.sandbox.Member;
import org.learningadvocate.sandbox.Options;
import org.learningadvocate.sandbox.Place;
import org.learningadvocate.sandbox.Sandbox;

/**
 * How soon {@code serve} takes events and is ready, and how much memory it holds after a burst of
 * messages. The bot is the jar, in a process of its own.
 *
 * <pre>ServeSpeed RUNS MESSAGES DATABASE [JAVA-FLAGS…]</pre>
 *
 * DATABASE is a file that {@link YearsWork} made, or - for none. {@code -Dbot.java} and {@code
 * -Dbot.jar} name another Java and another jar.
 */
public final class ServeSpeed {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern NOTHING_WAITS = Pattern.compile("\"inbox\":\\{[^}]*\"open\":0[,}]");
  private static final String JAVA =
      System.getProperty(
          "bot.java", Path.of(System.getProperty("java.home"), "bin/java").toString());
  private static final String JAR = System.getProperty("bot.jar", "target/learning-advocate.jar");

  private static final String[] ASKED = {
    "Can we get a one-page job aid on filing expense reports for store managers by next Friday?",
    "We need a 15 minute eLearning module on returns for all store associates by the end of March.",
    "Could somebody make a short video on counting stock for the warehouse team?",
    "Tree goes up in the lobby on Friday, bring cookies",
    "Thanks everyone for the feedback on the coaching session!"
  };

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private final List<String> flags;

  private ServeSpeed(Path folder, int port, List<String> flags) {
    this.folder = folder;
    this.port = port;
    this.flags = flags;
  }

  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    var past = args.length > 2 ? args[2] : "-";
    var flags = args.length > 3 ? List.of(args).subList(3, args.length) : List.<String>of();
    var folder = Files.createTempDirectory("advocate-speed");
    var options = Options.likeSlack().withLimits(Limits.none());
    try (var sandbox = Sandbox.start(company(), options)) {
      var speed = new ServeSpeed(folder, freePort(), flags);
      speed.write();
      if (!past.equals("-")) {
        Files.copy(Path.of(past), folder.resolve("a.db"));
      }
      for (int run = 1; run <= runs; run++) {
        speed.run(sandbox, run == runs ? messages : 0);
      }
    }
  }

  private void run(Sandbox sandbox, int messages) throws Exception {
    long start = System.nanoTime();
    var bot = serve(sandbox);
    try {
      long live = until(start, bot, "/health/live");
      long ready = until(start, bot, "/health/ready");
      System.out.printf(
          Locale.ROOT,
          "answers after %d ms, ready after %d ms (%d ms of processor), %d MB%n",
          live,
          ready,
          bot.info().totalCpuDuration().orElse(Duration.ZERO).toMillis(),
          memory(bot, "VmRSS"));
      if (messages > 0) {
        sandbox.register(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        burst(sandbox, messages);
        System.out.printf(
            Locale.ROOT,
            "after %d messages %d MB, at most %d MB%n",
            messages,
            memory(bot, "VmRSS"),
            memory(bot, "VmHWM"));
        sandbox.unregister();
      }
    } finally {
      bot.destroy();
      if (!bot.waitFor(20, TimeUnit.SECONDS)) {
        bot.destroyForcibly();
      }
    }
  }

  /** Returns when all of it was worked off; posting takes longer, at Slack's pace. */
  private void burst(Sandbox sandbox, int messages) throws Exception {
    long start = System.nanoTime();
    var workspace = sandbox.workspace();
    for (int i = 0; i < messages; i++) {
      workspace.says("ana", "#ask-learning", ASKED[i % ASKED.length] + " (" + i + ")");
    }
    if (!workspace.awaitQuiet(PATIENCE)) {
      throw new IllegalStateException("The bot does not take its events");
    }
    double taken = (System.nanoTime() - start) / 1e9;
    while (!NOTHING_WAITS.matcher(get("/health/ready").body()).find()) {
      Thread.sleep(50);
    }
    System.out.printf(
        Locale.ROOT,
        "%d messages taken after %.1f s, worked off after %.1f s%n",
        messages,
        taken,
        (System.nanoTime() - start) / 1e9);
  }

  private Process serve(Sandbox sandbox) throws IOException {
    var command = new ArrayList<String>();
    command.add(JAVA);
    command.addAll(flags);
    command.addAll(List.of("-jar", Path.of(JAR).toAbsolutePath().toString()));
    command.add("serve");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    var environment = builder.environment();
    environment.put("SLACK_BOT_TOKEN", sandbox.app().botToken());
    environment.put("SLACK_SIGNING_SECRET", sandbox.app().signingSecret());
    environment.put("SLACK_API_URL", sandbox.apiUrl());
    environment.put("ADVOCATE_PORT", Integer.toString(port));
    environment.put("ADVOCATE_DATABASE_URL", "jdbc:sqlite:a.db");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()))
        .start();
  }

  /** Milliseconds from the start until the address answers 200. */
  private long until(long start, Process bot, String address) throws Exception {
    while (bot.isAlive()) {
      try {
        if (get(address).statusCode() == 200) {
          return (System.nanoTime() - start) / 1_000_000;
        }
      } catch (IOException e) {
        // Not up yet.
      }
      Thread.sleep(5);
    }
    throw new IllegalStateException("It ended: " + Files.readString(folder.resolve("log.txt")));
  }

  private HttpResponse<String> get(String address) throws Exception {
    var ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).build();
    return http.send(ask, BodyHandlers.ofString());
  }

  /** Megabytes, as the kernel counts them. */
  private static long memory(Process bot, String what) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + bot.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(what + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(-1);
    }
  }

  private void write() throws IOException {
    Files.writeString(
        folder.resolve("advocate.yaml"),
        """
        channels:
          requests: ["#ask-learning"]
          summary: "#briefs"
        workspace:
          zone: UTC
        catalog: company.yaml
        """);
    Files.writeString(
        folder.resolve("company.yaml"),
        """
        company: Fennwick
        timezone: UTC
        locale: en-GB
        priorities:
          - id: close
            title: Fewer days to close the books
            description: Month-end close from 9 working days to 5.
            owner: Ken Abara
            starts: 2020-01-01
            ends: 2040-12-31
        initiatives:
          - id: tills
            title: Loom point of sale
            description: Every store moves to Loom.
            owner: Lena Fischer
            audience: [store associates, store managers]
            starts: 2020-01-01
            ends: 2040-12-31
        people:
          - name: Ken Abara
            role: Finance Director
            covers: [finance]
        """);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Company company() {
    var manifest = Manifest.shipped();
    var app =
        AppSetup.named("Learning Advocate", "advocate")
            .withScopes(manifest.scopes())
            .withEvents(manifest.events());
    return Company.named("Fennwick", app)
        .with(Member.person("ana", "Ana Ruiz").withZone("UTC"))
        .with(
            Place.open("ask-learning").withMembers("ana").withBot(),
            Place.open("briefs").withMembers("ana").withBot());
  }
}
