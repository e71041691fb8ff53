package org.learningadvocate.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tribuo.util.tokens.impl.wordpiece.Wordpiece;
import org.tribuo.util.tokens.impl.wordpiece.WordpieceBasicTokenizer;
import org.tribuo.util.tokens.impl.wordpiece.WordpieceTokenizer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

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

  /**
   * Reads the vocabulary out of a tokenizer's file.
   *
   * @throws IOException where it holds none
   */
  static WordPieces read(InputStream tokenizer) throws IOException {
    var numbers = new HashMap<String, Integer>(1 << 16);
    // Token by token: as a tree, thirty thousand pieces would cost more than reading them.
    try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), tokenizer)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.PROPERTY_NAME && json.currentName().equals("vocab")) {
          json.nextToken();
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var piece = json.currentName();
            numbers.put(piece, json.nextIntValue(0));
          }
          return new WordPieces(numbers);
        }
      }
    } catch (JacksonException e) {
      throw new IOException("The tokenizer's file cannot be read", e);
    }
    throw new IOException("The tokenizer's file holds no vocabulary");
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
