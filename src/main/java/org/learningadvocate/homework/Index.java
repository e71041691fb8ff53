package org.learningadvocate.homework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;

/** A catalogue prepared for being compared with requests: all that no request has a share in. */
final class Index {
  final Catalogue catalogue;
  final Ground ground;
  final Aliases aliases;
  final List<Entry> priorities = new ArrayList<>();
  final List<Entry> initiatives = new ArrayList<>();

  /** The groups that each initiative reaches, as places in {@link #audiences}. */
  final List<int[]> reached = new ArrayList<>();

  final List<Audience> audiences = new ArrayList<>();
  final List<Person> people = new ArrayList<>();
  final Postings priorityWords;
  final Postings priorityGrams;
  final Postings initiativeWords;
  final Postings initiativeGrams;
  final double[] themeWeights;

  /** Whether two audiences share people: the digest asks of the same ones over and over. */
  final Cache<Pair, Boolean> samePeople = Caffeine.newBuilder().maximumSize(20_000).build();

  private final Map<String, Integer> contacts = new HashMap<>();

  /** Two audiences in people's own words. */
  record Pair(String one, String other) {}

  /**
   * A contact, prepared.
   *
   * @param words the words of what it covers and of its role
   * @param phrases what it covers, each as its reduced words
   */
  record Person(Contact contact, Set<String> words, Set<String> phrases, float[] vector) {}

  Index(Catalogue catalogue, Ground ground) {
    this.catalogue = catalogue;
    this.ground = ground;
    this.aliases = new Aliases(catalogue.audiences());
    for (var p : catalogue.priorities()) {
      priorities.add(new Entry(p.title(), p.description(), p.owner(), p.aliases(), ground));
    }
    var places = new LinkedHashMap<String, Integer>();
    for (var i : catalogue.initiatives()) {
      initiatives.add(new Entry(i.title(), i.description(), i.owner(), i.aliases(), ground));
      reached.add(i.audience().stream().mapToInt(phrase -> place(phrase, places)).toArray());
    }
    for (var contact : catalogue.people()) {
      contacts.putIfAbsent(contact.name(), people.size());
      people.add(person(contact));
    }
    priorityWords = new Postings(words(priorities), words(initiatives));
    initiativeWords = new Postings(words(initiatives), words(priorities));
    priorityGrams = new Postings(grams(priorities), grams(initiatives));
    initiativeGrams = new Postings(grams(initiatives), grams(priorities));
    themeWeights = themeWeights();
  }

  /** Who a name stands for; null where the catalogue has nobody of that name. */
  @Nullable Person person(String name) {
    var at = contacts.get(name);
    return at == null ? null : people.get(at);
  }

  /** Where a person stands in {@link #people}; -1 where the catalogue has nobody of that name. */
  int at(String name) {
    return contacts.getOrDefault(name, -1);
  }

  /** Whether two audiences, in people's own words, plainly share some people. */
  boolean share(String one, String other) {
    // Groups and words settle it here, so no vector is needed.
    var first = new Audience(one, ground.groups(), new float[0]);
    var second = new Audience(other, ground.groups(), new float[0]);
    if (first.everyone || second.everyone || aliases.share(first, second)) {
      return true;
    }
    if (first.vague || second.vague) {
      return false;
    }
    boolean sameWords = !first.telling.isEmpty() && first.telling.equals(second.telling);
    boolean managers = (first.anyLeaders && second.leaders) || (second.anyLeaders && first.leaders);
    return sameWords || managers || first.nested(second);
  }

  List<Audience> reached(int initiative) {
    var found = new ArrayList<Audience>();
    for (int place : reached.get(initiative)) {
      found.add(audiences.get(place));
    }
    return found;
  }

  private int place(String phrase, Map<String, Integer> places) {
    return places.computeIfAbsent(
        phrase,
        k -> {
          audiences.add(new Audience(k, ground.groups(), ground.vector(k)));
          return audiences.size() - 1;
        });
  }

  private Person person(Contact contact) {
    var covers = contact.role() + ", " + String.join(", ", contact.covers());
    var phrases = new HashSet<String>();
    contact.covers().forEach(c -> phrases.add(String.join(" ", Words.of(c))));
    return new Person(
        contact, new HashSet<>(Words.telling(covers)), phrases, ground.vector(covers));
  }

  private static List<Set<String>> words(List<Entry> entries) {
    return entries.stream().map(e -> e.words).toList();
  }

  private static List<Set<String>> grams(List<Entry> entries) {
    return entries.stream().map(e -> e.grams).toList();
  }

  private double[] themeWeights() {
    var weights = new double[ground.themes().count()];
    int all = priorities.size() + initiatives.size();
    for (int t = 0; t < weights.length; t++) {
      int theme = t;
      long holders =
          java.util.stream.Stream.concat(priorities.stream(), initiatives.stream())
              .filter(e -> e.themes[theme] > 0)
              .count();
      weights[t] = Math.max(0, Math.log((all + 1.0) / (holders + 0.5)));
    }
    return weights;
  }
}
