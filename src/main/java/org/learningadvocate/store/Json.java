package org.learningadvocate.store;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How facts are kept in a text column. Equal facts give equal text, so texts can be compared. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  public static String write(Object fact) {
    return MAPPER.writeValueAsString(fact);
  }

  /** The same, for a value whose declared type tells how it is written (a sealed interface). */
  public static <T> String write(T fact, Class<T> as) {
    return MAPPER.writerFor(as).writeValueAsString(fact);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JacksonException where the text is of another form
   */
  public static <T> T read(String text, Class<T> as) {
    return MAPPER.readValue(text, as);
  }

  /** Reads a list, or whatever else a class alone cannot name. */
  public static <T> T read(String text, TypeReference<T> as) {
    return MAPPER.readValue(text, as);
  }
}
