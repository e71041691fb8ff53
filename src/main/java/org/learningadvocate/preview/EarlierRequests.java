package org.learningadvocate.preview;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.homework.PastRequests;

/** The requests of the export that came before the one at hand, as far as others may see them. */
final class EarlierRequests implements PastRequests {

  /** Who looks at what was asked years ago? */
  private static final int REMEMBERED = 2_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  private record Entry(Past request, Set<String> words) {}

  void add(ThreadId id, String title, String text, LocalDate posted) {
    entries.addLast(new Entry(new Past(id.toString(), title, posted, null), words(text)));
    if (entries.size() > REMEMBERED) {
      entries.removeFirst();
    }
  }

  @Override
  public List<Past> like(String text, int most) {
    record Match(Past request, long shared) {}
    var asked = words(text);
    return entries.stream()
        .map(
            entry ->
                new Match(entry.request(), asked.stream().filter(entry.words()::contains).count()))
        .filter(match -> match.shared() > 1)
        .sorted(Comparator.comparingLong(Match::shared).reversed())
        .limit(most)
        .map(Match::request)
        .toList();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 3)
        .limit(200)
        .collect(Collectors.toSet());
  }
}
