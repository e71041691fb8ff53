package org.learningadvocate.request;

import de.bwaldvogel.liblinear.Linear;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Learns the reader's models from labelled messages. */
final class ReaderTraining {
  private static final Path SHIPPED =
      Path.of("src/main/resources/org/learningadvocate/request/reading.model");
  private static final List<String> YES = List.of("yes");
  private static final List<String> DELIVERABLES =
      Arrays.stream(Deliverable.values()).map(Deliverable::key).toList();
  private static final int LEAST_COMPANIES = 3;
  private static final int ROUNDS = 3;
  private static final int FOLDS = 4;
  private static final int LIMITS = 50;
  // Of the fifteen companies with a catalogue, each read by models that saw neither it nor four
  // others, ANSWERED is best by F1 (.70 with priorities that are named; .68 at -1.6). From PERHAPS
  // on a quarter of what is missed is caught, for one topic in ten requests that is wrongly spared.
  private static final double ANSWERED = -1.1;
  private static final double PERHAPS = -2;
  // High, since features are small: a text's n-grams share a length of one.
  private static final double REQUEST_COST = 2000;
  private static final double DELIVERABLE_COST = 1200;

  private final List<Cases.Case> messages;
  private final Set<String> parts;
  private final List<Wording> wordings = new ArrayList<>();
  private final Training texts;
  private final List<Place> dayPlaces = new ArrayList<>();
  private final Training days;
  private final List<Place> sentencePlaces = new ArrayList<>();
  private final List<Features> sentenceFeatures = new ArrayList<>();
  private final Training sentences;
  private final List<Place> wordPlaces = new ArrayList<>();
  private final Training words;

  /** Where an example comes from: which message, and what it is there. */
  private record Place(int message, int start, int end) {}

  ReaderTraining(List<Cases.Case> messages, Set<String> parts) {
    this.messages = List.copyOf(messages);
    this.parts = Set.copyOf(parts);
    var textFeatures = new ArrayList<Features>();
    var dayFeatures = new ArrayList<Features>();
    var wordFeatures = new ArrayList<Features>();
    for (int i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      var posted = message.postedAt().toLocalDate();
      var wording = new Wording(message.text(), posted, message.locale());
      wordings.add(wording);
      textFeatures.add(wording.features());
      if (!message.request()) {
        continue;
      }
      for (int day = 0; day < wording.days().size(); day++) {
        dayPlaces.add(new Place(i, day, day));
        dayFeatures.add(
            DueDates.features(wording.lower(), wording.days(), wording.days().get(day), posted));
      }
      if (parts.contains("answered")) {
        for (var features : wording.sentenceFeatures()) {
          sentencePlaces.add(new Place(i, 0, 0));
          sentenceFeatures.add(features);
        }
      }
      if (parts.contains("audience")) {
        var tokens = Audiences.tokens(wording.plain());
        for (int token = 0; token < tokens.size(); token++) {
          wordPlaces.add(new Place(i, tokens.get(token).start(), tokens.get(token).end()));
          wordFeatures.add(Audiences.features(tokens, token));
        }
      }
    }
    texts =
        new Training(
            textFeatures, messages.stream().map(Cases.Case::company).toList(), LEAST_COMPANIES);
    days = new Training(dayFeatures, companies(dayPlaces), LEAST_COMPANIES);
    sentences = new Training(sentenceFeatures, companies(sentencePlaces), LEAST_COMPANIES);
    words = new Training(wordFeatures, companies(wordPlaces), LEAST_COMPANIES);
  }

  private List<String> companies(List<Place> places) {
    return places.stream().map(place -> messages.get(place.message()).company()).toList();
  }

  /** Models that have seen only the messages that {@code used} lets through. */
  ReadingModels train(Predicate<Cases.Case> used) {
    var models = new LinkedHashMap<String, LinearModel>();
    if (!parts.contains("due only")) {
      models.put("request", request(used));
      models.put("deliverable", deliverable(used));
    }
    var due = due(used);
    models.put("due", due);
    var limits =
        new LinkedHashMap<>(
            Map.of("answered", ANSWERED, "answered.perhaps", PERHAPS, "audience", -3.5));
    limits.put("due", leastDue(used));
    if (sentences.size() > 0) {
      for (var topic : Topic.values()) {
        models.put("answered." + topic.key(), answered(topic, used));
      }
    }
    if (words.size() > 0) {
      audience(models, used);
    }
    return new ReadingModels(models, limits);
  }

  private LinearModel request(Predicate<Cases.Case> used) {
    return texts.fit(
        i -> used.test(messages.get(i)) ? yes(messages.get(i).request()) : null, YES, REQUEST_COST);
  }

  private LinearModel deliverable(Predicate<Cases.Case> used) {
    return texts.fit(
        i ->
            used.test(messages.get(i)) && messages.get(i).request()
                ? messages.get(i).deliverable().key()
                : null,
        DELIVERABLES,
        DELIVERABLE_COST);
  }

  private LinearModel due(Predicate<Cases.Case> used) {
    return days.fit(
        i -> {
          var place = dayPlaces.get(i);
          var message = messages.get(place.message());
          var day = wordings.get(place.message()).days().get(place.start());
          return used.test(message) ? yes(day.date().equals(message.due())) : null;
        },
        YES,
        8);
  }

  /** The limit that names most deadlines rightly in companies the model was not trained on. */
  private double leastDue(Predicate<Cases.Case> used) {
    var right = new int[LIMITS];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      var model = new DueDates(due(c -> used.test(c) && fold(c) != held), Double.NEGATIVE_INFINITY);
      for (int i = 0; i < messages.size(); i++) {
        var message = messages.get(i);
        if (!message.request() || !used.test(message) || fold(message) != held) {
          continue;
        }
        var wording = wordings.get(i);
        var best =
            model.likeliest(wording.plain(), wording.days(), message.postedAt().toLocalDate());
        for (int limit = 0; limit < LIMITS; limit++) {
          boolean taken = best != null && best.odds() > limit(limit);
          right[limit] += Objects.equals(taken ? best.day().date() : null, message.due()) ? 1 : 0;
        }
      }
    }
    return limit(middleOfBest(right));
  }

  private static double limit(int step) {
    return -3 + step * 0.1;
  }

  /** In the middle of the limits that do about as well as the best, since one more is chance. */
  private static int middleOfBest(int[] right) {
    int most = Arrays.stream(right).max().orElseThrow();
    int first = -1;
    int last = -1;
    for (int step = 0; step < right.length; step++) {
      if (right[step] >= most * 0.998) {
        first = first < 0 ? step : first;
        last = step;
      }
    }
    return (first + last) / 2;
  }

  private static int fold(Cases.Case message) {
    return Math.floorMod(Features.hash(message.company()), FOLDS);
  }

  /**
   * Labels say that a text answers a topic, not which sentence does: the likeliest one is taken to,
   * and the model trained again, a few times over.
   */
  private LinearModel answered(Topic topic, Predicate<Cases.Case> used) {
    var chosen = new boolean[sentencePlaces.size()];
    Arrays.fill(chosen, true);
    LinearModel model = sentenceModel(topic, used, chosen);
    for (int round = 1; round < ROUNDS; round++) {
      choose(model, chosen);
      model = sentenceModel(topic, used, chosen);
    }
    return model;
  }

  private LinearModel sentenceModel(Topic topic, Predicate<Cases.Case> used, boolean[] chosen) {
    return sentences.fit(
        i -> {
          var message = messages.get(sentencePlaces.get(i).message());
          if (!used.test(message)) {
            return null;
          }
          boolean answers = message.answered().contains(topic);
          return answers && !chosen[i] ? null : yes(answers);
        },
        YES,
        16);
  }

  /** Marks the likeliest sentence of each message. */
  private void choose(LinearModel model, boolean[] chosen) {
    Arrays.fill(chosen, false);
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chosen.length; i++) {
      double odds = model.logOdds(sentenceFeatures.get(i))[0];
      if (odds > most) {
        most = odds;
        best = i;
      }
      if (i + 1 == chosen.length
          || sentencePlaces.get(i + 1).message() != sentencePlaces.get(i).message()) {
        chosen[best] = true;
        most = Double.NEGATIVE_INFINITY;
      }
    }
  }

  private void audience(Map<String, LinearModel> models, Predicate<Cases.Case> used) {
    var spans = new int[messages.size()][];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = span(i);
    }
    models.put("audience.starts", words.fit(i -> word(i, used, spans, 0), YES, 2));
    models.put("audience.ends", words.fit(i -> word(i, used, spans, 1), YES, 2));
    models.put("audience.inside", words.fit(i -> word(i, used, spans, 2), YES, 2));
  }

  private @Nullable String word(int i, Predicate<Cases.Case> used, int[][] spans, int what) {
    var place = wordPlaces.get(i);
    var span = spans[place.message()];
    if (!used.test(messages.get(place.message())) || span == null) {
      return null;
    }
    return switch (what) {
      case 0 -> yes(place.start() == span[0]);
      case 1 -> yes(place.end() == span[1]);
      default -> yes(place.start() >= span[0] && place.end() <= span[1]);
    };
  }

  /** Where the audience stands; nowhere for none, null where markup hides it. */
  private int @Nullable [] span(int message) {
    var audience = messages.get(message).audience();
    if (audience == null) {
      return new int[] {-1, -1};
    }
    var plain = DueGrammar.lower(Mrkdwn.plain(audience));
    int from = wordings.get(message).lower().indexOf(plain);
    return from < 0 ? null : new int[] {from, from + plain.length()};
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  /** Trains on every case under {@code src/eval} and writes what ships. */
  public static void main(String[] args) throws Exception {
    Linear.disableDebugOutput();
    var messages = new ArrayList<Cases.Case>();
    for (var company : Cases.under(Path.of("src/eval"))) {
      messages.addAll(company.cases());
    }
    var models = new ReaderTraining(messages, Set.of("answered", "audience")).train(any -> true);
    Files.createDirectories(SHIPPED.getParent());
    try (var out = Files.newOutputStream(SHIPPED)) {
      models.write(out);
    }
    System.out.printf(
        Locale.ROOT,
        "%d messages, %,d bytes in %s%n",
        messages.size(),
        Files.size(SHIPPED),
        SHIPPED);
  }
}
