package org.learningadvocate.home;

import java.util.List;
import java.util.function.Supplier;
import org.learningadvocate.chat.HouseRules;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;

/** Who may change what: admins the settings and the catalogue, editors the catalogue. */
final class Permission {

  private final Supplier<HouseRules> rules;
  private final Members members;

  Permission(Supplier<HouseRules> rules, Members members) {
    this.rules = rules;
    this.members = members;
  }

  /** What one person may change. */
  record Of(boolean catalogue, boolean settings) {}

  Of of(String user) {
    var house = rules.get();
    boolean settings =
        members.person(user).filter(one -> !one.outsider()).map(Person::admin).orElse(false)
            || named(house.admins(), user);
    return new Of(settings || named(house.editors(), user), settings);
  }

  private boolean named(List<String> names, String user) {
    return names.contains(user)
        || names.stream()
            .filter(name -> name.startsWith("S") || name.startsWith("@"))
            .anyMatch(group -> members.inGroup(group, user));
  }
}
