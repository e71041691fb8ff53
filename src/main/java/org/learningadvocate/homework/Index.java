package org.learningadvocate.homework;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.catalog.Catalogue;
import org.learningadvocate.catalog.Contact;
import org.learningadvocate.meaning.Meaning;

/**
 * A catalogue prepared for being compared with requests: everything a request needs no share in.
 */
final class Index {
  final Catalogue catalogue;
  final Ground ground;
  final List<Entry> priorities = new ArrayList<>();
  final List<Entry> initiatives = new ArrayList<>();
  final List<List<Audience>> reached = new ArrayList<>();
  final Map<String, Integer> contacts = new HashMap<>();
  final List<Person> people = new ArrayList<>();
  final List<Audience> audiences = new ArrayList<>();
  private final Map<String, Double> idf = new HashMap<>();
  private final Map<String, Double> gramIdf = new HashMap<>();
  private final double[] themeIdf;
  private final Aliases aliases;

  /** A contact with what it covers, prepared. */
  record Person(
      Contact contact, Set<String> words, Set<String> phrases, float[] vector, BitSet groups) {}

  Index(Catalogue catalogue, Ground ground) {
    this.catalogue = catalogue;
    this.ground = ground;
    this.aliases = new Aliases(catalogue.audiences());
    for (var p : catalogue.priorities()) {
      priorities.add(new Entry(p.title(), p.description(), p.owner(), p.aliases(), ground));
    }
    var distinct = new HashMap<String, Audience>();
    for (var i : catalogue.initiatives()) {
      initiatives.add(new Entry(i.title(), i.description(), i.owner(), i.aliases(), ground));
      var phrases = new ArrayList<Audience>();
      for (var phrase : i.audience()) {
        phrases.add(
            distinct.computeIfAbsent(
                phrase, k -> new Audience(k, ground.groups(), ground.vector(k))));
      }
      reached.add(phrases);
    }
    audiences.addAll(distinct.values());
    for (var contact : catalogue.people()) {
      contacts.put(contact.name(), people.size());
      var covers = contact.role() + ", " + String.join(", ", contact.covers());
      var phrases = new HashSet<String>();
      contact.covers().forEach(c -> phrases.add(String.join(" ", Words.of(c))));
      people.add(
          new Person(
              contact,
              new HashSet<>(Words.telling(covers)),
              phrases,
              ground.vector(covers),
              ground.groups().in(covers)));
    }
    var all = new ArrayList<>(priorities);
    all.addAll(initiatives);
    weigh(all, idf, e -> e.words);
    weigh(all, gramIdf, e -> e.grams);
    themeIdf = themes(all);
  }

  private static void weigh(
      List<Entry> all,
      Map<String, Double> idf,
      java.util.function.Function<Entry, Set<String>> parts) {
    var counts = new HashMap<String, Integer>();
    all.forEach(e -> parts.apply(e).forEach(w -> counts.merge(w, 1, Integer::sum)));
    counts.forEach((w, n) -> idf.put(w, Math.log((all.size() + 1.0) / (n + 0.5))));
  }

  private double[] themes(List<Entry> all) {
    var counts = new double[ground.themes().in("").length];
    for (var entry : all) {
      for (int t = 0; t < counts.length; t++) {
        counts[t] += entry.themes[t] > 0 ? 1 : 0;
      }
    }
    for (int t = 0; t < counts.length; t++) {
      counts[t] = Math.max(0, Math.log((all.size() + 1.0) / (counts[t] + 0.5)));
    }
    return counts;
  }

  // ---- priorities

  /** The clues for each priority in force in the request's period; null for the others. */
  double @Nullable [][] priorityClues(Gist gist, int about, double aboutProbability) {
    int n = priorities.size();
    var clues = new double[n][];
    for (int p = 0; p < n; p++) {
      var priority = catalogue.priorities().get(p);
      if (priority.inForce(gist.period.from(), gist.period.to())) {
        clues[p] = clues(gist, p, about, aboutProbability);
      }
    }
    standardise(clues, PriorityClue.COSINE.ordinal(), PriorityClue.COSINE_Z.ordinal());
    standardise(clues, PriorityClue.OWNER_COSINE.ordinal(), PriorityClue.OWNER_COSINE_Z.ordinal());
    standardise(clues, PriorityClue.WORDS.ordinal(), PriorityClue.WORDS_Z.ordinal());
    standardise(clues, PriorityClue.GRAMS.ordinal(), PriorityClue.GRAMS_Z.ordinal());
    standardise(clues, PriorityClue.THEMES.ordinal(), PriorityClue.THEMES_Z.ordinal());
    return clues;
  }

  private double[] clues(Gist gist, int p, int about, double aboutProbability) {
    var entry = priorities.get(p);
    var priority = catalogue.priorities().get(p);
    var c = new double[PriorityClue.values().length];
    c[PriorityClue.COSINE.ordinal()] = Meaning.alike(gist.vector, entry.vector);
    c[PriorityClue.TITLE_COSINE.ordinal()] = Meaning.alike(gist.vector, entry.titleVector);
    c[PriorityClue.WORDS.ordinal()] = shared(gist.telling, entry.words);
    c[PriorityClue.WORDS_BEST.ordinal()] = rarest(gist.telling, entry.words);
    c[PriorityClue.OWN_WORDS.ordinal()] = Math.min(2, rarestSum(gist, entry));
    c[PriorityClue.COVERED.ordinal()] = covered(gist, entry);
    c[PriorityClue.TITLE_WORDS.ordinal()] = share(gist.telling, entry.title);
    c[PriorityClue.TITLE_RUN.ordinal()] = named(gist.words, entry.names);
    c[PriorityClue.GRAMS.ordinal()] = grams(gist.grams, entry.grams);
    c[PriorityClue.THEMES.ordinal()] = themes(gist.themes, entry.themes);
    var owner = owner(priority.owner());
    if (owner != null) {
      c[PriorityClue.OWNER_COSINE.ordinal()] = Meaning.alike(gist.vector, owner.vector);
      c[PriorityClue.OWNER_WORDS.ordinal()] = Math.min(4, shared(gist.telling, owner.words));
      c[PriorityClue.PLACE_COSINE.ordinal()] = Meaning.alike(gist.placeVector, owner.vector);
      c[PriorityClue.PLACE_WORDS.ordinal()] =
          overlap(gist.placeWords, owner.words) + overlap(gist.placeWords, entry.words);
    }
    c[PriorityClue.OWNER_NAMED.ordinal()] = ownerNamed(gist, priority.owner());
    c[PriorityClue.GROUPS.ordinal()] =
        ground.groups().upwards(gist.groups).intersects(entry.groups) ? 1 : 0;
    c[PriorityClue.NUMBERS.ordinal()] = Math.min(2, overlap(gist.numbers, entry.numbers));
    if (about >= 0) {
      c[PriorityClue.ABOUT_COSINE.ordinal()] =
          aboutProbability * Meaning.alike(initiatives.get(about).vector, entry.vector);
      c[PriorityClue.ABOUT_SAME_OWNER.ordinal()] =
          aboutProbability * (initiatives.get(about).owner.equals(entry.owner) ? 1 : 0);
      c[PriorityClue.ABOUT.ordinal()] = aboutProbability;
    }
    c[PriorityClue.SHORT.ordinal()] = 1.0 / (1 + gist.telling.size() / 5.0);
    c[PriorityClue.FUTURE.ordinal()] = priority.starts().isAfter(gist.period.from()) ? 1 : 0;
    return c;
  }

  // ---- about

  /** The clues for each initiative being what the request is part of. */
  double[][] aboutClues(Gist gist) {
    int n = initiatives.size();
    var clues = new double[n][];
    for (int i = 0; i < n; i++) {
      clues[i] = aboutClues(gist, i);
    }
    standardise(clues, AboutClue.COSINE.ordinal(), AboutClue.COSINE_Z.ordinal());
    standardise(clues, AboutClue.WORDS.ordinal(), AboutClue.WORDS_Z.ordinal());
    standardise(clues, AboutClue.GRAMS_Z.ordinal(), AboutClue.GRAMS_Z.ordinal());
    return clues;
  }

  private double[] aboutClues(Gist gist, int i) {
    var entry = initiatives.get(i);
    var initiative = catalogue.initiatives().get(i);
    var c = new double[AboutClue.values().length];
    c[AboutClue.COSINE.ordinal()] = Meaning.alike(gist.vector, entry.vector);
    c[AboutClue.TITLE_COSINE.ordinal()] = Meaning.alike(gist.vector, entry.titleVector);
    c[AboutClue.WORDS.ordinal()] = shared(gist.telling, entry.words);
    c[AboutClue.WORDS_BEST.ordinal()] = rarest(gist.telling, entry.words);
    c[AboutClue.OWN_WORDS.ordinal()] = Math.min(2, rarestSum(gist, entry));
    var ownTitle = new HashSet<>(Entry.own("x " + initiative.title()));
    ownTitle.retainAll(gist.ownWords);
    c[AboutClue.OWN_TITLE.ordinal()] = rarest(ownTitle, entry.words);
    c[AboutClue.COVERED.ordinal()] = covered(gist, entry);
    double aside = gist.aside(entry);
    c[AboutClue.NAMED_ASIDE.ordinal()] = aside;
    c[AboutClue.NAMED_FIRST.ordinal()] = gist.namedFirst(entry);
    boolean told =
        gist.subject.reading().answered().contains(org.learningadvocate.request.Topic.ROLLOUTS);
    c[AboutClue.TOLD_ROLLOUTS.ordinal()] = told ? rarest(ownTitle, entry.words) : 0;
    c[AboutClue.SHORT_NAMED.ordinal()] =
        rarest(ownTitle, entry.words) / (1 + gist.telling.size() / 5.0);
    c[AboutClue.TITLE_WORDS.ordinal()] = share(gist.telling, entry.title);
    c[AboutClue.TITLE_RUN.ordinal()] = named(gist.words, entry.names);
    c[AboutClue.GRAMS_Z.ordinal()] = grams(gist.grams, entry.grams);
    c[AboutClue.OWNER_NAMED.ordinal()] = ownerNamed(gist, initiative.owner());
    var owner = owner(initiative.owner());
    if (owner != null) {
      c[AboutClue.OWNER_WORDS.ordinal()] = Math.min(4, shared(gist.telling, owner.words));
    }
    c[AboutClue.PLACE_COSINE.ordinal()] = Meaning.alike(gist.placeVector, entry.titleVector);
    c[AboutClue.PLACE_WORDS.ordinal()] = rarest(gist.placeWords, new HashSet<>(entry.title));
    c[AboutClue.AUDIENCE.ordinal()] = audienceFits(gist, i);
    var due = gist.subject.reading().due();
    if (due != null) {
      long days = ChronoUnit.DAYS.between(due, initiative.starts());
      c[AboutClue.STARTS_NEAR_DUE.ordinal()] = Math.exp(-Math.abs(days) / 7.0);
    }
    c[AboutClue.ACTIVE_NOW.ordinal()] =
        initiative.active(gist.period.from(), gist.period.from()) ? 1 : 0;
    long until = ChronoUnit.DAYS.between(gist.period.from(), initiative.starts());
    c[AboutClue.STARTS_SOON.ordinal()] = until >= 0 && until <= 60 ? 1 : 0;
    c[AboutClue.OUT_OF_PERIOD.ordinal()] =
        initiative.active(gist.period.from(), gist.period.to()) ? 0 : 1;
    c[AboutClue.EVERYONE.ordinal()] = reached.get(i).stream().anyMatch(a -> a.everyone) ? 1 : 0;
    return c;
  }

  private double audienceFits(Gist gist, int i) {
    if (gist.audience == null) {
      return 0;
    }
    double best = 0;
    for (var phrase : reached.get(i)) {
      best = Math.max(best, Meaning.alike(gist.audience.vector, phrase.vector));
      if (gist.audience.nested(phrase)) {
        best = Math.max(best, 0.7);
      }
    }
    return best;
  }

  // ---- overlaps

  /** Whether everybody is meant on one side, or the company's own table settles it. */
  boolean certain(Audience asked, int i) {
    return asked.everyone
        || reached.get(i).stream().anyMatch(a -> a.everyone || aliases.share(asked, a));
  }

  /** The clues for each group that an initiative reaches being some of the people asked for. */
  List<double[]> overlapClues(Gist gist, Audience asked, int i, int about, double isAbout) {
    return reached.get(i).stream()
        .map(phrase -> clues(gist, asked, phrase, i, about, isAbout))
        .toList();
  }

  private double[] clues(
      Gist gist, Audience asked, Audience phrase, int i, int about, double isAbout) {
    var c = new double[OverlapClue.values().length];
    var entry = initiatives.get(i);
    double common = overlap(asked.telling, phrase.telling);
    set(c, OverlapClue.SHARED_WORDS, Math.min(2, common));
    set(c, OverlapClue.SHARED_ALL, common >= phrase.telling.size() && common > 0 ? 1 : 0);
    set(c, OverlapClue.ALIKE_WORDS, alikeWords(asked.telling, phrase.telling));
    set(c, OverlapClue.HEAD, head(asked).equals(head(phrase)) ? 1 : 0);
    set(c, OverlapClue.ACRONYM, acronym(asked, phrase) ? 1 : 0);
    set(c, OverlapClue.COSINE, Meaning.alike(asked.vector, phrase.vector));
    set(c, OverlapClue.COSINE_Z, z(asked.vector, phrase));
    boolean known = !asked.groups.isEmpty() && !phrase.groups.isEmpty();
    boolean nested = asked.nested(phrase);
    boolean sibling =
        !nested
            && ground
                .groups()
                .parents(asked.groups)
                .intersects(ground.groups().parents(phrase.groups));
    set(c, OverlapClue.NESTED, nested ? 1 : 0);
    boolean level = asked.leaders == phrase.leaders || asked.leaders && phrase.together;
    set(c, OverlapClue.NESTED_LEVEL, nested && level ? 1 : 0);
    set(c, OverlapClue.SIBLING, sibling ? 1 : 0);
    set(c, OverlapClue.APART, known && !nested && !sibling ? 1 : 0);
    set(c, OverlapClue.UNKNOWN, known ? 0 : 1);
    set(c, OverlapClue.LEADERS_BOTH, asked.leaders && phrase.leaders ? 1 : 0);
    set(c, OverlapClue.LEADERS_ONLY_ASKED, asked.leaders && !phrase.leaders ? 1 : 0);
    set(c, OverlapClue.LEADERS_ONLY_REACHED, !asked.leaders && phrase.leaders ? 1 : 0);
    set(
        c,
        OverlapClue.LEADERS_INTO_TOGETHER,
        asked.leaders && phrase.together && (nested || common > 0) ? 1 : 0);
    set(c, OverlapClue.ANY_LEADERS_ASKED, asked.anyLeaders && phrase.leaders ? 1 : 0);
    set(c, OverlapClue.ANY_LEADERS_REACHED, phrase.anyLeaders && asked.leaders ? 1 : 0);
    set(c, OverlapClue.ANY_LEADERS_STAFF, phrase.anyLeaders && !asked.leaders ? 1 : 0);
    double vague = asked.vague ? 1 : 0;
    boolean inText = nested(gist.groups, phrase);
    boolean inPlace = nested(gist.placeGroups, phrase);
    set(c, OverlapClue.VAGUE, vague);
    set(c, OverlapClue.VAGUE_TEXT_NESTED, vague * (inText ? 1 : 0));
    set(c, OverlapClue.VAGUE_PLACE_NESTED, vague * (inPlace ? 1 : 0));
    set(c, OverlapClue.TEXT_NESTED, inText ? 1 : 0);
    set(c, OverlapClue.PLACE_NESTED, inPlace ? 1 : 0);
    set(c, OverlapClue.PLACE_WORDS, overlap(gist.placeWords, phrase.telling));
    set(c, OverlapClue.PLACE_COSINE, Meaning.alike(gist.placeVector, phrase.vector));
    double text = z(gist.vector, phrase);
    double place = gist.place.isEmpty() ? 0 : z(gist.placeVector, phrase);
    double person = person(gist, phrase);
    set(c, OverlapClue.TEXT_COSINE, text);
    set(c, OverlapClue.TEXT_PERSON, person);
    set(c, OverlapClue.VAGUE_TEXT_COSINE, vague * text);
    set(c, OverlapClue.VAGUE_PLACE_COSINE, vague * place);
    set(c, OverlapClue.VAGUE_PERSON, vague * person);
    set(c, OverlapClue.ABOUT_PROBABILITY, isAbout);
    set(c, OverlapClue.TEXT_WORDS, Math.min(2, overlap(gist.telling, phrase.telling)));
    set(c, OverlapClue.INITIATIVE_WORDS, Math.min(2, overlap(asked.telling, entry.words)));
    set(c, OverlapClue.INITIATIVE_COSINE, Meaning.alike(gist.vector, entry.vector));
    if (about >= 0) {
      double best = 0;
      for (var own : reached.get(about)) {
        best =
            Math.max(
                best,
                own.phrase.equals(phrase.phrase)
                    ? 1
                    : Meaning.alike(own.vector, phrase.vector) / 2);
      }
      set(c, OverlapClue.ABOUT_AUDIENCE, best);
    }
    set(c, OverlapClue.COVERED_TOGETHER, coveredTogether(asked, phrase) ? 1 : 0);
    return c;
  }

  private boolean nested(BitSet groups, Audience phrase) {
    return ground.groups().upwards(groups).intersects(phrase.groups)
        || phrase.above.intersects(groups);
  }

  /**
   * How near the text is to what the people who answer for a group answer for, among all people.
   */
  private double person(Gist gist, Audience phrase) {
    double best = -2;
    var name = String.join(" ", phrase.words);
    for (int p = 0; p < people.size(); p++) {
      if (people.get(p).phrases.contains(name)) {
        best = Math.max(best, gist.nearPeople(this)[p]);
      }
    }
    return best == -2 ? 0 : best;
  }

  /** How near a text is to each person's field, in deviations from the mean of all. */
  double[] nearPeople(float[] vector) {
    var near = new double[people.size()];
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < near.length; p++) {
      near[p] = Meaning.alike(vector, people.get(p).vector);
      sum += near[p];
      squares += near[p] * near[p];
    }
    double mean = sum / Math.max(1, near.length);
    double deviation = Math.sqrt(Math.max(1e-6, squares / Math.max(1, near.length) - mean * mean));
    for (int p = 0; p < near.length; p++) {
      near[p] = (near[p] - mean) / deviation;
    }
    return near;
  }

  /** Words that begin the same way for five letters or more, though they end differently. */
  private static double alikeWords(Set<String> words, Set<String> other) {
    int n = 0;
    for (var a : words) {
      for (var b : other) {
        if (!a.equals(b)
            && a.length() >= 5
            && b.length() >= 5
            && a.substring(0, 5).equals(b.substring(0, 5))) {
          n++;
        }
      }
    }
    return Math.min(2, n);
  }

  /** Whether one person answers for both, by words of what they cover. */
  private boolean coveredTogether(Audience asked, Audience phrase) {
    for (var person : people) {
      if (person.phrases.contains(String.join(" ", phrase.words))
          && overlap(asked.telling, person.words) > 0) {
        return true;
      }
    }
    return false;
  }

  private double z(float[] vector, Audience phrase) {
    double sum = 0;
    double squares = 0;
    for (var other : audiences) {
      double alike = Meaning.alike(vector, other.vector);
      sum += alike;
      squares += alike * alike;
    }
    double mean = sum / audiences.size();
    double deviation = Math.sqrt(Math.max(1e-6, squares / audiences.size() - mean * mean));
    return (Meaning.alike(vector, phrase.vector) - mean) / deviation;
  }

  private static String head(Audience audience) {
    int last = audience.words.size() - 1;
    return last < 0 ? "" : audience.words.get(last);
  }

  private static boolean acronym(Audience asked, Audience phrase) {
    var initials = new StringBuilder();
    for (var word : phrase.words) {
      initials.append(word.charAt(0));
    }
    var whole = initials.toString();
    return asked.words.stream()
        .anyMatch(
            w ->
                w.length() >= 2
                    && w.length() <= 4
                    && (whole.equals(w) || whole.equals(w + "s") || whole.endsWith(w))
                    && whole.length() >= 2);
  }

  // ---- shared measures

  @Nullable Person owner(String name) {
    var at = contacts.get(name);
    return at == null ? null : people.get(at);
  }

  double shared(Set<String> words, Set<String> other) {
    double sum = 0;
    for (var word : words) {
      if (other.contains(word)) {
        sum += idf.getOrDefault(word, 3.0);
      }
    }
    return sum;
  }

  /** How much of what the text says stands in the entry. */
  private double covered(Gist gist, Entry entry) {
    double all = 0;
    double found = 0;
    for (var word : gist.telling) {
      double weight = idf.getOrDefault(word, 3.0);
      all += weight;
      found += entry.words.contains(word) ? weight : 0;
    }
    return all == 0 ? 0 : found / all;
  }

  private double rarest(Set<String> words, Set<String> other) {
    double best = 0;
    for (var word : words) {
      if (other.contains(word)) {
        best = Math.max(best, idf.getOrDefault(word, 3.0));
      }
    }
    return best;
  }

  private double rarestSum(Gist gist, Entry entry) {
    double sum = 0;
    for (var word : entry.ownWords) {
      if (gist.telling.contains(word)) {
        sum += gist.ownWords.contains(word) ? 1 : 0.5;
      }
    }
    return sum;
  }

  private double share(Set<String> words, List<String> title) {
    double all = 0;
    double found = 0;
    for (var word : title) {
      if (!Words.empty(word)) {
        double weight = idf.getOrDefault(word, 3.0);
        all += weight;
        found += words.contains(word) ? weight : 0;
      }
    }
    return all == 0 ? 0 : found / all;
  }

  /**
   * How much of a name stands in the text in one piece, 0 to 1; single common words do not count.
   */
  static double named(List<String> words, List<List<String>> names) {
    double best = 0;
    for (var name : names) {
      for (int start = 0; start < words.size(); start++) {
        for (int from = 0; from < name.size(); from++) {
          int run = 0;
          int telling = 0;
          while (start + run < words.size()
              && from + run < name.size()
              && words.get(start + run).equals(name.get(from + run))) {
            telling += Words.empty(name.get(from + run)) ? 0 : 1;
            run++;
          }
          if (telling >= 1 && (run >= 2 || name.size() == 1)) {
            best = Math.max(best, (double) run / name.size());
          }
        }
      }
    }
    return best;
  }

  private double grams(Set<String> grams, Set<String> other) {
    double sum = 0;
    double length = 0;
    for (var gram : other) {
      double weight = gramIdf.getOrDefault(gram, 3.0);
      length += weight * weight;
      sum += grams.contains(gram) ? weight * weight : 0;
    }
    return length == 0 ? 0 : sum / Math.sqrt(length * Math.max(1, grams.size()));
  }

  private double themes(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t] * themeIdf[t];
    }
    return sum;
  }

  /** 1 where an owner's full name stands in the text, half where only one part of it does. */
  private static double ownerNamed(Gist gist, String owner) {
    var name = Words.of(owner);
    if (name.isEmpty()) {
      return 0;
    }
    if (java.util.Collections.indexOfSubList(gist.words, name) >= 0) {
      return 1;
    }
    return gist.ownWords.contains(name.get(0)) || gist.ownWords.contains(name.get(name.size() - 1))
        ? 0.5
        : 0;
  }

  private static double overlap(Collection<String> words, Set<String> other) {
    int n = 0;
    for (var word : words) {
      n += other.contains(word) ? 1 : 0;
    }
    return n;
  }

  private static void standardise(double @Nullable [][] rows, int from, int to) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (var row : rows) {
      if (row != null) {
        sum += row[from];
        squares += row[from] * row[from];
        n++;
      }
    }
    double mean = n == 0 ? 0 : sum / n;
    double deviation = n == 0 ? 1 : Math.sqrt(Math.max(1e-9, squares / n - mean * mean));
    for (var row : rows) {
      if (row != null) {
        row[to] = Math.max(-4, Math.min(6, (row[from] - mean) / deviation));
      }
    }
  }

  private static void set(double[] clues, OverlapClue clue, double value) {
    clues[clue.ordinal()] = value;
  }
}
