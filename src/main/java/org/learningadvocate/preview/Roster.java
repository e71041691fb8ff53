package org.learningadvocate.preview;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;
import org.learningadvocate.chat.Plain;

/** Who and what is called what in an export, so that people read names and not ids. */
final class Roster implements Members {

  private static final Pattern CHANNEL = Pattern.compile("<#([A-Z0-9]+)(?:\\|[^<>]*)?>");

  private final EmojiNames emoji = new EmojiNames();
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> channels = new HashMap<>();

  void person(String id, String name) {
    people.put(id, name);
  }

  /** Names somebody whom the list of users left out, such as a person of another company. */
  void stranger(String id, String name) {
    people.putIfAbsent(id, name);
  }

  void channel(ExportChannel channel) {
    channels.put(channel.id(), channel.name());
  }

  /** Never empty, and never an id where a name is known. */
  String name(String user) {
    return people.getOrDefault(user, user.isEmpty() ? "somebody" : user);
  }

  /** An emoji by its short name. */
  String emoji(String name) {
    return emoji.of(name);
  }

  /** A text of the export as people saw it. */
  String shown(String mrkdwn) {
    return emoji.drawn(Plain.of(named(mrkdwn), this)).strip();
  }

  /** A text of the export, still in Slack's markup, with the names of channels filled in. */
  String named(String mrkdwn) {
    return CHANNEL
        .matcher(mrkdwn)
        .replaceAll(
            found -> {
              String name = channels.get(found.group(1));
              return Matcher.quoteReplacement(
                  name == null ? found.group() : "<#" + found.group(1) + "|" + name + ">");
            });
  }

  @Override
  public Optional<Person> person(String user) {
    return Optional.ofNullable(people.get(user))
        .map(name -> new Person(user, name, null, false, false, false));
  }

  /** An export says nothing about user groups. */
  @Override
  public boolean inGroup(String group, String user) {
    return false;
  }
}
