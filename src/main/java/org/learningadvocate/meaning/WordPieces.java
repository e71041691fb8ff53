package org.learningadvocate.meaning;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tribuo.util.tokens.impl.wordpiece.Wordpiece;
import org.tribuo.util.tokens.impl.wordpiece.WordpieceBasicTokenizer;
import org.tribuo.util.tokens.impl.wordpiece.WordpieceTokenizer;
import tools.jackson.databind.json.JsonMapper;

/** Cuts a text into the pieces that the sentence model was trained on, as their numbers. */
final class WordPieces {
  private static final int LONGEST = 128;

  private final Map<String, Integer> numbers;
  private final Wordpiece vocabulary;
  private final long start;
  private final long end;

  private WordPieces(Map<String, Integer> numbers) {
    this.numbers = numbers;
    this.vocabulary = new Wordpiece(numbers.keySet());
    this.start = number("[CLS]");
    this.end = number("[SEP]");
  }

  static WordPieces read(InputStream tokenizer) {
    var vocabulary = new JsonMapper().readTree(tokenizer).path("model").path("vocab");
    var numbers = new HashMap<String, Integer>();
    vocabulary.properties().forEach(e -> numbers.put(e.getKey(), e.getValue().intValue()));
    return new WordPieces(numbers);
  }

  /**
   * The numbers of a text's pieces between the model's marks, as many as the model was made for.
   */
  long[] ids(String text) {
    // The tokenizer holds the text it is cutting, so each call has its own.
    var tokenizer =
        new WordpieceTokenizer(vocabulary, new WordpieceBasicTokenizer(), true, true, Set.of());
    var ids = new long[LONGEST];
    int count = 0;
    ids[count++] = start;
    tokenizer.reset(text);
    while (count < LONGEST - 1 && tokenizer.advance()) {
      ids[count++] = number(tokenizer.getText());
    }
    ids[count++] = end;
    return java.util.Arrays.copyOf(ids, count);
  }

  private long number(String piece) {
    var number = numbers.get(piece);
    return number == null ? numbers.getOrDefault("[UNK]", 0) : number;
  }
}
