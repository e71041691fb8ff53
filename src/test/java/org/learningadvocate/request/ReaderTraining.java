package org.learningadvocate.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Learns the reader's models from labelled messages. */
final class ReaderTraining {
  private static final Path SHIPPED =
      Path.of("src/main/resources/org/learningadvocate/request/reading.model");
  private static final List<String> DELIVERABLES =
      Arrays.stream(Deliverable.values()).map(Deliverable::key).toList();

  private final List<Prepared> prepared;

  /** A message with its features, which are the same whatever else it is trained with. */
  record Prepared(
      Cases.Case message,
      Wording wording,
      Features features,
      List<Features> days,
      List<Features> sentences,
      List<Audiences.Token> tokens,
      List<Features> words) {}

  ReaderTraining(List<Prepared> prepared) {
    this.prepared = prepared;
  }

  static Prepared prepare(Cases.Case message) {
    var posted = message.postedAt().toLocalDate();
    var wording = new Wording(message.text(), posted, message.locale());
    var days = new ArrayList<Features>();
    for (var day : wording.days()) {
      days.add(DueDates.features(wording.lower(), wording.days(), day, posted));
    }
    var tokens = message.request() ? Audiences.tokens(wording.plain()) : List.<Audiences.Token>of();
    var words = new ArrayList<Features>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(Audiences.features(tokens, i));
    }
    return new Prepared(
        message,
        wording,
        wording.features(),
        days,
        message.request() ? Context.features(wording, wording.sentences()) : List.of(),
        tokens,
        words);
  }

  ReadingModels train() {
    var models = new LinkedHashMap<String, LinearModel>();
    models.put("request", request());
    models.put("deliverable", deliverable());
    models.put("due", due());
    for (var topic : Topic.values()) {
      models.put("answered." + topic.key(), answered(topic));
    }
    audience(models);
    return new ReadingModels(models, Map.of("answered", -1.0, "audience", -3.0));
  }

  LinearModel request() {
    return Training.yesNo(
        prepared.stream()
            .map(p -> new Training.Example(p.message().company(), p.features(), p.message().request() ? "yes" : "no"))
            .toList(),
        64,
        3);
  }

  LinearModel deliverable() {
    return Training.oneOf(
        prepared.stream()
            .filter(p -> p.message().request())
            .map(p -> new Training.Example(p.message().company(), p.features(), p.message().deliverable().key()))
            .toList(),
        DELIVERABLES,
        64,
        3);
  }

  LinearModel due() {
    var examples = new ArrayList<Training.Example>();
    for (var p : prepared) {
      if (!p.message().request()) {
        continue;
      }
      for (int i = 0; i < p.days().size(); i++) {
        boolean right = p.wording().days().get(i).date().equals(p.message().due());
        examples.add(new Training.Example(p.message().company(), p.days().get(i), right ? "yes" : "no"));
      }
    }
    return Training.yesNo(examples, 16, 3);
  }

  /**
   * Labels say that a text answers a topic, not which sentence does: the likeliest one is taken to,
   * and the model trained again, a few times over.
   */
  LinearModel answered(Topic topic) {
    var chosen = new HashMap<Prepared, Integer>();
    LinearModel model = null;
    for (int round = 0; round < 3; round++) {
      var examples = new ArrayList<Training.Example>();
      for (var p : prepared) {
        if (!p.message().request()) {
          continue;
        }
        boolean answers = p.message().answered().contains(topic);
        for (int i = 0; i < p.sentences().size(); i++) {
          if (!answers) {
            examples.add(new Training.Example(p.message().company(), p.sentences().get(i), "no"));
          } else if (model == null || chosen.get(p) == i) {
            examples.add(new Training.Example(p.message().company(), p.sentences().get(i), "yes"));
          }
        }
      }
      model = Training.yesNo(examples, 16, 3);
      for (var p : prepared) {
        if (p.message().request() && p.message().answered().contains(topic)) {
          chosen.put(p, likeliest(model, p.sentences()));
        }
      }
    }
    return java.util.Objects.requireNonNull(model);
  }

  private static int likeliest(LinearModel model, List<Features> sentences) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < sentences.size(); i++) {
      double odds = model.logOdds(sentences.get(i))[0];
      if (odds > most) {
        most = odds;
        best = i;
      }
    }
    return best;
  }

  private void audience(Map<String, LinearModel> models) {
    var starts = new ArrayList<Training.Example>();
    var ends = new ArrayList<Training.Example>();
    var inside = new ArrayList<Training.Example>();
    for (var p : prepared) {
      if (!p.message().request()) {
        continue;
      }
      int from = -1;
      int to = -1;
      var audience = p.message().audience();
      if (audience != null) {
        var plain = Mrkdwn.plain(audience);
        from = p.wording().lower().indexOf(DueGrammar.lower(plain));
        to = from + plain.length();
        if (from < 0) {
          continue;
        }
      }
      for (int i = 0; i < p.tokens().size(); i++) {
        var token = p.tokens().get(i);
        var features = p.words().get(i);
        var company = p.message().company();
        starts.add(new Training.Example(company, features, token.start() == from ? "yes" : "no"));
        ends.add(new Training.Example(company, features, token.end() == to ? "yes" : "no"));
        inside.add(
            new Training.Example(
                company,
                features, from >= 0 && token.start() >= from && token.end() <= to ? "yes" : "no"));
      }
    }
    models.put("audience.starts", Training.yesNo(starts, 2, 3));
    models.put("audience.ends", Training.yesNo(ends, 2, 3));
    models.put("audience.inside", Training.yesNo(inside, 2, 3));
  }

  /** Trains on every case under {@code src/eval} and writes what ships. */
  public static void main(String[] args) throws Exception {
    de.bwaldvogel.liblinear.Linear.disableDebugOutput();
    var prepared = new ArrayList<Prepared>();
    for (var company : Cases.under(Path.of("src/eval"))) {
      company.cases().forEach(message -> prepared.add(prepare(message)));
    }
    var models = new ReaderTraining(prepared).train();
    Files.createDirectories(SHIPPED.getParent());
    try (var out = Files.newOutputStream(SHIPPED)) {
      models.write(out);
    }
    System.out.printf("%d messages, %,d bytes in %s%n", prepared.size(), Files.size(SHIPPED), SHIPPED);
  }
}
