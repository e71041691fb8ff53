package org.learningadvocate.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;
import org.learningadvocate.store.Row;
import org.learningadvocate.store.StoreException;
import org.learningadvocate.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;

/**
 * The catalogue of each workspace: read from memory, changed in the database. What another process
 * changed is seen within two seconds. Safe for use by many threads.
 */
public final class Catalogues {

  private static final Logger log = LoggerFactory.getLogger(Catalogues.class);

  /** How long a look at the version is good for. */
  private static final Duration GLANCE = Duration.ofSeconds(2);

  private static final String VERSION = "catalogue.version";
  private static final String FILE = "catalogue.file";
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final Db db;
  private final Clock clock;
  private final Map<String, Seen> memory = new ConcurrentHashMap<>();

  private record Seen(Catalogue catalogue, long version, Instant at) {}

  public Catalogues(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * The workspace's catalogue as it stands now; empty where nothing was imported or typed.
   *
   * @throws StoreException where the database cannot be read and nothing is in memory either
   */
  public Catalogue of(String team) {
    var now = clock.instant();
    var seen = memory.get(team);
    if (seen != null && !now.isBefore(seen.at()) && now.isBefore(seen.at().plus(GLANCE))) {
      return seen.catalogue();
    }
    try {
      var fresh = db.read(tx -> look(tx, team, seen, now));
      memory.put(team, fresh);
      return fresh.catalogue();
    } catch (StoreException e) {
      if (seen == null) {
        throw e;
      }
      log.warn("Could not look at the catalogue; what is in memory answers meanwhile", e);
      return seen.catalogue();
    }
  }

  /** What became of a file at the start. */
  public sealed interface Imported {}

  /** The file is the one imported last; edits made since stand. */
  public record Unchanged() implements Imported {}

  /** The file took the catalogue's place. */
  public record Replaced(Company company) implements Imported {}

  /** The file has mistakes; the catalogue stands as it was. */
  public record Refused(List<CompanyFile.Mistake> mistakes) implements Imported {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** Takes the company file's text for the catalogue, if it is not the text imported last. */
  public Imported importWhereChanged(String team, String yaml) {
    var print = fingerprint(yaml);
    if (db.read(tx -> print.equals(setting(tx, team, FILE)))) {
      return new Unchanged();
    }
    var result = CompanyFile.read(yaml);
    if (result instanceof CompanyFile.Faulty faulty) {
      return new Refused(faulty.mistakes());
    }
    var company = ((CompanyFile.Good) result).company();
    return db.write(
        tx -> {
          changed(tx, team);
          if (print.equals(setting(tx, team, FILE))) {
            return new Unchanged(); // A process that started at the same moment was first.
          }
          replace(tx, team, company.catalogue());
          set(tx, team, FILE, print);
          return new Replaced(company);
        });
  }

  /** Whether the catalogue came from a file, which takes its place again once the file changes. */
  public boolean fromFile(Tx tx, String team) {
    return setting(tx, team, FILE) != null;
  }

  /**
   * Puts another catalogue in this one's place. A confirmation given in Slack stands where the
   * documented line did not change.
   */
  public void replace(Tx tx, String team, Catalogue catalogue) {
    changed(tx, team);
    var before = read(tx, team);
    for (var table : List.of("priority", "initiative", "contact", "audience")) {
      tx.update("DELETE FROM " + table + " WHERE team = ?", team);
    }
    catalogue.initiatives().forEach(now -> moved(tx, team, before, now));
    int position = 0;
    for (var priority : catalogue.priorities()) {
      insert(tx, team, withLaterReview(priority, before), position++);
    }
    for (var initiative : catalogue.initiatives()) {
      insert(tx, team, withLaterReview(initiative, before), position++);
    }
    for (var contact : catalogue.people()) {
      insert(tx, team, contact, position++);
    }
    for (var audience : catalogue.audiences().entrySet()) {
      insertAudience(tx, team, audience.getKey(), audience.getValue(), position++);
    }
  }

  /** Notes that an initiative's dates change, for those who count on them. */
  private void moved(Tx tx, String team, Catalogue before, Initiative now) {
    before.initiatives().stream()
        .filter(was -> was.id().equals(now.id()))
        .filter(was -> !was.starts().equals(now.starts()) || !was.ends().equals(now.ends()))
        .forEach(
            was ->
                tx.update(
                    """
                    INSERT INTO move (team, initiative, at, was_starts, was_ends)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                    team,
                    now.id(),
                    clock.instant(),
                    was.starts(),
                    was.ends()));
  }

  /** The moves of initiatives since a moment, oldest first. */
  public List<Move> movesSince(Tx tx, String team, Instant since) {
    return tx.query(
        """
        SELECT initiative, at, was_starts, was_ends FROM move
        WHERE team = ? AND at >= ? ORDER BY at, initiative
        """,
        row ->
            new Move(
                row.text("initiative"),
                row.instant("at"),
                row.day("was_starts"),
                row.day("was_ends")),
        team,
        since);
  }

  /** Whether something moved that nobody was told of; from now on they were. */
  public boolean takeUntoldMoves(Tx tx, String team) {
    return tx.update("UPDATE move SET told = 1 WHERE told = 0 AND team = ?", team) > 0;
  }

  private static void insertAudience(
      Tx tx, String team, String name, List<String> words, int position) {
    tx.update(
        "INSERT INTO audience (team, name, words, position) VALUES (?, ?, ?, ?)",
        team,
        name,
        Json.write(words),
        position);
  }

  /** Adds a priority, or puts it in the place of the one with its id. */
  public void save(Tx tx, String team, Priority priority) {
    changed(tx, team);
    int position = positionOf(tx, "priority", "id", team, priority.id());
    tx.update("DELETE FROM priority WHERE team = ? AND id = ?", team, priority.id());
    insert(tx, team, priority, position);
  }

  /** Adds an initiative, or puts it in the place of the one with its id. */
  public void save(Tx tx, String team, Initiative initiative) {
    changed(tx, team);
    moved(tx, team, read(tx, team), initiative);
    int position = positionOf(tx, "initiative", "id", team, initiative.id());
    tx.update("DELETE FROM initiative WHERE team = ? AND id = ?", team, initiative.id());
    insert(tx, team, initiative, position);
  }

  /** Adds a person, or puts them in the place of the one with their name. */
  public void save(Tx tx, String team, Contact contact) {
    changed(tx, team);
    int position = positionOf(tx, "contact", "name", team, contact.name());
    tx.update("DELETE FROM contact WHERE team = ? AND name = ?", team, contact.name());
    insert(tx, team, contact, position);
  }

  /** Adds a group of people, or puts it in the place of the one of that name. */
  public void saveAudience(Tx tx, String team, String name, List<String> words) {
    int position = positionOf(tx, "audience", "name", team, name);
    tx.update("DELETE FROM audience WHERE team = ? AND name = ?", team, name);
    insertAudience(tx, team, name, words, position);
    changed(tx, team);
  }

  public void removeAudience(Tx tx, String team, String name) {
    tx.update("DELETE FROM audience WHERE team = ? AND name = ?", team, name);
    changed(tx, team);
  }

  public void removePriority(Tx tx, String team, String id) {
    tx.update("DELETE FROM priority WHERE team = ? AND id = ?", team, id);
    changed(tx, team);
  }

  public void removeInitiative(Tx tx, String team, String id) {
    tx.update("DELETE FROM initiative WHERE team = ? AND id = ?", team, id);
    changed(tx, team);
  }

  public void removeContact(Tx tx, String team, String name) {
    tx.update("DELETE FROM contact WHERE team = ? AND name = ?", team, name);
    changed(tx, team);
  }

  /** Somebody said on this day that the priority still holds as documented. */
  public void confirmPriority(Tx tx, String team, String id, LocalDate day) {
    tx.update("UPDATE priority SET reviewed = ? WHERE team = ? AND id = ?", day, team, id);
    changed(tx, team);
  }

  /** Somebody said on this day that the initiative still holds as documented. */
  public void confirmInitiative(Tx tx, String team, String id, LocalDate day) {
    tx.update("UPDATE initiative SET reviewed = ? WHERE team = ? AND id = ?", day, team, id);
    changed(tx, team);
  }

  /** One more word that people use for a priority; one that is known changes nothing. */
  public void addPriorityAlias(Tx tx, String team, String id, String alias) {
    addAlias(tx, team, "priority", id, alias);
  }

  /** The catalogue within a transaction, as the database has it. */
  public Catalogue read(Tx tx, String team) {
    return new Catalogue(
        tx.query(
            """
            SELECT id, title, description, owner, starts, ends, source, reviewed, aliases
            FROM priority WHERE team = ? ORDER BY position, id
            """,
            Catalogues::priority,
            team),
        tx.query(
            """
            SELECT id, title, description, owner, audience, starts, ends, source, reviewed, aliases
            FROM initiative WHERE team = ? ORDER BY position, id
            """,
            Catalogues::initiative,
            team),
        tx.query(
            """
            SELECT name, role, covers, slack, email FROM contact WHERE team = ?
            ORDER BY position, name
            """,
            Catalogues::contact,
            team),
        audiences(tx, team));
  }

  private Seen look(Tx tx, String team, @Nullable Seen seen, Instant now) {
    // The version first: what changes between the two reads is then read again next time.
    long version = version(tx, team);
    return new Seen(
        seen != null && seen.version() == version ? seen.catalogue() : read(tx, team),
        version,
        now);
  }

  private static long version(Tx tx, String team) {
    var text = setting(tx, team, VERSION);
    return text == null ? 0 : Long.parseLong(text);
  }

  /**
   * Comes first in every change: until its transaction ends, other processes wait here with theirs.
   */
  private void changed(Tx tx, String team) {
    // Counted by the database, so that two processes never call two changes by one number.
    tx.update(
        """
        INSERT INTO setting (team, name, value, changed) VALUES (?, ?, '1', ?)
        ON CONFLICT (team, name) DO UPDATE SET
          value = CAST(CAST(setting.value AS BIGINT) + 1 AS TEXT), changed = excluded.changed
        """,
        team,
        VERSION,
        clock.instant());
    tx.afterCommit(() -> memory.remove(team));
  }

  private static @Nullable String setting(Tx tx, String team, String name) {
    return tx.first(
            "SELECT value FROM setting WHERE team = ? AND name = ?",
            row -> row.text("value"),
            team,
            name)
        .orElse(null);
  }

  private void set(Tx tx, String team, String name, String value) {
    tx.update(
        """
        INSERT INTO setting (team, name, value, changed) VALUES (?, ?, ?, ?)
        ON CONFLICT (team, name) DO UPDATE SET value = excluded.value, changed = excluded.changed
        """,
        team,
        name,
        value,
        clock.instant());
  }

  private void addAlias(Tx tx, String team, String table, String id, String alias) {
    var known =
        tx.first(
            "SELECT aliases FROM " + table + " WHERE team = ? AND id = ?",
            row -> Json.read(row.text("aliases"), TEXTS),
            team,
            id);
    var word = alias.strip();
    if (known.isEmpty()
        || word.isEmpty()
        || known.get().stream().anyMatch(one -> one.equalsIgnoreCase(word))) {
      return;
    }
    var more = new ArrayList<>(known.get());
    more.add(word);
    tx.update(
        "UPDATE " + table + " SET aliases = ? WHERE team = ? AND id = ?",
        Json.write(more),
        team,
        id);
    changed(tx, team);
  }

  private static int positionOf(Tx tx, String table, String key, String team, String id) {
    return tx.first(
            "SELECT position FROM " + table + " WHERE team = ? AND " + key + " = ?",
            row -> row.count("position"),
            team,
            id)
        .or(
            () ->
                tx.first(
                    "SELECT COALESCE(MAX(position), 0) + 1 AS position FROM "
                        + table
                        + " WHERE team = ?",
                    row -> row.count("position"),
                    team))
        .orElse(1);
  }

  private static Priority withLaterReview(Priority priority, Catalogue before) {
    return before.priorities().stream()
        .filter(old -> old.id().equals(priority.id()))
        .filter(old -> old.title().equals(priority.title()))
        .filter(old -> old.description().equals(priority.description()))
        .filter(old -> old.starts().equals(priority.starts()) && old.ends().equals(priority.ends()))
        .filter(old -> later(old.reviewed(), priority.reviewed()))
        .map(old -> priority.reviewed(old.reviewed()))
        .findFirst()
        .orElse(priority);
  }

  private static Initiative withLaterReview(Initiative initiative, Catalogue before) {
    return before.initiatives().stream()
        .filter(old -> old.id().equals(initiative.id()))
        .filter(old -> old.title().equals(initiative.title()))
        .filter(old -> old.description().equals(initiative.description()))
        .filter(
            old -> old.starts().equals(initiative.starts()) && old.ends().equals(initiative.ends()))
        .filter(old -> later(old.reviewed(), initiative.reviewed()))
        .map(old -> initiative.reviewed(old.reviewed()))
        .findFirst()
        .orElse(initiative);
  }

  private static boolean later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && (other == null || one.isAfter(other));
  }

  private static void insert(Tx tx, String team, Priority priority, int position) {
    tx.update(
        """
        INSERT INTO priority (team, id, title, description, owner, starts, ends, source, reviewed,
          aliases, position)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        team,
        priority.id(),
        priority.title(),
        priority.description(),
        priority.owner(),
        priority.starts(),
        priority.ends(),
        priority.source(),
        priority.reviewed(),
        Json.write(priority.aliases()),
        position);
  }

  private static void insert(Tx tx, String team, Initiative initiative, int position) {
    tx.update(
        """
        INSERT INTO initiative (team, id, title, description, owner, audience, starts, ends, source,
          reviewed, aliases, position)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        team,
        initiative.id(),
        initiative.title(),
        initiative.description(),
        initiative.owner(),
        Json.write(initiative.audience()),
        initiative.starts(),
        initiative.ends(),
        initiative.source(),
        initiative.reviewed(),
        Json.write(initiative.aliases()),
        position);
  }

  private static void insert(Tx tx, String team, Contact contact, int position) {
    tx.update(
        """
        INSERT INTO contact (team, name, role, covers, slack, email, position)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        team,
        contact.name(),
        contact.role(),
        Json.write(contact.covers()),
        contact.slack(),
        contact.email(),
        position);
  }

  private static Priority priority(Row row) {
    return new Priority(
        row.text("id"),
        row.text("title"),
        row.text("description"),
        row.text("owner"),
        row.day("starts"),
        row.day("ends"),
        row.textOrNull("source"),
        row.dayOrNull("reviewed"),
        Json.read(row.text("aliases"), TEXTS));
  }

  private static Initiative initiative(Row row) {
    return new Initiative(
        row.text("id"),
        row.text("title"),
        row.text("description"),
        row.text("owner"),
        Json.read(row.text("audience"), TEXTS),
        row.day("starts"),
        row.day("ends"),
        row.textOrNull("source"),
        row.dayOrNull("reviewed"),
        Json.read(row.text("aliases"), TEXTS));
  }

  private static Contact contact(Row row) {
    return new Contact(
        row.text("name"),
        row.text("role"),
        Json.read(row.text("covers"), TEXTS),
        row.textOrNull("slack"),
        row.textOrNull("email"));
  }

  private static Map<String, List<String>> audiences(Tx tx, String team) {
    Function<Row, Map.Entry<String, List<String>>> entry =
        row -> Map.entry(row.text("name"), Json.read(row.text("words"), TEXTS));
    var audiences = new LinkedHashMap<String, List<String>>();
    tx.query("SELECT name, words FROM audience WHERE team = ? ORDER BY position", entry, team)
        .forEach(one -> audiences.put(one.getKey(), one.getValue()));
    return audiences;
  }

  private static String fingerprint(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
