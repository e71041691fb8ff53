package org.learningadvocate.evaluation;

import java.util.List;
import org.learningadvocate.meaning.Meaning;

/** The cosine of sentence embeddings, and nothing else. */
record Cosine(Meaning meaning) implements Likeness {
  @Override
  public double[] of(String text, List<String> documents) {
    var vector = meaning.of(text);
    return documents.stream().mapToDouble(d -> Meaning.alike(vector, meaning.of(d))).toArray();
  }
}
