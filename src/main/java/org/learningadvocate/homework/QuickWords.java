package org.learningadvocate.homework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.homework.Finding.About;
import org.learningadvocate.homework.Finding.Overlap;
import org.learningadvocate.homework.Finding.PriorityServed;
import org.learningadvocate.homework.Finding.QuickWord;
import org.learningadvocate.homework.Finding.QuickWord.Reason;
import org.learningadvocate.homework.Finding.QuickWord.Why;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.request.Size;

/** Whom a designer should talk to for a few minutes, and why; as few as the size deserves. */
final class QuickWords {
  private static final Pattern HIGH =
      Pattern.compile(
          "\\b(?:C[A-Z]O|CISO|chief|president|VP|SVP|EVP|vice president|board|managing director"
              + "|general manager|CEO)\\b",
          Pattern.CASE_INSENSITIVE);
  // A lead is named only where it is plain that these are its people.
  private static final double LEADS = 0.6;

  private QuickWords() {}

  static List<QuickWord> of(Index index, Gist gist, List<Finding> findings) {
    var reasons = new LinkedHashMap<Index.Person, List<Reason>>();
    for (var finding : findings) {
      if (finding instanceof PriorityServed served) {
        add(
            index,
            reasons,
            served.priority().owner(),
            new Reason(Why.OWNS_PRIORITY, served.priority().title()));
      } else if (finding instanceof About about) {
        add(index, reasons, about.initiative().owner(), owns(about.initiative()));
      }
    }
    int owners = reasons.size();
    addLead(index, gist, reasons);
    for (var finding : findings) {
      if (finding instanceof Overlap overlap && !index.initiatives.isEmpty()) {
        add(index, reasons, overlap.initiative().owner(), owns(overlap.initiative()));
      }
    }
    return chosen(reasons, owners, gist.subject.reading().size());
  }

  private static List<QuickWord> chosen(
      Map<Index.Person, List<Reason>> reasons, int owners, Size size) {
    int room = room(size);
    var found = new ArrayList<QuickWord>();
    int seen = 0;
    for (var entry : reasons.entrySet()) {
      boolean owner = seen++ < owners;
      boolean high = HIGH.matcher(entry.getKey().contact().role()).find();
      if (found.size() < room && (owner || !high || size == Size.LARGE)) {
        found.add(new QuickWord(entry.getKey().contact(), entry.getValue()));
      }
    }
    return found;
  }

  private static Reason owns(Initiative initiative) {
    return new Reason(Why.OWNS_INITIATIVE, initiative.title());
  }

  private static int room(Size size) {
    return size == Size.SMALL ? 2 : size == Size.MEDIUM ? 3 : 5;
  }

  private static void addLead(Index index, Gist gist, Map<Index.Person, List<Reason>> reasons) {
    var asked = gist.audience;
    if (asked == null || asked.everyone) {
      return;
    }
    Index.Person best = null;
    String covered = "";
    double nearest = LEADS;
    for (var person : index.people) {
      for (var phrase : person.contact().covers()) {
        var words = Words.telling(phrase);
        boolean same = !words.isEmpty() && asked.telling.containsAll(words);
        double alike = same ? 1 : Meaning.alike(asked.vector, index.ground.vector(phrase));
        if (alike > nearest) {
          nearest = alike;
          best = person;
          covered = phrase;
        }
      }
    }
    if (best != null) {
      reasons
          .computeIfAbsent(best, k -> new ArrayList<>())
          .add(new Reason(Why.ANSWERS_FOR, covered));
    }
  }

  private static void add(
      Index index, Map<Index.Person, List<Reason>> reasons, String name, Reason reason) {
    var person = index.person(name);
    if (person != null) {
      reasons.computeIfAbsent(person, k -> new ArrayList<>()).add(reason);
    }
  }
}
