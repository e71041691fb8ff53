package org.learningadvocate.preview;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the bot would have said where, on a whole export.
 *
 * @param source the name of the export's file
 * @param company whose catalogue it knew
 * @param from the first day on which something was said; null where nothing was
 * @param to the last such day
 * @param channels those with most requests first, then by name
 * @param beyond requests that are counted but not told, since the report has no room for more
 * @param took how long it took
 */
record Tale(
    String source,
    String company,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<ChannelTale> channels,
    int beyond,
    Duration took,
    Roster roster,
    Threshold threshold) {

  Tale {
    channels = List.copyOf(channels);
  }

  int sum(ToIntFunction<ChannelTale> figure) {
    return channels.stream().mapToInt(figure).sum();
  }
}
