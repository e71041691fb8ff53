package org.learningadvocate.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.homework.PastVectors;
import org.learningadvocate.meaning.Once;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.sandbox.Workspace;
import org.learningadvocate.store.DatabaseFile;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Dialect;
import org.learningadvocate.store.Tx;

/**
 * Makes the SQLite database of so many requests, and says how large it is. One request is lived by
 * the real bot, with its answers, its designer and the talk around it; what it leaves is repeated
 * under other times and other words.
 *
 * <pre>YearsWork FILE [REQUESTS]</pre>
 */
public final class YearsWork {

  /** A thousand a week. */
  private static final long EVERY = 605;

  /** What is swept after a week stands for the last thousand requests only. */
  private static final Set<String> SWEPT = Set.of("inbox", "seen", "lane");

  private static final List<String> TABLES =
      List.of("message", "act", "request", "slot", "slot_link", "inbox", "lane", "request_words");

  private static final Set<String> MOMENTS =
      Set.of("opened", "changed", "answered", "closes", "received", "next_try");

  /** Stands in the template for what each request is about. */
  private static final String ABOUT = "quokka ledgers";

  private static final String[] SUBJECTS =
      """
      returns refunds onboarding scanners forklifts coaching feedback pricing invoices payroll
      security passwords phishing safety ladders chemicals recycling inventory counting labels
      shipping packing loading customs tariffs contracts negotiation discounts renewals churn
      complaints greetings phones tickets escalations warranties repairs batteries cables routers
      dashboards spreadsheets pivot formulas budgets forecasts audits privacy consent records
      interviews hiring appraisal benefits leave travel expenses receipts badges visitors parking
      """
          .strip()
          .split("\\s+");

  private YearsWork() {}

  public static void main(String[] args) throws Exception {
    var file = Path.of(args[0]);
    int requests = args.length > 1 ? Integer.parseInt(args[1]) : 52_000;
    var folder = Files.createTempDirectory("advocate-year");
    try (var office = new Office(Office.Door.HTTP, Dialect.SQLITE, folder)) {
      office.open();
      live(office);
      DatabaseFile.of(office.databaseUrl()).orElseThrow().backup(file);
    }
    long one = Files.size(file);
    try (var db = Db.open("jdbc:sqlite:" + file, null, null)) {
      repeat(db, requests);
      compare(db);
    }
    System.out.printf(
        Locale.ROOT,
        "%d requests: %.0f MB (one: %d kB with its tables)%n",
        requests,
        Files.size(file) / 1e6,
        one / 1000);
  }

  private static void live(Office office) {
    Workspace workspace = office.workspace();
    workspace.says("ben", "#ask-learning", "Thanks everyone for the session yesterday, loved it!");
    workspace.says("jo", "#ask-learning", "The room on the second floor is closed until Thursday.");
    workspace.says("priya", "#ask-learning", "New office hours: Tuesdays at ten, bring questions.");
    var request =
        workspace.says(
            "ana",
            "#ask-learning",
            "Can we get a one-page job aid on " + ABOUT + " for store managers by next Friday?");
    office.homework(request, "1. ", "2. ");
    request.says("ana", "1. Half as many reports come back to us, and stores save an hour a week");
    request.says("ben", "2. before it please, stores are busy afterwards");
    request.says("priya", "Fine by me, I have a draft from last year that I can start from.");
    office.homework(request, "All answered");
    office.homework(request).get(0).press("priya", ThreadMessage.CLAIM);
    office.homework(request, "Designing this");
    office.brief("Half as many");
    office.settle();
  }

  private static void repeat(Db db, int requests) {
    var stamps = db.read(YearsWork::stamps);
    var columns = db.read(YearsWork::columns);
    var last = db.read(tx -> ends(tx));
    for (int from = 1; from < requests; from += 200) {
      int first = from;
      db.change(
          tx -> {
            for (int n = first; n < Math.min(requests, first + 200); n++) {
              repeat(tx, n, stamps, columns, last);
            }
          });
    }
    db.change(
        tx ->
            tx.update(
                """
                INSERT OR IGNORE INTO request_words_row (place, team, id)
                SELECT rowid, team, id FROM request_words
                """));
    db.change(
        tx ->
            tx.update(
                """
                INSERT OR IGNORE INTO request_vector (team, id, title, model, saved)
                SELECT team, id, 0, '', changed FROM request
                """));
  }

  /** As the bot does beside its work. */
  private static void compare(Db db) throws SentenceModel.UnavailableException {
    String team =
        db.read(tx -> tx.query("SELECT team FROM request LIMIT 1", r -> r.text("team"))).get(0);
    try (var model = SentenceModel.load()) {
      var vectors = new PastVectors(db, new Once(model), Clock.systemUTC());
      while (vectors.makeSome(team)) {
        // Goes on until each request has one.
      }
    }
  }

  private static void repeat(
      Tx tx, int n, Set<String> stamps, Map<String, List<String>> columns, Map<String, Long> last) {
    var subject =
        SUBJECTS[n % SUBJECTS.length] + " " + SUBJECTS[n / SUBJECTS.length % SUBJECTS.length];
    for (String table : TABLES) {
      if (SWEPT.contains(table) && n > 1_000) {
        continue;
      }
      var names = columns.getOrDefault(table, List.of());
      var values = new ArrayList<Object>();
      var selected = names.stream().map(name -> changed(name, n, subject, stamps, values)).toList();
      values.add(last.getOrDefault(table, 0L));
      tx.update(
          // What belongs to no request, such as somebody's home, comes again under the same name.
          "INSERT OR IGNORE INTO %s (%s) SELECT %s FROM %s WHERE rowid <= ?"
              .formatted(table, String.join(", ", names), String.join(", ", selected), table),
          values.toArray());
    }
  }

  /** The column as it is for the request that came n times {@link #EVERY} seconds before. */
  private static String changed(
      String name, int n, String subject, Set<String> stamps, List<Object> values) {
    if (MOMENTS.contains(name)) {
      values.add(n * EVERY * 1_000);
      return name + " - ?";
    }
    var sql = "replace(" + name + ", ?, ?)";
    values.add(ABOUT);
    values.add(subject);
    for (String stamp : stamps) {
      sql = "replace(" + sql + ", ?, ?)";
      int dot = stamp.indexOf('.');
      values.add(stamp);
      values.add(Long.parseLong(stamp.substring(0, dot)) - n * EVERY + stamp.substring(dot));
    }
    return sql;
  }

  /** Every time under which something of the template stands in Slack. */
  private static Set<String> stamps(Tx tx) {
    return Stream.of(
            "SELECT ts AS t FROM message",
            "SELECT ts AS t FROM slot WHERE ts IS NOT NULL",
            "SELECT at AS t FROM act")
        .flatMap(sql -> tx.query(sql, row -> row.text("t")).stream())
        .filter(ts -> ts.contains("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, List<String>> columns(Tx tx) {
    return TABLES.stream()
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    Collections.unmodifiableList(
                        tx.query(
                            "SELECT name FROM pragma_table_info('" + table + "')",
                            row -> row.text("name")))));
  }

  private static Map<String, Long> ends(Tx tx) {
    return TABLES.stream()
        .collect(
            Collectors.toMap(
                table -> table,
                table ->
                    tx.first(
                            "SELECT COALESCE(MAX(rowid), 0) AS n FROM " + table,
                            row -> row.number("n"))
                        .orElse(0L)));
  }
}
