package org.learningadvocate.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Reception;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.delivery.Handler;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.request.Doubts;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * The App Home of each person: my open requests, the catalogue, what the bot is set to do; and the
 * forms in which editors change the one and admins the other. Answers presses and forms at once,
 * and changes what they change when the worker takes them.
 */
public final class Home implements Reception, Handler {

  private static final Permission.Of NOTHING = new Permission.Of(false, false);

  private static final String REFUSED = "home.refused";

  private static final int MOST = 200;
  private static final int NOTICED = 10;

  /** What nobody settled in this time, nobody will miss. */
  private static final Duration IN_DOUBT_FOR = Duration.ofDays(30);

  private final Db db;
  private final Requests requests;
  private final Doubts doubts = new Doubts();
  private final Catalogues catalogues;
  private final SettingsTable settings;
  private final Outbox outbox;
  private final Supplier<HouseRules> rules;
  private final Supplier<Map<String, String>> fromFile;
  private final Runnable settingsChanged;
  private final Function<Tx, Optional<Instant>> nextDigest;
  private final Wording wording;
  private final HomeTexts texts;
  private final EntryForms entries;
  private final Permission permission;
  private final SettingsForm settingsForm;
  private final Clock clock;

  /**
   * @param fromFile what the settings file sets, as texts by dotted name
   * @param objection what a value of a setting (name, text) should be, where it would not do
   * @param settingsChanged run once new settings are durable, so that the house rules follow
   * @param nextDigest when the next digest comes
   */
  public Home(
      Db db,
      Requests requests,
      Catalogues catalogues,
      SettingsTable settings,
      Outbox outbox,
      Supplier<HouseRules> rules,
      Members members,
      Supplier<Map<String, String>> fromFile,
      BiFunction<String, String, Optional<String>> objection,
      Runnable settingsChanged,
      Function<Tx, Optional<Instant>> nextDigest,
      Wording wording,
      Clock clock) {
    this.db = db;
    this.requests = requests;
    this.catalogues = catalogues;
    this.settings = settings;
    this.outbox = outbox;
    this.rules = rules;
    this.fromFile = fromFile;
    this.settingsChanged = settingsChanged;
    this.nextDigest = nextDigest;
    this.wording = wording;
    this.texts = wording.texts(HomeTexts.class);
    this.entries = new EntryForms(wording);
    this.permission = new Permission(rules, members);
    this.settingsForm = new SettingsForm(objection, wording);
    this.clock = clock;
  }

  /** Whether it is for the App Home to answer and to work off. */
  public static boolean handles(Incoming incoming) {
    return incoming instanceof Incoming.HomeOpened
        || (incoming instanceof Incoming.Pressed pressed && pressed.action().startsWith("home."))
        || (incoming instanceof Incoming.Submitted sent && sent.form().startsWith("home."));
  }

  @Override
  public Reply receive(Incoming incoming) {
    if (incoming instanceof Incoming.Pressed pressed) {
      return pressed(pressed);
    }
    if (incoming instanceof Incoming.Submitted sent) {
      return sent(sent);
    }
    return Reply.keep();
  }

  @Override
  public Consequence think(Incoming incoming) {
    if (incoming instanceof Incoming.HomeOpened opened) {
      return show(opened.team(), opened.user(), null, 0);
    }
    if (incoming instanceof Incoming.Pressed pressed) {
      return thinkOfPress(pressed);
    }
    if (incoming instanceof Incoming.Submitted sent) {
      return thinkOfForm(sent);
    }
    return Consequence.NONE;
  }

  /** The settings form, for whom it is; what is set, for everybody else. */
  public Answer settings(String team, String user) {
    if (permission.of(user).settings()) {
      return new Answer.OpenForm(settingsForm(team));
    }
    var parts = new ArrayList<Part>();
    db.read(tx -> new HomeWords(facts(tx, team, user, NOTHING), wording))
        .settings()
        .forEach(words -> parts.add(Part.line(words)));
    parts.add(Part.note(texts.refusedSettings()));
    return new Answer.Show(new Message(parts));
  }

  // At once.

  private Reply pressed(Incoming.Pressed pressed) {
    var may = permission.of(pressed.user());
    if (pressed.action().startsWith(HomeWords.SETTINGS)) {
      return Reply.show(
          may.settings()
              ? new Answer.OpenForm(settingsForm(pressed.team()))
              : show(texts.refusedSettings()));
    }
    if (pressed.action().startsWith(HomeWords.SHOW)) {
      return Reply.keep();
    }
    if (!may.catalogue()) {
      return Reply.show(show(texts.refusedCatalogue()));
    }
    if (pressed.action().startsWith(ThreadMessage.DOUBT)) {
      return Reply.keep();
    }
    if (pressed.action().startsWith(HomeWords.ADD)) {
      return Reply.show(
          EntryKind.of(pressed.value())
              .<Answer>map(kind -> new Answer.OpenForm(blank(kind)))
              .orElse(Answer.NOTHING));
    }
    var act = Act.of(pressed.value());
    if (act == null) {
      return Reply.show(Answer.NOTHING);
    }
    if (act.verb().equals("confirm")) {
      return Reply.keep();
    }
    var form = form(act, catalogues.of(pressed.team()));
    return Reply.show(form.<Answer>map(Answer.OpenForm::new).orElse(show(texts.goneEntry())));
  }

  private Reply sent(Incoming.Submitted sent) {
    var may = permission.of(sent.user());
    if (sent.form().equals(REFUSED)) {
      return Reply.show(Answer.NOTHING);
    }
    if (sent.form().equals(SettingsForm.ID)) {
      if (!may.settings()) {
        return Reply.show(refusal(texts.refusedSettingsTitle(), texts.refusedSettings()));
      }
      return reply(settingsForm.errors(sent.values(), fromFile.get()));
    }
    if (!may.catalogue()) {
      return Reply.show(refusal(texts.refusedCatalogueTitle(), texts.refusedCatalogue()));
    }
    return EntryKind.ofForm(sent.form())
        .map(kind -> reply(errors(kind, sent, catalogues.of(sent.team()))))
        .orElse(Reply.keep());
  }

  private static Reply reply(Map<String, String> errors) {
    return errors.isEmpty() ? Reply.keep() : Reply.show(new Answer.FieldErrors(errors));
  }

  private Map<String, String> errors(EntryKind kind, Incoming.Submitted sent, Catalogue catalogue) {
    return entries.errors(kind, values(kind, sent, catalogue), edited(sent), catalogue);
  }

  /** The entry as it is now, where the person changed nothing. */
  private Map<String, String> values(EntryKind kind, Incoming.Submitted sent, Catalogue catalogue) {
    var id = edited(sent);
    var now = id == null ? Optional.<Form>empty() : form(new Act("edit", kind, id), catalogue);
    if (now.isEmpty()) {
      return sent.values();
    }
    var values = now.get().initials();
    values.keySet().removeAll(sent.touched());
    values.putAll(sent.news());
    return values;
  }

  /** The id of the entry that a form changes; null where it adds one. */
  private static @Nullable String edited(Incoming.Submitted sent) {
    return sent.context().startsWith("edit ") ? sent.context().substring(5) : null;
  }

  private static Answer show(Words words) {
    return new Answer.Show(Message.of(words));
  }

  private Answer refusal(String title, Words why) {
    return new Answer.ReplaceForm(
        new Form(
            REFUSED,
            title,
            texts.refusedClose(),
            "refused",
            List.of(new Form.Field.Explanation(why))));
  }

  private Form settingsForm(String team) {
    return settingsForm.open(db.read(tx -> settings.all(tx, team)), fromFile.get());
  }

  private Form blank(EntryKind kind) {
    return switch (kind) {
      case PRIORITY -> entries.priority(null, today());
      case INITIATIVE -> entries.initiative(null, today());
      case CONTACT -> entries.contact(null);
      case AUDIENCE -> entries.audience(null, List.of());
    };
  }

  private Optional<Form> form(Act act, Catalogue catalogue) {
    boolean remove = act.verb().equals("remove");
    return switch (act.kind()) {
      case PRIORITY ->
          priority(catalogue, act.id())
              .map(
                  one ->
                      remove
                          ? entries.remove(act.kind(), one.id(), one.title())
                          : entries.priority(one, today()));
      case INITIATIVE ->
          initiative(catalogue, act.id())
              .map(
                  one ->
                      remove
                          ? entries.remove(act.kind(), one.id(), one.title())
                          : entries.initiative(one, today()));
      case CONTACT ->
          contact(catalogue, act.id())
              .map(
                  one ->
                      remove
                          ? entries.remove(act.kind(), one.name(), one.name())
                          : entries.contact(one));
      case AUDIENCE ->
          Optional.ofNullable(catalogue.audiences().get(act.id()))
              .map(
                  words ->
                      remove
                          ? entries.remove(act.kind(), act.id(), act.id())
                          : entries.audience(act.id(), words));
    };
  }

  // When the worker takes it.

  private Consequence thinkOfPress(Incoming.Pressed pressed) {
    if (pressed.action().startsWith(HomeWords.SHOW)) {
      var words = pressed.value().split(" ", 2);
      int page = words.length > 1 && words[1].matches("\\d{1,4}") ? Integer.parseInt(words[1]) : 0;
      return show(pressed.team(), pressed.user(), EntryKind.of(words[0]).orElse(null), page);
    }
    if (pressed.action().startsWith(ThreadMessage.DOUBT)) {
      return show(pressed.team(), pressed.user(), null, 0);
    }
    var act = Act.of(pressed.value());
    if (act == null
        || !act.verb().equals("confirm")
        || !permission.of(pressed.user()).catalogue()) {
      return Consequence.NONE;
    }
    boolean inList = pressed.action().startsWith(HomeWords.ENTRY);
    var view =
        show(pressed.team(), pressed.user(), inList ? act.kind() : null, page(pressed.team(), act));
    return tx -> {
      if (act.kind() == EntryKind.PRIORITY) {
        catalogues.confirmPriority(tx, pressed.team(), act.id(), today());
      } else if (act.kind() == EntryKind.INITIATIVE) {
        catalogues.confirmInitiative(tx, pressed.team(), act.id(), today());
      }
      view.save(tx);
    };
  }

  private Consequence thinkOfForm(Incoming.Submitted sent) {
    var may = permission.of(sent.user());
    if (sent.form().equals(SettingsForm.ID)) {
      return may.settings() ? saveSettings(sent) : Consequence.NONE;
    }
    if (!may.catalogue()) {
      return Consequence.NONE;
    }
    var kind = EntryKind.ofForm(sent.form());
    if (kind.isPresent()) {
      return tx -> saveEntry(tx, kind.get(), sent);
    }
    var act = Act.of(sent.context());
    if (act == null || !act.verb().equals("remove")) {
      return Consequence.NONE;
    }
    var view = show(sent.team(), sent.user(), act.kind(), page(sent.team(), act));
    return tx -> {
      remove(tx, sent.team(), act);
      view.save(tx);
    };
  }

  private Consequence saveSettings(Incoming.Submitted sent) {
    var file = fromFile.get();
    if (!settingsForm.errors(sent.values(), file).isEmpty()) {
      return Consequence.NONE;
    }
    return tx -> {
      var before = settings.all(tx, sent.team());
      settingsForm
          .changes(sent, before, file)
          .forEach(
              (name, value) -> {
                if (value.isPresent()) {
                  settings.set(tx, sent.team(), name, value.get(), sent.user(), clock.instant());
                } else {
                  settings.unset(tx, sent.team(), name);
                }
              });
      // The house rules can follow only once this is durable, and the view shows the house rules.
      tx.afterCommit(
          () -> {
            settingsChanged.run();
            db.change(later -> show(sent.team(), sent.user(), null, 0).save(later));
          });
    };
  }

  private void saveEntry(Tx tx, EntryKind kind, Incoming.Submitted sent) {
    // Looked at again as the database has it: somebody else may have been quicker.
    var catalogue = catalogues.read(tx, sent.team());
    var id = edited(sent);
    var values = values(kind, sent, catalogue);
    if (!entries.errors(kind, values, id, catalogue).isEmpty()) {
      return;
    }
    String key;
    switch (kind) {
      case PRIORITY -> {
        var made = EntryForms.toPriority(values, id, catalogue, today());
        catalogues.save(tx, sent.team(), made);
        key = made.id();
      }
      case INITIATIVE -> {
        var made = EntryForms.toInitiative(values, id, catalogue, today());
        catalogues.save(tx, sent.team(), made);
        key = made.id();
      }
      case CONTACT -> {
        var made = EntryForms.toContact(values);
        if (id != null && !id.equals(made.name())) {
          catalogues.removeContact(tx, sent.team(), id);
        }
        catalogues.save(tx, sent.team(), made);
        key = made.name();
      }
      case AUDIENCE -> {
        key = values.getOrDefault("name", "").strip();
        if (id != null && !id.equals(key)) {
          catalogues.removeAudience(tx, sent.team(), id);
        }
        catalogues.saveAudience(tx, sent.team(), key, EntryForms.list(values.get("words")));
      }
      default -> throw new IllegalStateException("A kind without a form: " + kind);
    }
    int page = HomeWords.pageOf(catalogues.read(tx, sent.team()), kind, key);
    show(sent.team(), sent.user(), kind, page).save(tx);
  }

  /** The page on which the entry stands, so that a change leaves the person where they were. */
  private int page(String team, Act act) {
    return HomeWords.pageOf(catalogues.of(team), act.kind(), act.id());
  }

  private void remove(Tx tx, String team, Act act) {
    switch (act.kind()) {
      case PRIORITY -> catalogues.removePriority(tx, team, act.id());
      case INITIATIVE -> catalogues.removeInitiative(tx, team, act.id());
      case CONTACT -> catalogues.removeContact(tx, team, act.id());
      case AUDIENCE -> catalogues.removeAudience(tx, team, act.id());
    }
  }

  /** What the person's home should show: the catalogue's entries of a kind, or all of it. */
  private Consequence show(String team, String user, @Nullable EntryKind kind, int page) {
    // Asked before the transaction: it may have to ask Slack.
    var may = permission.of(user);
    return tx -> {
      var words = new HomeWords(facts(tx, team, user, may), wording);
      HomeView view = kind == null ? words.main() : words.entries(kind, page);
      outbox.want(tx, team, Slot.home(user), new Wanted.Home(user, view));
    };
  }

  private HomeWords.Facts facts(Tx tx, String team, String user, Permission.Of may) {
    var house = rules.get();
    List<Request> noticed =
        house.shadow() && may.catalogue()
            ? requests.current(tx, team, MOST).stream()
                .filter(one -> !one.stays())
                .limit(NOTICED)
                .toList()
            : List.of();
    return new HomeWords.Facts(
        house,
        may,
        catalogues.read(tx, team),
        requests.of(tx, team, user, MOST),
        noticed,
        may.catalogue()
            ? doubts.open(tx, team, clock.instant().minus(IN_DOUBT_FOR), NOTICED)
            : List.of(),
        fromFile.get().keySet(),
        catalogues.fromFile(tx, team),
        nextDigest.apply(tx).orElse(null),
        house.days(clock.instant()));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(rules.get().zone()));
  }

  private static Optional<Priority> priority(Catalogue catalogue, String id) {
    return catalogue.priorities().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static Optional<Initiative> initiative(Catalogue catalogue, String id) {
    return catalogue.initiatives().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static Optional<Contact> contact(Catalogue catalogue, String name) {
    return catalogue.people().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** What is to be done with an entry, as a control's value says it: "edit priority keep-it". */
  private record Act(String verb, EntryKind kind, String id) {

    static @Nullable Act of(String value) {
      var words = value.split(" ", 3);
      if (words.length < 3) {
        return null;
      }
      return EntryKind.of(words[1]).map(kind -> new Act(words[0], kind, words[2])).orElse(null);
    }
  }
}
