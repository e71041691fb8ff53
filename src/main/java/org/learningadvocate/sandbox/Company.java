package org.learningadvocate.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workspace before it opens: who is in it, which channels it has, which app is installed. */
public final class Company {
  final String teamId;
  final String name;
  final String domain;
  final AppSetup app;
  final List<Member> members = new ArrayList<>();
  final List<Place> places = new ArrayList<>();
  final List<Group> groups = new ArrayList<>();
  @Nullable Guide guide;

  /** A user group; members by name. */
  public record Group(String id, String handle, String name, List<String> members) {}

  /** What the page says one may try next. */
  public record Guide(String title, List<Step> steps) {
    /**
     * One thing to try.
     *
     * @param text mrkdwn
     * @param as name of the person to act as, or null
     * @param channel name without {@code #}, or null
     * @param compose words to put into the composer, or null
     * @param home whether it happens in the app's home
     */
    public record Step(
        String title,
        String text,
        @Nullable String as,
        @Nullable String channel,
        @Nullable String compose,
        boolean home) {}
  }

  private Company(String teamId, String name, String domain, AppSetup app) {
    this.teamId = teamId;
    this.name = name;
    this.domain = domain;
    this.app = app;
  }

  /** A company with this name in which this app is installed. */
  public static Company named(String name, AppSetup app) {
    String domain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return new Company("T0" + Member.idPart(name), name, domain, app);
  }

  public Company with(Member... people) {
    members.addAll(List.of(people));
    return this;
  }

  public Company with(Place... channels) {
    places.addAll(List.of(channels));
    return this;
  }

  /** A user group that is mentioned as {@code @handle}; members by name. */
  public Company withGroup(String handle, String groupName, String... people) {
    groups.add(new Group("S0" + Member.idPart(handle), handle, groupName, List.of(people)));
    return this;
  }

  public Company withGuide(Guide newGuide) {
    this.guide = newGuide;
    return this;
  }
}
