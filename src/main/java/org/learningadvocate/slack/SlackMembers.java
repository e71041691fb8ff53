package org.learningadvocate.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import com.slack.api.model.Usergroup;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Members;
import org.learningadvocate.chat.Person;

/**
 * People and groups, remembered for an hour; what Slack could not say is asked again after a
 * minute. Safe for many threads.
 */
public final class SlackMembers implements Members {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);
  private static final String ALL = "all";

  /** What is not asked now, since the method has to wait or the token is refused. */
  private static final Reply<Object> LATER = Reply.unsent("not asked just now");

  private final SlackApi api;
  private final Supplier<String> team;
  private final Cache<String, Known<Person>> people = cache(10_000);
  private final Cache<String, Known<Map<String, String>>> handles = cache(1);
  private final Cache<String, Known<Set<String>>> groups = cache(500);

  /**
   * @param team the workspace's id as far as it is known; who belongs to another is an outsider
   */
  SlackMembers(SlackApi api, Supplier<String> team) {
    this.api = api;
    this.team = team;
  }

  /**
   * What Slack said.
   *
   * @param instead how it failed to say; null where it said, be it that there is none
   */
  private record Known<T>(Optional<T> answer, @Nullable Reply<?> instead) {

    static <T> Known<T> unsaid(Reply<?> instead) {
      return new Known<>(Optional.empty(), instead);
    }

    /** Whether asking again soon would say no more. */
    boolean certain() {
      return instead == null || lasting(instead);
    }

    Optional<T> orThrow(String what) {
      if (instead != null) {
        throw SlackException.of(what, instead);
      }
      return answer;
    }
  }

  private static <T> Cache<String, Known<T>> cache(int most) {
    return Caffeine.newBuilder()
        .maximumSize(most)
        .expireAfter(
            Expiry.<String, Known<T>>writing((key, known) -> known.certain() ? KEPT : ASKED_AGAIN))
        .build();
  }

  @Override
  public Optional<Person> person(String user) {
    if (user.isEmpty()) {
      return Optional.empty();
    }
    return people.get(user, this::ask).answer();
  }

  /** Whether Slack did not say who that is when it was last asked. */
  boolean unsure(String user) {
    @Nullable Known<Person> known = people.getIfPresent(user);
    return known != null && !known.certain();
  }

  private Known<Person> ask(String user) {
    if (unable("users.info")) {
      return Known.unsaid(LATER);
    }
    Reply<UsersInfoResponse> reply =
        api.ask("users.info", methods -> methods.usersInfo(request -> request.user(user)));
    if (reply.isOk() && reply.get().getUser() != null) {
      return new Known<>(Optional.of(person(user, reply.get().getUser())), null);
    }
    return reply.refusedWith("user_not_found") || reply.refusedWith("user_not_visible")
        ? new Known<>(Optional.empty(), null)
        : Known.unsaid(reply);
  }

  private Person person(String id, User user) {
    var profile = user.getProfile();
    String name =
        Stream.of(
                profile == null ? null : profile.getDisplayName(),
                profile == null ? null : profile.getRealName(),
                user.getRealName(),
                user.getName())
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse(id);
    String home = team.get();
    boolean elsewhere =
        user.getTeamId() != null && !home.isEmpty() && !user.getTeamId().equals(home);
    return new Person(
        id,
        name.strip(),
        zone(user.getTz()),
        user.isAdmin() || user.isOwner() || user.isPrimaryOwner(),
        elsewhere || user.isRestricted() || user.isUltraRestricted() || user.isStranger(),
        user.isDeleted());
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public boolean inGroup(String group, String user) {
    return group(group).contains(user);
  }

  @Override
  public boolean tells(String group) {
    if (group.startsWith("@")) {
      var all = handles.get(ALL, any -> handles());
      var id = byHandle(group.substring(1));
      return all.certain() && (id.isEmpty() || tells(id.get()));
    }
    return groups.get(group, this::membersOf).certain();
  }

  @Override
  public Set<String> behind(String named) {
    return named.startsWith("@") || named.startsWith("S") ? group(named) : Set.of(named);
  }

  private Set<String> group(String named) {
    String id = named.startsWith("@") ? byHandle(named.substring(1)).orElse("") : named;
    return id.isEmpty() ? Set.of() : groups.get(id, this::membersOf).answer().orElse(Set.of());
  }

  /**
   * Whether there is such a user ({@code U…}) or user group ({@code S…}, {@code @…}).
   *
   * @throws SlackException where Slack does not say
   */
  public boolean knows(String named) {
    String what = "look for " + named;
    if (named.startsWith("@")) {
      String handle = named.substring(1).toLowerCase(Locale.ROOT);
      return handles.get(ALL, all -> handles()).orThrow(what).orElse(Map.of()).containsKey(handle);
    }
    return named.startsWith("S")
        ? groups.get(named, this::membersOf).orThrow(what).isPresent()
        : people.get(named, this::ask).orThrow(what).isPresent();
  }

  private Optional<String> byHandle(String handle) {
    return handles
        .get(ALL, all -> handles())
        .answer()
        .map(all -> all.get(handle.toLowerCase(Locale.ROOT)));
  }

  private Known<Map<String, String>> handles() {
    if (unable("usergroups.list")) {
      return Known.unsaid(LATER);
    }
    Reply<UsergroupsListResponse> reply =
        api.ask("usergroups.list", methods -> methods.usergroupsList(request -> request));
    if (!reply.isOk()) {
      return Known.unsaid(reply);
    }
    var byHandle = new HashMap<String, String>();
    @Nullable List<Usergroup> all = reply.get().getUsergroups();
    if (all != null) {
      for (var group : all) {
        if (group.getHandle() != null) {
          byHandle.put(group.getHandle().toLowerCase(Locale.ROOT), group.getId());
        }
      }
    }
    return new Known<>(Optional.of(Map.copyOf(byHandle)), null);
  }

  private Known<Set<String>> membersOf(String group) {
    if (unable("usergroups.users.list")) {
      return Known.unsaid(LATER);
    }
    Reply<UsergroupsUsersListResponse> reply =
        api.ask(
            "usergroups.users.list",
            methods -> methods.usergroupsUsersList(request -> request.usergroup(group)));
    if (!reply.isOk()) {
      return reply.refusedWith("no_such_subteam")
          ? new Known<>(Optional.empty(), null)
          : Known.unsaid(reply);
    }
    @Nullable List<String> users = reply.get().getUsers();
    return new Known<>(Optional.of(users == null ? Set.of() : Set.copyOf(users)), null);
  }

  /** A refusal that only an admin can mend, as where a scope is missing. */
  private static boolean lasting(Reply<?> reply) {
    return reply.outcome() == Reply.Outcome.REFUSED
        && Refusal.of(reply.error()) != Refusal.PASSING
        && Refusal.of(reply.error()) != Refusal.TOKEN;
  }

  private boolean unable(String method) {
    return api.standing().hopeless() || !api.pace().turn(method).isZero();
  }

  /** Slack told us that groups changed. */
  void groupsChanged() {
    handles.invalidateAll();
    groups.invalidateAll();
  }
}
