package org.learningadvocate.preview;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.learningadvocate.brief.Dossier;
import org.learningadvocate.question.Question;
import org.learningadvocate.question.Remark;

/**
 * A request and its thread, as the bot would have followed it.
 *
 * @param replies what people said in the thread, oldest first
 * @param dossier what all of it means in the end
 */
record Followed(ExportChannel channel, List<Remark> replies, Dossier dossier) {

  Followed {
    replies = List.copyOf(replies);
  }

  /** The numbers of the questions that a reply answers; such a reply gets a tick. */
  Set<Integer> answers(Remark reply) {
    var numbers = new TreeSet<Integer>();
    for (var given : dossier.answers().standing()) {
      if (reply.ts().equals(given.message())) {
        numbers.add(dossier.plan().numbering().indexOf(given.topic()) + 1);
      }
    }
    return numbers;
  }

  /** How many questions the bot asked. */
  int asked() {
    return dossier.plan().questions().size();
  }

  /** How many of them nobody answered. */
  int open() {
    return dossier.pending().size();
  }

  /** What nobody answered, by the question's number. */
  TreeMap<Integer, Question> pending() {
    var pending = new TreeMap<Integer, Question>();
    dossier.pending().forEach(question -> pending.put(question.number(), question));
    return pending;
  }
}
