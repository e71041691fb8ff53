package org.learningadvocate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer, read by column name. Instants are kept as epoch milliseconds, days as ISO
 * texts, flags as 0 and 1, in both engines.
 */
public final class Row {

  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** A text that is never absent. */
  public String text(String column) {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  public @Nullable String textOrNull(String column) {
    return get(() -> results.getString(column));
  }

  public long number(String column) {
    return Objects.requireNonNull(get(() -> results.getLong(column)));
  }

  public int count(String column) {
    return Math.toIntExact(number(column));
  }

  public double real(String column) {
    return Objects.requireNonNull(get(() -> results.getDouble(column)));
  }

  public boolean flag(String column) {
    return number(column) != 0;
  }

  public Instant instant(String column) {
    return Instant.ofEpochMilli(number(column));
  }

  public @Nullable Instant instantOrNull(String column) {
    return textOrNull(column) == null ? null : instant(column);
  }

  public LocalDate day(String column) {
    return LocalDate.parse(text(column));
  }

  public @Nullable LocalDate dayOrNull(String column) {
    var text = textOrNull(column);
    return text == null ? null : LocalDate.parse(text);
  }

  public byte @Nullable [] bytesOrNull(String column) {
    return get(() -> results.getBytes(column));
  }

  private static <T extends @Nullable Object> T get(Getter<T> getter) {
    try {
      return getter.get();
    } catch (SQLException e) {
      throw new StoreException("Could not read a row: " + e.getMessage(), e);
    }
  }

  private interface Getter<T extends @Nullable Object> {
    T get() throws SQLException;
  }
}
