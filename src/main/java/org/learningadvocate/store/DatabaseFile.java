package org.learningadvocate.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The file of a SQLite database: who serves it, and how it is copied while it is in use.
 *
 * @param path the file
 */
public record DatabaseFile(Path path) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** The file of a JDBC URL; empty where the URL is of another engine. */
  public static Optional<DatabaseFile> of(String url) {
    if (Dialect.of(url) != Dialect.SQLITE) {
      return Optional.empty();
    }
    var name = url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", "");
    return Optional.of(new DatabaseFile(Path.of(name.replaceFirst("^file:", ""))));
  }

  /** While it is open, no other process serves the file. The system ends it with the process. */
  public static final class Hold implements AutoCloseable {

    private final FileChannel channel;

    private Hold(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Takes the file for this process.
   *
   * @throws StoreException where another process has it, with that process's number
   */
  public Hold hold() {
    var lock = beside(".lock");
    FileChannel channel = null;
    boolean held = false;
    try {
      channel =
          FileChannel.open(
              lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      // Far behind the text, so that it can be read where locks keep readers out.
      held = channel.tryLock(1 << 20, 1, false) != null;
      if (!held) {
        throw inUse(channel);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new Hold(channel);
    } catch (OverlappingFileLockException e) {
      throw new StoreException(path + " is already in use by this process", e);
    } catch (IOException e) {
      throw new StoreException("Could not take " + lock + ": " + e.getMessage(), e);
    } finally {
      if (channel != null && !held) {
        closeQuietly(channel);
      }
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written through it, so nothing is lost with it.
      return;
    }
  }

  private StoreException inUse(FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    var process = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return new StoreException.Refused(
        path
            + " is in use by another serve"
            + (process.isEmpty() ? "" : " (process " + process + ")")
            + "; one at a time serves a SQLite file, many share a PostgreSQL database");
  }

  /**
   * Copies the database as it is at one moment, also while it is in use, and checks the copy.
   *
   * @param target a file that does not exist yet
   * @return the size of the copy in bytes
   * @throws StoreException where there is no database, or the copy cannot be written
   */
  public long backup(Path target) {
    if (!Files.isRegularFile(path)) {
      throw new StoreException("There is no database at " + path.toAbsolutePath());
    }
    if (Files.exists(target)) {
      throw new StoreException(target + " exists already; a backup overwrites nothing");
    }
    // Under another name until it is whole, so that half a backup never looks like one.
    var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      copy(path, unfinished);
      check(unfinished);
      move(unfinished, target);
      return Files.size(target);
    } catch (SQLException | IOException e) {
      throw new StoreException("Could not back up to " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * Puts a backup in the database's place; what was there is kept beside it.
   *
   * @param source a backup
   * @param now names the file that the old database is kept in
   * @return where the old database is now; empty where there was none
   * @throws StoreException where the file is in use or the backup is none; then nothing changed
   */
  public Optional<Path> restore(Path source, Instant now) {
    if (!Files.isRegularFile(source)) {
      throw new StoreException("There is no file " + source.toAbsolutePath());
    }
    var hold = hold();
    try {
      var fresh = beside(".restoring");
      Files.deleteIfExists(fresh);
      check(source);
      copy(source, fresh);
      check(fresh);
      return replaceBy(fresh, now);
    } catch (SQLException | IOException e) {
      throw new StoreException("Could not restore " + source + ": " + e.getMessage(), e);
    } finally {
      hold.close();
    }
  }

  private Optional<Path> replaceBy(Path fresh, Instant now) throws IOException {
    var old = setAside(now);
    try {
      move(fresh, path);
    } catch (IOException e) {
      if (old.isPresent()) {
        move(old.get(), path);
      }
      throw e;
    }
    return old;
  }

  private Optional<Path> setAside(Instant now) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    var name = ".before-restore-" + STAMP.format(now);
    var old = beside(name);
    if (Files.exists(old)) {
      throw new IOException(old + " exists already");
    }
    // The log belongs to its database: apart, the old one would lack its last transactions.
    for (String part : new String[] {"-wal", "-shm", ""}) {
      var from = beside(part);
      if (Files.exists(from)) {
        move(from, path.resolveSibling(old.getFileName() + part));
      }
    }
    return Optional.of(old);
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  private static void copy(Path from, Path to) throws SQLException, IOException {
    try (var connection = open(from);
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, to.toString());
      statement.execute();
    }
    try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void check(Path file) throws SQLException {
    var damage = damage("jdbc:sqlite:" + file);
    if (!damage.isEmpty()) {
      throw new SQLException(file + " is damaged: " + String.join("; ", damage));
    }
    try (var connection = open(file);
        var statement = connection.createStatement();
        var results =
            statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'scheduled_tasks'")) {
      if (!results.next()) {
        throw new SQLException(file + " is not a database of Learning Advocate");
      }
    }
  }

  /** What SQLite's own check finds; empty where nothing. */
  static List<String> damage(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var results = statement.executeQuery("PRAGMA integrity_check(5)")) {
      var said = new ArrayList<String>();
      while (results.next()) {
        said.add(results.getString(1));
      }
      return said.equals(List.of("ok")) ? List.of() : said;
    }
  }

  private static Connection open(Path file) throws SQLException {
    var how = new Properties();
    how.setProperty("busy_timeout", "10000");
    return DriverManager.getConnection("jdbc:sqlite:" + file, how);
  }
}
