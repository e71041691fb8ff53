package org.learningadvocate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of the sandbox's page: everything they ask for is there, and nothing comes from afar. */
class PageFilesTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:(?:src|href)=\"|from\\s*'|import\\s*')([./][^\"'$]*\\.[a-z]+)[\"']");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:src|href)=\"(?:https?:)?//|from\\s*'https?:|url\\(\\s*['\"]?https?:");

  @Test
  void everyFileThatIsAskedForIsThere() {
    assertThat(filesReachedFrom("/")).containsKeys("/", "/assets/main.js", "/assets/tokens.css");
  }

  @Test
  void nothingIsAskedForFromAnotherServer() {
    assertThat(filesReachedFrom("/"))
        .allSatisfy(
            (path, text) -> assertThat(ELSEWHERE.matcher(text).find()).as(path).isFalse());
  }

  @Test
  void nothingPutsWordsIntoThePageAsMarkup() {
    assertThat(filesReachedFrom("/"))
        .allSatisfy(
            (path, text) ->
                assertThat(text)
                    .as(path)
                    .doesNotContain("innerHTML", "insertAdjacentHTML", "unsafeHTML", "eval("));
  }

  @Test
  void nothingNeedsInlineScriptsOrStyles() {
    assertThat(filesReachedFrom("/"))
        .allSatisfy(
            (path, text) ->
                assertThat(text)
                    .as(path)
                    .doesNotContain(" style=", "<style", " onclick=", "<script>"));
  }

  /** Our own files by their address; what stands in the WebJar is only looked for. */
  private static Map<String, String> filesReachedFrom(String start) {
    var reached = new LinkedHashMap<String, String>();
    var waiting = new ArrayDeque<String>();
    waiting.add(start);
    while (!waiting.isEmpty()) {
      var path = waiting.remove();
      if (reached.containsKey(path)) {
        continue;
      }
      var text = read(path);
      if (path.startsWith("/webjars/")) {
        continue;
      }
      reached.put(path, text);
      REFERENCE
          .matcher(text)
          .results()
          .map(found -> URI.create(path).resolve(found.group(1)).getPath())
          .forEach(waiting::add);
    }
    return reached;
  }

  private static String read(String path) {
    var resource =
        path.equals("/")
            ? "/sandbox-page/index.html"
            : path.startsWith("/webjars/")
                ? "/META-INF/resources" + path
                : "/sandbox-page" + path;
    try (InputStream in = PageFilesTest.class.getResourceAsStream(resource)) {
      assertThat(in).as("%s, as the page asks for it", path).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
