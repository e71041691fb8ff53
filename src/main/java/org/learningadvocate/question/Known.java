package org.learningadvocate.question;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.learningadvocate.homework.Finding;
import org.learningadvocate.request.EarlierAnswer;
import org.learningadvocate.request.Reading;
import org.learningadvocate.request.Topic;

/**
 * What need not be asked, or not anew.
 *
 * @param byText topics that the request's own text answers
 * @param earlier what an earlier request answered and may still be true here, by topic
 * @param numbering topics asked earlier in this request, in the order of their numbers; a topic
 *     keeps its number for good
 * @param settled those of them that somebody answered
 * @param perhaps topics that the text may answer: asked only where nothing else is open
 */
public record Known(
    Set<Topic> byText,
    Map<Topic, EarlierAnswer> earlier,
    List<Topic> numbering,
    Set<Topic> settled,
    Set<Topic> perhaps) {

  /** Nothing is known. */
  public static final Known NOTHING = byText(Set.of());

  public Known {
    byText = Set.copyOf(byText);
    var copy = new EnumMap<Topic, EarlierAnswer>(Topic.class);
    copy.putAll(earlier);
    earlier = java.util.Collections.unmodifiableMap(copy);
    numbering = List.copyOf(numbering);
    settled = Set.copyOf(settled);
    perhaps = Set.copyOf(perhaps);
  }

  /** What is known without doubt. */
  public Known(
      Set<Topic> byText,
      Map<Topic, EarlierAnswer> earlier,
      List<Topic> numbering,
      Set<Topic> settled) {
    this(byText, earlier, numbering, settled, Set.of());
  }

  /** The same, but these topics may be answered too. */
  public Known doubting(Set<Topic> topics) {
    return new Known(byText, earlier, numbering, settled, topics);
  }

  /**
   * The topics that a request's own text answers: those read in it, and which priority it serves
   * where it calls a documented one by its name.
   */
  public static Set<Topic> told(Reading reading, List<Finding> findings) {
    var told = EnumSet.noneOf(Topic.class);
    told.addAll(reading.answered());
    if (findings.stream()
        .anyMatch(found -> found instanceof Finding.PriorityServed served && served.named())) {
      told.add(Topic.PRIORITY);
    }
    return told;
  }

  /** Only what the text answers is known. */
  public static Known byText(Set<Topic> topics) {
    return new Known(topics, Map.of(), List.of(), Set.of());
  }
}
