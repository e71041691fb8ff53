package org.learningadvocate.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A documented strategic priority of the company.
 *
 * @param id the key the catalogue gives it, unique among priorities
 * @param title its name as documented
 * @param description the documented line, quoted to people as it is
 * @param owner the name of the person who answers for it
 * @param starts first day in force, inclusive, in the workspace's zone
 * @param ends last day in force, inclusive, in the workspace's zone
 * @param source a link to where it is documented; null where none is given
 * @param reviewed the day somebody last confirmed it; null where unknown
 * @param aliases other words people use for it
 */
public record Priority(
    String id,
    String title,
    String description,
    String owner,
    LocalDate starts,
    LocalDate ends,
    @Nullable String source,
    @Nullable LocalDate reviewed,
    List<String> aliases) {

  public Priority {
    aliases = List.copyOf(aliases);
  }

  /** Whether it is in force on some day of the period, both ends inclusive. */
  public boolean inForce(LocalDate from, LocalDate to) {
    return !starts.isAfter(to) && !ends.isBefore(from);
  }

  /** The same, last confirmed on another day; null where that is unknown. */
  public Priority reviewed(@Nullable LocalDate day) {
    return new Priority(id, title, description, owner, starts, ends, source, day, aliases);
  }
}
