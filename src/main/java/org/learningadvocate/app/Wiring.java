package org.learningadvocate.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.catalog.Company;
import org.learningadvocate.catalog.CompanyFile;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.conversation.Dossiers;
import org.learningadvocate.conversation.TrainingCases;
import org.learningadvocate.homework.PastVectors;
import org.learningadvocate.homework.Verdicts;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.preview.Preview;
import org.learningadvocate.preview.Threshold;
import org.learningadvocate.preview.Unreadable;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.question.Planner;
import org.learningadvocate.request.Reader;
import org.learningadvocate.store.DatabaseFile;
import org.learningadvocate.store.Db;

/** What each command does, put together from the parts. */
final class Wiring implements Commands {

  private final Clock clock = Clock.systemUTC();

  @Override
  public int demo(int port, @Nullable Path wording, PrintWriter out) {
    try (var demo = Demo.start(port, wording, clock)) {
      return demo.run(out);
    }
  }

  @Override
  @SuppressWarnings("try") // The hold on the database file is kept, not used.
  public int serve(Settings settings, SettingsSource source, PrintWriter out) {
    var file = DatabaseFile.of(settings.database().url());
    try (var hold = file.isPresent() ? file.get().hold() : null;
        var bot = new Bot(settings, source, clock)) {
      Runtime.getRuntime().addShutdownHook(new Thread(bot::close, "shutdown"));
      bot.start();
      out.println(
          "Learning Advocate is up; health at port " + bot.port() + ". Stop it with Ctrl+C.");
      bot.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public int preview(Past past, PrintWriter out) {
    var wording = WordingFile.wording(Settings.untouched().language(), past.wording());
    var preview = new Preview(read(past.catalogue()), Mind.meaning(), wording);
    try {
      if (past.export() == null) {
        preview.files(past.messages(), past.threads(), past.out(), out);
      } else {
        var house = Settings.untouched();
        preview.export(
            past.export(),
            past.channels(),
            past.out(),
            new Threshold(house.doubtFrom(), house.doubtTo()),
            clock,
            out);
      }
      return 0;
    } catch (Unreadable e) {
      throw Failure.wrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Failure.failed("Could not read or write: " + e.getMessage());
    }
  }

  @Override
  public int corrections(Settings settings, SettingsSource source, Path file, PrintWriter out) {
    try (var db = open(settings)) {
      var team = Teams.of(settings, db);
      var house = new HouseBook(source, db, clock);
      var catalogues = new Catalogues(db, clock);
      var verdicts = new Verdicts(db, clock);
      var meaning = Mind.meaning();
      var understanding =
          new Understanding(() -> catalogues.of(team), () -> verdicts.of(team), meaning);
      var reader = new Reader();
      var replies = AnswerReader.load(meaning);
      var dossiers =
          new Dossiers(
              db,
              house,
              house::channelName,
              NOBODY,
              () -> reader,
              (subject, past) -> understanding.homework().about(subject, past),
              new PastVectors(db, meaning, clock),
              new Planner(Wording.of(settings.house().language())),
              () -> replies,
              understanding::names);
      boolean documented = !catalogues.of(team).equals(Catalogue.EMPTY);
      var found = new TrainingCases(db, house, dossiers, house::channelName).all(documented);
      if (documented) {
        var company =
            new Company(team, house.get().zone(), house.get().locale(), catalogues.of(team));
        beside(file, CompanyFile.export(company));
      }
      Files.write(file, found.lines(), StandardCharsets.UTF_8);
      out.println(
          "Wrote "
              + count(found.lines().size(), "case", "cases")
              + " to "
              + file
              + (documented ? ", and company.yaml beside it" : "")
              + ". Left out: "
              + found.leftOut()
              + " (deleted, of a private channel, said twice, or a large one-pager).");
      return 0;
    } catch (IOException e) {
      throw Failure.failed("Cannot write " + file + ": " + e.getMessage());
    }
  }

  /** The cases mean this catalogue; another company's is not written over. */
  private static void beside(Path file, String company) throws IOException {
    var to = file.toAbsolutePath().resolveSibling("company.yaml");
    if (Files.exists(to) && !Files.readString(to, StandardCharsets.UTF_8).equals(company)) {
      throw Failure.wrongUse(
          to + " is there already and says something else; name a file in another folder.");
    }
    Files.writeString(to, company, StandardCharsets.UTF_8);
  }

  /** Asks Slack nothing: ids stay as they are. */
  private static final Members NOBODY =
      new Members() {
        @Override
        public Optional<Person> person(String user) {
          return Optional.empty();
        }

        @Override
        public boolean inGroup(String group, String user) {
          return false;
        }
      };

  @Override
  public int importCatalogue(Settings settings, Path file, PrintWriter out) {
    var company = read(file);
    try (var db = open(settings)) {
      var team = Teams.of(settings, db);
      db.change(tx -> new Catalogues(db, clock).replace(tx, team, company.catalogue()));
    }
    out.println("Imported " + counts(company) + ".");
    return 0;
  }

  @Override
  public int exportCatalogue(Settings settings, Path file, PrintWriter out) {
    try (var db = open(settings)) {
      var team = Teams.of(settings, db);
      var house = settings.house();
      var catalogue = db.read(tx -> new Catalogues(db, clock).read(tx, team));
      var company = new Company(team, house.zone(), house.locale(), catalogue);
      Files.writeString(file, CompanyFile.export(company), StandardCharsets.UTF_8);
      out.println("Exported " + counts(company) + " to " + file + ".");
      return 0;
    } catch (IOException e) {
      throw Failure.failed("Cannot write " + file + ": " + e.getMessage());
    }
  }

  @Override
  public int checkCatalogue(Path file, PrintWriter out) {
    out.println(file + " is fine: " + counts(read(file)) + ".");
    return 0;
  }

  @Override
  @SuppressWarnings("try") // It is only opened.
  public Optional<String> modelTrouble() {
    try (var model = SentenceModel.load()) {
      return Optional.empty();
    } catch (SentenceModel.UnavailableException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public SlackProbe probe(Settings settings) {
    return Probe.of(settings, clock);
  }

  private static Db open(Settings settings) {
    var database = settings.database();
    var password = database.password();
    return Db.open(database.url(), database.user(), password == null ? null : password.reveal());
  }

  private static Company read(Path file) {
    try {
      var result = CompanyFile.read(Files.readString(file, StandardCharsets.UTF_8));
      if (result instanceof CompanyFile.Faulty faulty) {
        var lines = new StringBuilder();
        faulty.mistakes().forEach(mistake -> lines.append(file + ":" + mistake + "\n"));
        throw Failure.wrongUse(lines.toString().stripTrailing());
      }
      return ((CompanyFile.Good) result).company();
    } catch (IOException e) {
      throw Failure.wrongUse("Cannot read " + file + ": " + e.getMessage());
    }
  }

  private static String counts(Company company) {
    var catalogue = company.catalogue();
    return count(catalogue.priorities().size(), "priority", "priorities")
        + ", "
        + count(catalogue.initiatives().size(), "initiative", "initiatives")
        + ", "
        + count(catalogue.people().size(), "person", "people");
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
