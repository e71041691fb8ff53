package org.learningadvocate.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.catalog.Priority;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.request.Request;
import org.learningadvocate.request.Topic;

/**
 * What there is to say about a week. Requests that stay in their channel are counted and not named.
 *
 * @param days how days are said here; its today is the day of the digest
 * @param collisions soonest first
 * @param withoutLearning priorities in force that no request of the last 90 days serves
 * @param blocked requests due within 14 days whose outcome or rollouts nobody has told
 * @param fresh requests that came since the last digest, newest first
 * @param answered requests whose last question was answered since then, newest first
 * @param coming initiatives of the next three months: what starts, soonest first, then what runs
 * @param current requests that are not closed, newest first
 * @param stayed how many requests that came since then stay in their channels
 */
record Week(
    Days days,
    List<Collision> collisions,
    List<Priority> withoutLearning,
    List<Request> blocked,
    List<Request> fresh,
    List<Request> answered,
    List<Initiative> coming,
    List<Request> current,
    int stayed) {

  static final int HORIZON_DAYS = 90;
  static final int BLOCKS_WITHIN_DAYS = 14;
  private static final int AFTER_DUE_DAYS = 30;

  /** The newest requests are compared with each other; comparing all of many would take minutes. */
  private static final int PAIRED = 200;

  Week {
    collisions = List.copyOf(collisions);
    withoutLearning = List.copyOf(withoutLearning);
    blocked = List.copyOf(blocked);
    fresh = List.copyOf(fresh);
    answered = List.copyOf(answered);
    coming = List.copyOf(coming);
    current = List.copyOf(current);
  }

  /**
   * Works out the week.
   *
   * @param requests every request that is not closed or came within the last 90 days, newest first
   * @param since when the last digest was
   * @param samePeople whether two audiences, in the requests' words, share some people
   */
  static Week of(
      List<Request> requests,
      Catalogue catalogue,
      BiPredicate<String, String> samePeople,
      Instant since,
      Instant now,
      HouseRules house) {
    var days = house.days(now);
    var today = days.today();
    var zone = house.zone();
    var wanted =
        requests.stream()
            .filter(one -> one.closed() != Request.Closed.WITHDRAWN)
            .filter(one -> one.closed() != Request.Closed.DELETED)
            .toList();
    var told = wanted.stream().filter(one -> !one.stays()).toList();
    var current = told.stream().filter(one -> one.state() != Request.State.CLOSED).toList();
    return new Week(
        days,
        collisions(current, catalogue, samePeople, today, zone),
        withoutLearning(wanted, catalogue, now, today),
        current.stream()
            .filter(one -> blocks(one, today))
            .sorted(Comparator.comparing(one -> String.valueOf(one.due())))
            .toList(),
        told.stream().filter(one -> !one.opened().isBefore(since)).toList(),
        told.stream().filter(one -> isSince(one.answered(), since)).toList(),
        catalogue.initiatives().stream()
            .filter(one -> one.active(today, today.plusMonths(3)))
            .sorted(Week.comingFirst(today))
            .toList(),
        current,
        (int) wanted.stream().filter(one -> one.stays() && !one.opened().isBefore(since)).count());
  }

  /**
   * The same week with requests that are older and new all the same: they were found since then,
   * too late to be answered.
   */
  Week and(List<Request> late, Instant since) {
    var older =
        late.stream()
            .filter(one -> one.opened().isBefore(since))
            .filter(one -> one.closed() != Request.Closed.WITHDRAWN)
            .filter(one -> one.closed() != Request.Closed.DELETED)
            .toList();
    var all = new ArrayList<>(fresh);
    older.stream().filter(one -> !one.stays()).forEach(all::add);
    return new Week(
        days,
        collisions,
        withoutLearning,
        blocked,
        all,
        answered,
        coming,
        current,
        stayed + (int) older.stream().filter(Request::stays).count());
  }

  /** Whether there is nothing to decide and nothing new. */
  boolean quiet() {
    return collisions.isEmpty()
        && withoutLearning.isEmpty()
        && blocked.isEmpty()
        && fresh.isEmpty()
        && answered.isEmpty();
  }

  /** What starts comes before what runs anyway: the one is news, the other is nearly over first. */
  private static Comparator<Initiative> comingFirst(LocalDate today) {
    return Comparator.comparing((Initiative one) -> !one.starts().isAfter(today))
        .thenComparing(one -> one.starts().isAfter(today) ? one.starts() : one.ends());
  }

  private static boolean blocks(Request request, LocalDate today) {
    var due = request.due();
    return due != null
        && !due.isBefore(today)
        && !due.isAfter(today.plusDays(BLOCKS_WITHIN_DAYS))
        && (request.pending().contains(Topic.OUTCOME)
            || request.pending().contains(Topic.ROLLOUTS));
  }

  private static boolean isSince(@Nullable Instant moment, Instant since) {
    return moment != null && !moment.isBefore(since);
  }

  private static List<Priority> withoutLearning(
      List<Request> requests, Catalogue catalogue, Instant now, LocalDate today) {
    var back = now.minus(Duration.ofDays(HORIZON_DAYS));
    var served =
        requests.stream()
            .filter(one -> !one.opened().isBefore(back))
            .flatMap(one -> one.serves().stream())
            .toList();
    return catalogue.priorities().stream()
        .filter(one -> one.inForce(today, today))
        .filter(one -> !served.contains(one.id()))
        .toList();
  }

  private static List<Collision> collisions(
      List<Request> current,
      Catalogue catalogue,
      BiPredicate<String, String> samePeople,
      LocalDate today,
      ZoneId zone) {
    var until = today.plusDays(HORIZON_DAYS);
    var found = new ArrayList<Collision>();
    // Many requests name the same few audiences, and comparing two of them may take its time.
    var compared = new HashMap<List<String>, Boolean>();
    BiPredicate<String, String> known =
        (a, b) -> compared.computeIfAbsent(List.of(a, b), pair -> samePeople.test(a, b));
    for (int i = 0; i < current.size(); i++) {
      var one = current.get(i);
      var met =
          catalogue.initiatives().stream()
              .filter(initiative -> one.overlaps().contains(initiative.id()))
              .filter(initiative -> !initiative.id().equals(one.about()))
              .filter(initiative -> initiative.active(today, until))
              .sorted(Comparator.comparing(Initiative::starts))
              .toList();
      if (!met.isEmpty()) {
        found.add(new Collision(one, null, met, later(met.get(0).starts(), today)));
      }
      for (var other : current.subList(i + 1, Math.max(i + 1, Math.min(PAIRED, current.size())))) {
        var from = meeting(one, other, today, zone);
        if (from != null && sharePeople(one, other, known)) {
          boolean otherFirst = reachesFrom(other, until).isBefore(reachesFrom(one, until));
          found.add(
              new Collision(otherFirst ? other : one, otherFirst ? one : other, List.of(), from));
        }
      }
    }
    found.sort(
        Comparator.comparing((Collision each) -> !dated(each)).thenComparing(Collision::from));
    return found;
  }

  private static boolean dated(Collision collision) {
    var other = collision.other();
    return other == null || (collision.request().due() != null && other.due() != null);
  }

  private static boolean sharePeople(
      Request one, Request other, BiPredicate<String, String> samePeople) {
    var these = one.audience();
    var those = other.audience();
    return these != null && those != null && samePeople.test(these, those);
  }

  /** The first day on which both may reach people; null where there is none within the horizon. */
  private static @Nullable LocalDate meeting(
      Request one, Request other, LocalDate today, ZoneId zone) {
    var from = later(later(reachesFrom(one, today), reachesFrom(other, today)), today);
    var to = earlier(reachesTo(one, zone), reachesTo(other, zone));
    return from.isAfter(to) || from.isAfter(today.plusDays(HORIZON_DAYS)) ? null : from;
  }

  // What was made reaches people from the day it is due; without a day, any time until it is past.
  private static LocalDate reachesFrom(Request request, LocalDate undated) {
    var due = request.due();
    return due == null ? undated : due;
  }

  private static LocalDate reachesTo(Request request, ZoneId zone) {
    var due = request.due();
    return due == null
        ? request.opened().atZone(zone).toLocalDate().plusDays(HORIZON_DAYS)
        : due.plusDays(AFTER_DUE_DAYS);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
