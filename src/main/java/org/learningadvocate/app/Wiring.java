package org.learningadvocate.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Puts the parts together, in order of the arrows between their packages. */
final class Wiring implements Commands {

  @Override
  public int demo(int port, PrintWriter out) {
    throw notWired();
  }

  @Override
  public int serve(Settings settings, SettingsSource source, PrintWriter out) {
    throw notWired();
  }

  @Override
  public int preview(Past past, PrintWriter out) {
    throw notWired();
  }

  @Override
  public int importCatalogue(Settings settings, Path file, PrintWriter out) {
    throw notWired();
  }

  @Override
  public int exportCatalogue(Settings settings, Path file, PrintWriter out) {
    throw notWired();
  }

  @Override
  public int checkCatalogue(Path file, PrintWriter out) {
    throw notWired();
  }

  @Override
  public SlackProbe probe(Settings settings) {
    return new SlackProbe() {
      @Override
      public Heard<Identity> identity() {
        return new Heard.Silent<>("not wired yet");
      }

      @Override
      public Heard<Boolean> socket() {
        return new Heard.Silent<>("not wired yet");
      }

      @Override
      public Heard<Optional<Channel>> channel(String channel) {
        return new Heard.Silent<>("not wired yet");
      }

      @Override
      public Heard<Boolean> somebody(String group) {
        return new Heard.Silent<>("not wired yet");
      }
    };
  }

  private static Failure notWired() {
    return Failure.failed("This command is not wired yet.");
  }
}
