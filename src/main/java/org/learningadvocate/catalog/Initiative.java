package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project that rolls out to people between two dates: a launch, a migration, a reorganisation, a
 * peak season, an audit.
 *
 * @param id the key the catalogue gives it, unique among initiatives
 * @param title its name as documented
 * @param description what it is, quoted to people as it is
 * @param owner the name of the person who answers for it
 * @param audience whom it reaches, in the company's own words; {@code everyone} is the whole
 *     company
 * @param starts first day, inclusive, in the workspace's zone
 * @param ends last day, inclusive, in the workspace's zone
 * @param source a link to where it is documented; null where none is given
 * @param reviewed the day somebody last confirmed it; null where unknown
 * @param aliases other words people use for it
 */
public record Initiative(
    String id,
    String title,
    String description,
    String owner,
    List<String> audience,
    LocalDate starts,
    LocalDate ends,
    @Nullable String source,
    @Nullable LocalDate reviewed,
    List<String> aliases) {

  public Initiative {
    audience = List.copyOf(audience);
    aliases = List.copyOf(aliases);
  }

  /** Whether it is active on some day of the period, both ends inclusive. */
  public boolean active(LocalDate from, LocalDate to) {
    return !starts.isAfter(to) && !ends.isBefore(from);
  }

  /** The same, last confirmed on another day; null where that is unknown. */
  public Initiative reviewed(@Nullable LocalDate day) {
    return new Initiative(
        id, title, description, owner, audience, starts, ends, source, day, aliases);
  }
}
