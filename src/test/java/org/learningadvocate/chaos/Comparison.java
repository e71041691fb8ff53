package org.learningadvocate.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds what stands in Slack against what people said, once everything should be settled. */
final class Comparison {

  private static final Pattern DESIGNED = Pattern.compile("(Designing this: |designed by )@?Priya");

  private final String summary;
  private final Map<String, List<Standing.Shown>> bySlot;
  private final Standing standing;

  /**
   * @param summary id of the channel where the briefs stand
   */
  Comparison(Standing standing, String summary) {
    this.standing = standing;
    this.summary = summary;
    this.bySlot = standing.messages().stream().collect(Collectors.groupingBy(Standing.Shown::slot));
  }

  /** What kind of promise is broken. */
  enum Kind {
    /** Something that a person said, changed or took back is not to be seen. */
    LOST,
    /** Something stands twice, or stands where nobody asked for it. */
    DOUBLED
  }

  /** One difference, with the request and the message that it is about. */
  record Difference(Kind kind, String request, String what) {
    @Override
    public String toString() {
      return kind + " " + request + ": " + what;
    }
  }

  /** Every difference; none where all is well. */
  List<Difference> with(List<Wish> wishes) {
    var found = new ArrayList<Difference>();
    wishes.forEach(wish -> found.addAll(with(wish)));
    found.addAll(strays(wishes));
    return found;
  }

  /** The differences of one request. */
  List<Difference> with(Wish wish) {
    var found = new ArrayList<Difference>();
    var thread = bySlot.getOrDefault("thread:" + wish.id(), List.of());
    var brief = bySlot.getOrDefault("brief:" + wish.id(), List.of());
    one(wish, "thread message", thread, found);
    one(wish, "brief", brief, found);
    for (var message : thread) {
      if (!message.channel().equals(wish.channel()) || !wish.ts().equals(message.thread())) {
        found.add(lost(wish, "the thread message " + message.ts() + " stands elsewhere"));
      }
      answers(wish, "thread message", message, found);
    }
    for (var message : brief) {
      if (!message.channel().equals(summary) || message.thread() != null) {
        found.add(lost(wish, "the brief " + message.ts() + " stands elsewhere"));
      }
      answers(wish, "brief", message, found);
      if (!wish.deleted() && !message.text().contains(wish.words())) {
        found.add(lost(wish, "the brief " + message.ts() + " lacks the words " + wish.words()));
      }
    }
    if (!wish.deleted()) {
      ticks(wish, found);
    }
    return found;
  }

  private static void one(
      Wish wish, String what, List<Standing.Shown> messages, List<Difference> found) {
    if (messages.isEmpty() && !wish.deleted()) {
      found.add(lost(wish, "no " + what));
    } else if (messages.size() > 1) {
      found.add(
          new Difference(
              Kind.DOUBLED,
              wish.id(),
              messages.size()
                  + " of the "
                  + what
                  + ", at "
                  + messages.stream().map(Standing.Shown::ts).toList()));
    }
  }

  private static void answers(
      Wish wish, String what, Standing.Shown message, List<Difference> found) {
    for (var mark : wish.shown()) {
      if (!message.text().contains(mark)) {
        found.add(lost(wish, "the " + what + " " + message.ts() + " lacks answer " + mark));
      }
    }
    for (var mark : wish.gone()) {
      if (message.text().contains(mark)) {
        found.add(lost(wish, "the " + what + " " + message.ts() + " still shows " + mark));
      }
    }
    if (wish.taken() && !wish.deleted() && !DESIGNED.matcher(message.text()).find()) {
      found.add(lost(wish, "the " + what + " " + message.ts() + " does not say who designs it"));
    }
    if (wish.deleted() && !message.text().contains("deleted")) {
      found.add(lost(wish, "the " + what + " " + message.ts() + " does not say it was deleted"));
    }
  }

  private void ticks(Wish wish, List<Difference> found) {
    for (var ts : wish.ticked()) {
      if (!standing.ticked().contains(wish.channel() + ":" + ts)) {
        found.add(lost(wish, "no tick under the answer " + ts));
      }
    }
    for (var ts : wish.unticked()) {
      if (standing.ticked().contains(wish.channel() + ":" + ts)) {
        found.add(lost(wish, "still a tick under " + ts + ", which answers nothing"));
      }
    }
  }

  /** Messages that belong to no request; of other kinds (the digest) each may stand once. */
  private List<Difference> strays(List<Wish> wishes) {
    var known = new HashSet<String>();
    for (var wish : wishes) {
      known.add("thread:" + wish.id());
      known.add("brief:" + wish.id());
    }
    var others = new HashMap<String, Integer>();
    var found = new ArrayList<Difference>();
    for (var message : standing.messages()) {
      if (known.contains(message.slot())) {
        continue;
      }
      boolean expected = message.slot().startsWith("digest:");
      if (!expected || others.merge(message.slot(), 1, Integer::sum) > 1) {
        found.add(
            new Difference(
                Kind.DOUBLED,
                message.channel() + ":" + message.ts(),
                "a message of slot '" + message.slot() + "' too many: " + message.text()));
      }
    }
    return found;
  }

  private static Difference lost(Wish wish, String what) {
    return new Difference(Kind.LOST, wish.id(), what);
  }
}
