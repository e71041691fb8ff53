package org.learningadvocate.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.learningadvocate.catalog.Catalogues;
import org.learningadvocate.chat.Answer;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Incoming;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wanted;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.delivery.Handler;
import org.learningadvocate.delivery.Outbox;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Requests;
import org.learningadvocate.store.Db;
import org.learningadvocate.store.Tx;

/**
 * The week for everybody in the summary channel, once, and for one person at any time: what has to
 * be decided, then what is new and what comes.
 */
public final class WeeklyDigest {

  /** What a tick says that brings the digest. */
  public static final String TICK = "digest";

  /** The id of the button that leads from the summary to its details, and on. */
  public static final String PAGE = "digest.page";

  private static final int MOST = 2_000;
  private static final int WEEKS_BACK = 4;

  private final Db db;
  private final Requests requests;
  private final Catalogues catalogues;
  private final Outbox outbox;
  private final Supplier<HouseRules> rules;
  private final BiPredicate<String, String> samePeople;
  private final Wording wording;
  private final DigestTexts texts;
  private final Clock clock;

  /**
   * @param samePeople whether two audiences, in requests' own words, share some people
   */
  public WeeklyDigest(
      Db db,
      Requests requests,
      Catalogues catalogues,
      Outbox outbox,
      Supplier<HouseRules> rules,
      BiPredicate<String, String> samePeople,
      Wording wording,
      Clock clock) {
    this.db = db;
    this.requests = requests;
    this.catalogues = catalogues;
    this.outbox = outbox;
    this.rules = rules;
    this.samePeople = samePeople;
    this.wording = wording;
    this.texts = wording.texts(DigestTexts.class);
    this.clock = clock;
  }

  /** The tick to put into the inbox now, if this week's digest is due and does not stand yet. */
  public Optional<Incoming.Tick> due() {
    var house = rules.get();
    if (house.summary() == null || house.shadow()) {
      return Optional.empty();
    }
    var now = clock.instant();
    return db.read(
        tx ->
            DigestTimes.due(house, now, week -> outbox.has(tx, house.team(), Slot.digest(week)))
                .filter(moment -> wasThere(tx, house, moment))
                .map(moment -> new Incoming.Tick(house.team(), TICK, null, moment)));
  }

  /**
   * Whether there is something to catch up with: a bot that was only invited on Wednesday does not
   * begin with Monday's digest.
   */
  private boolean wasThere(Tx tx, HouseRules house, Instant moment) {
    var today = moment.atZone(house.zone()).toLocalDate();
    var planned = DigestTimes.planned(house, today).orElse(today);
    if (planned.equals(today)) {
      return true;
    }
    var then = DigestTimes.momentOn(house, planned);
    return hasDigestOfLastWeeks(tx, house, today)
        || !requests
            .openedBetween(tx, house.team(), then.minus(Duration.ofDays(Week.HORIZON_DAYS)), then)
            .isEmpty();
  }

  private boolean hasDigestOfLastWeeks(Tx tx, HouseRules house, LocalDate today) {
    return IntStream.rangeClosed(1, WEEKS_BACK)
        .mapToObj(weeks -> Slot.digest(DigestTimes.week(today.minusWeeks(weeks))))
        .anyMatch(slot -> outbox.has(tx, house.team(), slot));
  }

  /** When the next digest comes; empty where nobody works or no channel is set. */
  public Optional<Instant> next(Tx tx) {
    var house = rules.get();
    return house.summary() == null
        ? Optional.empty()
        : DigestTimes.next(
            house, clock.instant(), week -> outbox.has(tx, house.team(), Slot.digest(week)));
  }

  /** Puts the week's digest into the summary channel, and its details into its thread. */
  public Handler.Consequence think(Incoming.Tick tick) {
    var house = rules.get();
    var channel = house.summary();
    var now = clock.instant();
    var today = now.atZone(house.zone()).toLocalDate();
    // A tick that is worked off on a later day was late: that day has a tick of its own.
    if (channel == null
        || house.shadow()
        || !tick.due().atZone(house.zone()).toLocalDate().equals(today)) {
      return Handler.Consequence.NONE;
    }
    var slot = Slot.digest(DigestTimes.week(today));
    var words = db.read(tx -> words(tx, house, sinceLastDigest(tx, house, now), now));
    return tx -> {
      if (outbox.has(tx, tick.team(), slot)) {
        return;
      }
      outbox.want(tx, tick.team(), slot, new Wanted.Post(channel, null, words.summary()));
      int number = 1;
      for (var message : words.details()) {
        var below = new Slot(slot.name() + ":" + number++);
        outbox.want(tx, tick.team(), below, new Wanted.Below(slot, message));
      }
    };
  }

  /** The last seven days, for one person. */
  public Answer asked() {
    return new Answer.Show(page(-1));
  }

  /** Another page of the private digest. */
  public Answer turned(Incoming.Pressed pressed) {
    return new Answer.ShowInstead(
        page(pressed.value().matches("\\d{1,4}") ? Integer.parseInt(pressed.value()) : -1));
  }

  /** The next three months as a picture; empty where there is nothing to draw or no way to. */
  public Optional<Picture> picture() {
    var house = rules.get();
    var now = clock.instant();
    return Timeline.draw(db.read(tx -> week(tx, house, now.minus(Duration.ofDays(7)), now)), texts);
  }

  private Message page(int number) {
    var house = rules.get();
    var now = clock.instant();
    var words = db.read(tx -> words(tx, house, now.minus(Duration.ofDays(7)), now));
    var details = words.details();
    boolean summary = number < 0 || details.isEmpty();
    int at = Math.min(number, details.size() - 1);
    var parts = new ArrayList<Part>((summary ? words.summary() : details.get(at)).parts());
    var controls = new ArrayList<Control>();
    if (!summary) {
      controls.add(
          Control.button(
              PAGE + ".back",
              at == 0 ? texts.buttonSummary() : texts.buttonPrevious(),
              at == 0 ? "summary" : Integer.toString(at - 1)));
    }
    if (at + 1 < details.size()) {
      controls.add(
          Control.button(
              PAGE,
              summary ? texts.buttonDetails() : texts.buttonNext(),
              Integer.toString(at + 1)));
    }
    if (!controls.isEmpty()) {
      parts.add(new Part.Controls(controls));
    }
    return new Message(parts);
  }

  private DigestWords words(Tx tx, HouseRules house, Instant since, Instant now) {
    return new DigestWords(week(tx, house, since, now), wording);
  }

  private Week week(Tx tx, HouseRules house, Instant since, Instant now) {
    var byId = new LinkedHashMap<ThreadId, Request>();
    var back = now.minus(Duration.ofDays(Week.HORIZON_DAYS));
    requests
        .openedBetween(tx, house.team(), back, now.plusMillis(1))
        .forEach(one -> byId.put(one.id(), one));
    requests.current(tx, house.team(), MOST).forEach(one -> byId.putIfAbsent(one.id(), one));
    return Week.of(
            List.copyOf(byId.values()), catalogues.of(house.team()), samePeople, since, now, house)
        .and(requests.foundLate(tx, house.team(), since, now.plusMillis(1)), since);
  }

  /** When the last week that has a digest was due, four weeks back at most. */
  private Instant sinceLastDigest(Tx tx, HouseRules house, Instant now) {
    var today = now.atZone(house.zone()).toLocalDate();
    for (int weeks = 1; weeks <= WEEKS_BACK; weeks++) {
      var then = today.minusWeeks(weeks);
      var planned = DigestTimes.planned(house, then);
      if (planned.isPresent()
          && outbox.has(tx, house.team(), Slot.digest(DigestTimes.week(then)))) {
        return DigestTimes.momentOn(house, planned.get());
      }
    }
    return now.minus(Duration.ofDays(7));
  }
}
