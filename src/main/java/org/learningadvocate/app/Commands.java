package org.learningadvocate.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the commands do, once the command line and the settings are understood. Each returns an exit
 * code, or throws {@link Failure} with words for the person who ran it.
 */
public interface Commands {

  /**
   * The bot beside a local workspace; runs until it is stopped. Needs no settings.
   *
   * @param port where the workspace's page is; 0 takes any free one
   * @param wording single texts in the place of the bot's own; null where there are none
   */
  int demo(int port, @Nullable Path wording, PrintWriter out);

  /**
   * The bot; runs until it is stopped.
   *
   * @param settings as read at the start, without mistakes
   * @param source reads them again, with what was set from Slack
   */
  int serve(Settings settings, SettingsSource source, PrintWriter out);

  /** What it would have done. */
  int preview(Past past, PrintWriter out);

  /**
   * Writes what people corrected as cases to learn from.
   *
   * @param settings without mistakes
   * @param source reads them again, with what was set from Slack
   * @param file one case a line; where something is documented, {@code company.yaml} beside it
   */
  int corrections(Settings settings, SettingsSource source, Path file, PrintWriter out);

  /** Brings a catalogue's file into the database. */
  int importCatalogue(Settings settings, Path file, PrintWriter out);

  /** Writes the catalogue of the database into a file. */
  int exportCatalogue(Settings settings, Path file, PrintWriter out);

  /** Says every mistake of a catalogue's file, with line and column. */
  int checkCatalogue(Path file, PrintWriter out);

  /** Why the sentence model does not run on this machine; empty where it does. */
  Optional<String> modelTrouble();

  /** How {@code doctor} asks Slack. */
  SlackProbe probe(Settings settings);

  /**
   * What preview reads, and where it writes.
   *
   * @param catalogue the company's file
   * @param messages messages, one JSON a line; null where an export is read
   * @param threads their replies; null where there are none
   * @param export a Slack export, as ZIP; null where messages are read
   * @param channels names of the export's channels that count; empty: all of them
   * @param wording single texts in the place of the bot's own; null where there are none
   * @param out a folder, made where it is not there
   */
  record Past(
      Path catalogue,
      @Nullable Path messages,
      @Nullable Path threads,
      @Nullable Path export,
      Set<String> channels,
      @Nullable Path wording,
      Path out) {

    public Past {
      channels = Set.copyOf(channels);
    }
  }
}
