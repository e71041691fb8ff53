package org.learningadvocate.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.learningadvocate.digest.Asked.request;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.House;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.catalog.PriorityLookup;
import org.learningadvocate.catalog.Read;
import org.learningadvocate.catalog.RolloutLookup;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Reception.Reply;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.delivery.Signal;
import org.learningadvocate.digest.Asked;
import org.learningadvocate.digest.WeeklyDigest;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.request.Topic;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Json;

class HomeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  /** UADMIN is an admin of the workspace, UED a member of the editors' group, UANA anybody. */
  private static final Members MEMBERS =
      new Members() {
        @Override
        public Optional<Person> person(String user) {
          return Optional.of(new Person(user, user, null, user.equals("UADMIN"), false, false));
        }

        @Override
        public boolean inGroup(String group, String user) {
          return group.equals("@learning-leads") && user.equals("UED");
        }
      };

  private static final Wording WORDING = Wording.of("en");

  @TempDir Path folder;
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Requests requests = new Requests();
  private final SettingsTable settings = new SettingsTable();
  private final Map<String, String> file = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private HouseRules rules = House.rules().editors("@learning-leads").build();
  private Db db;
  private Catalogues catalogues;
  private Home home;
  private AdvocateCommand command;
  private int openings;

  @BeforeEach
  void open() {
    db = Db.open("jdbc:sqlite:" + folder.resolve("a.db"), null, null);
    catalogues = new Catalogues(db, clock);
    var outbox = new Outbox(db, clock, new Signal());
    var digest =
        new WeeklyDigest(
            db, requests, catalogues, outbox, () -> rules, (a, b) -> false, WORDING, clock);
    home =
        new Home(
            db,
            requests,
            catalogues,
            settings,
            outbox,
            () -> rules,
            MEMBERS,
            () -> file,
            (name, text) ->
                name.equals("workspace.zone") && !text.contains("/")
                    ? Optional.of("an IANA time zone, like America/Chicago")
                    : Optional.empty(),
            () -> told.add("settings changed"),
            digest::next,
            WORDING,
            clock);
    command =
        new AdvocateCommand(
            db,
            requests,
            new PriorityLookup(catalogues, () -> rules, new WordsOnly(), WORDING, clock),
            new RolloutLookup(catalogues, () -> rules, new WordsOnly(), WORDING, clock),
            digest::asked,
            digest::turned,
            home,
            () -> rules,
            WORDING,
            clock);
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void aFreshWorkspaceSeesWhatToDoFirst() {
    rules = House.rules().requests().summary(null).build();

    assertThat(opened("UADMIN"))
        .startsWith(
            """
            # First steps
            I do a little homework on learning requests and ask only what is still open. Three things to do first:
            :white_large_square: Invite me to the channel in which people ask for training: type `/invite` there and choose UBOT. Then name the channel in my settings.
            :white_large_square: Choose a shared channel for briefs and the weekly digest, and invite me.
            :white_large_square: Tell me what is documented: import a file (`catalog import company.yaml`), or type three priorities and what rolls out next.
            [Set channels] [Add a priority] [Add a rollout]\
            """);
    assertThat(opened("UANA")).contains("(An admin of this workspace can do that");
  }

  @Test
  void myOpenRequestsTheCatalogueAndTheSettingsAreThere() {
    documented();
    asked(
        request(1, "Expense tool quick guide").due("2026-11-27").pending(Topic.OUTCOME),
        request(2, "Secret one").stays().pending(Topic.OUTCOME, Topic.ROLLOUTS),
        request(3, "Somebody else's").by("UBEN"),
        request(4, "I design this").by("UBEN").designedBy("UANA").answered("2026-11-24T10:00:00Z"));

    assertThat(opened("UANA"))
        .isEqualTo(
            """
            # My open requests
            <C0ASK:1795000000.000004|I design this> · job aid · all answered · <brief:C0ASK:1795000000.000004|brief>
            <C0ASK:1795000000.000002|Secret one> · job aid · 2 questions open
            <C0ASK:1795000000.000001|Expense tool quick guide> · job aid · due Fri 27 Nov · 1 question open · <brief:C0ASK:1795000000.000001|brief>
            # What is documented
            2 priorities · 1 rollout · 1 person · 0 groups
            Starts Tue 1 Dec: _Loom point of sale_ · store managers
            :warning: One entry was last reviewed over half a year ago. Does it still hold?
            _Plug the shrink_ · Curtis Boyle · reviewed 2 Mar
            [Priorities] [Rollouts] [People] [Groups]
            # What I am set to do
            *Requests in* #C0ASK
            *Briefs and digest in* #C0SUM
            *Digest* on Monday at 09:00, America/Chicago; the next one Mon 30 Nov
            *Working hours* 09:00 to 17:00, Mon Tue Wed Thu Fri
            *In doubt* I ask the person who posted, privately
            (Admins can change this.)
            (From anywhere: `/priorities` `/rollouts` `/advocate help`)\
            """);
  }

  @Test
  void anEditorConfirmsAStaleEntryWithOnePress() {
    documented();
    var button = Read.button(homeOf("UED"), "Still true");

    assertThat(press("UED", button)).isEqualTo(Reply.keep());
    assertThat(home("UED")).doesNotContain("half a year ago");
    assertThat(catalogues.of(House.TEAM).priorities().get(1).reviewed())
        .isEqualTo(LocalDate.parse("2026-11-24"));
  }

  @Test
  void whoIsNoEditorIsToldAndChangesNothing() {
    documented();
    var button = Control.button("home.entry.0", "x", "confirm priority shrink");

    assertThat(Read.text(press("UANA", button).answer())).contains("changed by its editors");
    assertThat(press("UANA", Control.button("home.settings", "x", "settings")).answer())
        .isEqualTo(Answer.show("Admins of the bot and of this workspace can change this."));
    assertThat(opened("UANA")).doesNotContain("[Still true]").doesNotContain("[Settings]");
    var forged = submit("UANA", "home.priority", "add", priorityValues());
    assertThat(forged.answer()).isInstanceOf(Answer.ReplaceForm.class);
    assertThat(forged.keeps()).isFalse();
    var closing = ((Answer.ReplaceForm) forged.answer()).form();
    assertThat(submit("UANA", closing, Map.of()).answer()).isEqualTo(Answer.NOTHING);
  }

  @Test
  void anEditorAddsAPriority() {
    var form = form("UED", Control.button("home.add", "Add", "priority"));
    assertThat(form.title()).isEqualTo("Add a priority");
    assertThat(form.context()).isEqualTo("add");

    assertThat(submit("UED", form, priorityValues())).isEqualTo(Reply.keep());

    assertThat(catalogues.of(House.TEAM).priorities())
        .containsExactly(
            new Priority(
                "cafe-service-first",
                "Café service first",
                "NPS from 52 to 60.",
                "Beth Lindqvist",
                LocalDate.parse("2026-11-24"),
                LocalDate.parse("2027-11-24"),
                "https://wiki.example.com/cafe",
                LocalDate.parse("2026-11-24"),
                List.of("NPS", "service")));
    assertThat(home("UED")).startsWith("# Priorities").contains("*Café service first*");
  }

  @Test
  void aFormSaysAtEachFieldWhatToMend() {
    documented();
    var values = priorityValues();
    values.put("title", "plug the SHRINK");
    values.put("ends", "2026-01-01");
    values.put("source", "wiki/cafe");
    values.remove("owner");

    assertThat(submit("UED", "home.priority", "add", values).answer())
        .isEqualTo(
            new Answer.FieldErrors(
                Map.of(
                    "title",
                    "There is a priority of this title already; change that one.",
                    "ends",
                    "The last day is before the first.",
                    "source",
                    "A link starts with https:// or http://.",
                    "owner",
                    "This is needed.")));
  }

  @Test
  void anEditorChangesAndRemovesARollout() {
    documented();
    press("UED", Control.button("home.show.rollout", "Rollouts", "rollout 0"));
    assertThat(home("UED")).contains("[Change | Still true | Remove]");

    var form = form("UED", choice("edit rollout loom"));
    var values = prefilled(form);
    assertThat(values)
        .containsEntry("audience", "store managers")
        .containsEntry("ends", "2026-12-18");
    values.put("audience", "store managers, store associates");
    submit("UED", form, values);
    assertThat(catalogues.of(House.TEAM).initiatives().get(0).audience())
        .containsExactly("store managers", "store associates");

    var remove = form("UED", choice("remove rollout loom"));
    assertThat(remove.submit()).isEqualTo("Remove");
    submit("UED", remove, Map.of());
    assertThat(catalogues.of(House.TEAM).initiatives()).isEmpty();
    assertThat(home("UED")).contains("None yet.");
    assertThat(Read.text(press("UED", choice("edit rollout loom")).answer()))
        .isEqualTo("That entry is no longer in the catalogue.");
  }

  @Test
  void anEditorSaysWhatAGroupOfPeopleIsCalled() {
    var form = form("UED", Control.button("home.add", "Add", "group"));
    assertThat(submit("UED", form, Map.of("name", "store managers")).answer())
        .isEqualTo(new Answer.FieldErrors(Map.of("words", "This is needed.")));

    submit("UED", form, Map.of("name", "store managers", "words", "blue shirts, harbour team"));

    assertThat(catalogues.of("T1").audiences())
        .isEqualTo(Map.of("store managers", List.of("blue shirts", "harbour team")));
    var change = form("UED", choice("edit group store managers"));
    assertThat(prefilled(change)).containsEntry("words", "blue shirts, harbour team");
    submit("UED", change, Map.of("name", "shop managers", "words", "blue shirts"));
    assertThat(catalogues.of("T1").audiences())
        .isEqualTo(Map.of("shop managers", List.of("blue shirts")));
    var remove = form("UED", choice("remove group shop managers"));
    submit("UED", remove, Map.of());
    assertThat(catalogues.of("T1").audiences()).isEmpty();
  }

  @Test
  void whatAnotherEditorChangedWhileAFormWasOpenStays() {
    documented();
    var slow = form("UED", choice("edit rollout loom"));
    var quick = form("UED", choice("edit rollout loom"));
    var values = prefilled(quick);
    values.put("ends", "2026-12-31");
    submit("UED", quick, values);

    values = prefilled(slow);
    values.put("audience", "store associates");
    submit("UED", slow, values);

    var loom = catalogues.of(House.TEAM).initiatives().get(0);
    assertThat(loom.ends()).isEqualTo(LocalDate.parse("2026-12-31"));
    assertThat(loom.audience()).containsExactly("store associates");
  }

  @Test
  void aPersonMayBeRenamed() {
    documented();
    var form = form("UED", choice("edit person Dana Ruiz"));
    var values = prefilled(form);
    values.put("name", "Dana Ruiz-Smith");
    values.put("email", "nonsense");
    assertThat(submit("UED", form, values).answer()).isInstanceOf(Answer.FieldErrors.class);

    values.put("email", "dana@example.com");
    submit("UED", form, values);

    assertThat(catalogues.of(House.TEAM).people())
        .containsExactly(
            new Contact(
                "Dana Ruiz-Smith",
                "VP Store Operations",
                List.of("retention"),
                null,
                "dana@example.com"));
  }

  @Test
  void anAdminSetsWhatTheFileLeavesOpen() {
    file.put("channels.summary", "#learning-briefs");
    var form = form("UADMIN", Control.button("home.settings", "Settings", "settings"));
    assertThat(form.fields())
        .noneMatch(f -> f instanceof Form.Field.Text text && text.id().equals("channels.summary"));

    assertThat(submit("UADMIN", form, Map.of("workspace.zone", "Chicago")).answer())
        .isEqualTo(
            new Answer.FieldErrors(
                Map.of("workspace.zone", "an IANA time zone, like America/Chicago")));

    submit(
        "UADMIN",
        form,
        Map.of("workspace.zone", "Europe/Zurich", "editors", "UED, @x", "channels.summary", "#no"));
    assertThat(set()).isEqualTo(Map.of("workspace.zone", "Europe/Zurich", "editors", "UED, @x"));
    assertThat(told).containsExactly("settings changed");
    assertThat(home("UADMIN")).contains("Set in the settings file").contains("channels.summary");

    form = form("UADMIN", Control.button("home.settings", "Settings", "settings"));
    submit("UADMIN", form, Map.of("editors", "UED, @x"));
    assertThat(set())
        .as("what is left blank is taken back")
        .isEqualTo(Map.of("editors", "UED, @x"));
  }

  @Test
  void aSettingThatAnotherAdminMadeWhileTheFormWasOpenStays() {
    var settings = Control.button("home.settings", "Settings", "settings");
    var slow = form("UADMIN", settings);
    submit("UADMIN", form("UADMIN", settings), Map.of("workspace.zone", "Europe/Zurich"));

    submit("UADMIN", slow, Map.of("editors", "UED"));

    assertThat(set()).isEqualTo(Map.of("workspace.zone", "Europe/Zurich", "editors", "UED"));
  }

  @Test
  void whatTheProgramLearnedByItselfIsNoSetting() {
    documented();

    assertThat(set()).isEmpty();
  }

  @Test
  void longCataloguesArePaged() {
    db.change(
        tx ->
            catalogues.replace(
                tx,
                House.TEAM,
                new Catalogue(
                    IntStream.range(0, 250)
                        .mapToObj(n -> priority("p" + n, "Number " + n))
                        .toList(),
                    List.of(),
                    List.of())));

    press("UED", Control.button("home.show.priority", "Priorities", "priority 24"));

    assertThat(home("UED")).contains("*Number 249*", "(Page 25 of 25)").doesNotContain("[Next]");
    assertThat(homeOf("UED")).hasSizeLessThan(100);
  }

  @Test
  void inShadowModeEditorsSeeWhatItWouldHaveAsked() {
    rules = House.rules().editors("@learning-leads").shadow().build();
    asked(request(1, "Expense tool quick guide"));

    assertThat(opened("UED"))
        .contains(
            "# Shadow mode: what I would have said", "would have asked about outcome, rollouts");
    assertThat(opened("UBEN")).doesNotContain("what I noticed");
  }

  @Test
  void advocateOpenListsMineAndOpenAllTheTeams() {
    asked(
        request(1, "Mine"),
        request(2, "Theirs").by("UBEN"),
        request(3, "Private").by("UBEN").stays(),
        request(4, "Over").closed(Request.Closed.PAST));

    assertThat(say("UANA", "open")).contains("Mine").doesNotContain("Theirs", "Over");
    assertThat(say("UANA", "open all"))
        .contains("Mine", "Theirs")
        .doesNotContain("Private", "Over");
    assertThat(say("UANA", "OPEN  All.")).contains("Theirs");
    assertThat(say("UANA", "brief")).contains("Mine", "Over").doesNotContain("Theirs");
    assertThat(say("UNEW", "open")).startsWith("Nothing of yours is open");
    assertThat(say("UNEW", "brief")).startsWith("You have asked for nothing yet");
  }

  @Test
  void longListsOfRequestsArePaged() {
    asked(
        IntStream.rangeClosed(1, 23)
            .mapToObj(n -> request(n, "Request " + n))
            .toArray(Asked[]::new));

    var first = command.receive(asking("UANA", "/advocate", "open all")).answer();
    var next = Read.button(Read.shown(first).parts(), "Next");
    var second = command.receive(pressed("UANA", next.action(), next.value())).answer();
    assertThat(Read.text(first)).contains("(1 to 10 of 23)");
    assertThat(second).isInstanceOf(Answer.ShowInstead.class);
    assertThat(Read.text(second)).contains("(11 to 20 of 23)");
  }

  @Test
  void anUnknownWordGetsTheHelp() {
    assertThat(say("UANA", "abracadabra"))
        .startsWith("I do not know _abracadabra_. What I do know:")
        .contains("`/priorities [words]`", "`/advocate digest`");
    assertThat(say("UANA", "help")).startsWith("I do a little homework");
    assertThat(say("UANA", "")).startsWith("I do a little homework");
  }

  @Test
  void settingsOpenTheFormForAdminsAndAreReadByOthers() {
    assertThat(command.receive(asking("UADMIN", "/advocate", "settings")).answer())
        .isInstanceOf(Answer.OpenForm.class);
    assertThat(say("UANA", "settings"))
        .contains("*Digest* on Monday at 09:00", "Admins of the bot");
  }

  @Test
  void aMentionThatIsNoLookUpMeansTheThread() {
    documented();

    assertThat(
            command.mentioned(House.TEAM, "UANA", "priorities shrink").map(Read::text).orElse(""))
        .contains("Plug the shrink");
    assertThat(command.mentioned(House.TEAM, "UANA", "Help!")).isPresent();
    assertThat(command.mentioned(House.TEAM, "UANA", "can you look at this?")).isEmpty();
    assertThat(command.mentioned(House.TEAM, "UANA", "help us with a training")).isEmpty();
    assertThat(command.mentioned(House.TEAM, "UANA", "")).isEmpty();
  }

  // What a person does, and sees.

  private String say(String user, String text) {
    return Read.text(command.receive(asking(user, "/advocate", text)).answer());
  }

  private static Incoming.Asked asking(String user, String command, String text) {
    return new Incoming.Asked(House.TEAM, user, command, text, "C1", "1.0");
  }

  private static Incoming.Pressed pressed(String user, String action, String value) {
    return new Incoming.Pressed(House.TEAM, user, action, value, null, null, null, false, "2.0");
  }

  private static Control.Button choice(String value) {
    return Control.button("home.entry.0", "x", value);
  }

  private Reply press(String user, Control.Button button) {
    return does(pressed(user, button.action(), button.value()));
  }

  private Form form(String user, Control.Button button) {
    return ((Answer.OpenForm) press(user, button).answer()).form();
  }

  private Reply submit(String user, String form, String context, Map<String, String> values) {
    return submit(user, new Form(form, "", "", context, List.of()), values);
  }

  private Reply submit(String user, Form form, Map<String, String> values) {
    var touched = new HashSet<>(form.initials().keySet());
    touched.addAll(values.keySet());
    touched.removeIf(
        field -> values.containsKey(field) && values.get(field).equals(form.initials().get(field)));
    return does(
        new Incoming.Submitted(
            House.TEAM, user, form.id(), form.context(), values, touched, "V" + openings++, "3.0"));
  }

  private Reply does(Incoming incoming) {
    assertThat(Home.handles(incoming)).isTrue();
    var reply = home.receive(incoming);
    if (reply.keeps()) {
      db.change(home.think(incoming)::save);
    }
    return reply;
  }

  private String opened(String user) {
    return Read.text(homeOf(user));
  }

  private List<Part> homeOf(String user) {
    db.change(home.think(new Incoming.HomeOpened(House.TEAM, user, "1.0"))::save);
    return view(user);
  }

  private String home(String user) {
    return Read.text(view(user));
  }

  private List<Part> view(String user) {
    var wanted =
        db.read(
                tx ->
                    tx.first(
                        "SELECT wanted FROM slot WHERE name = ?",
                        row -> Json.read(row.text("wanted"), Wanted.class),
                        "home:" + user))
            .orElseThrow();
    return ((Wanted.Home) wanted).view().parts();
  }

  private Map<String, String> set() {
    return db.read(tx -> settings.all(tx, House.TEAM));
  }

  private static Map<String, String> prefilled(Form form) {
    var values = new HashMap<String, String>();
    for (var field : form.fields()) {
      if (field instanceof Form.Field.Text text && text.initial() != null) {
        values.put(text.id(), text.initial());
      } else if (field instanceof Form.Field.Day day && day.initial() != null) {
        values.put(day.id(), day.initial().toString());
      }
    }
    return values;
  }

  private static Map<String, String> priorityValues() {
    var values = new HashMap<String, String>();
    values.put("title", " Café service first ");
    values.put("description", "NPS from 52 to 60.");
    values.put("owner", "Beth Lindqvist");
    values.put("starts", "2026-11-24");
    values.put("ends", "2027-11-24");
    values.put("source", "https://wiki.example.com/cafe");
    values.put("aliases", "NPS, service, NPS,");
    values.put("reviewed", "2026-12-31");
    return values;
  }

  private void documented() {
    db.change(
        tx ->
            catalogues.replace(
                tx,
                House.TEAM,
                new Catalogue(
                    List.of(
                        priority("keep", "Keep our people"),
                        priority("shrink", "Plug the shrink")
                            .reviewed(LocalDate.parse("2026-03-02"))),
                    List.of(
                        new Initiative(
                            "loom",
                            "Loom point of sale",
                            "Every store moves to Loom.",
                            "Ken Abara",
                            List.of("store managers"),
                            LocalDate.parse("2026-12-01"),
                            LocalDate.parse("2026-12-18"),
                            null,
                            null,
                            List.of())),
                    List.of(
                        new Contact(
                            "Dana Ruiz",
                            "VP Store Operations",
                            List.of("retention"),
                            null,
                            null)))));
  }

  private static Priority priority(String id, String title) {
    return new Priority(
        id,
        title,
        "A line.",
        "Curtis Boyle",
        LocalDate.parse("2026-07-01"),
        LocalDate.parse("2027-03-31"),
        null,
        null,
        List.of());
  }

  private void asked(Asked... all) {
    db.change(
        tx -> {
          for (var one : all) {
            var request = one.build();
            requests.save(tx, request, request.title(), null, request.opened());
          }
        });
  }
}
