package org.learningadvocate.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The workspace as people see it: who says what, and what stands where. People and channels are
 * named ({@code "ana"}, {@code "#learning"}) or given by id. Thread-safe. What Slack would not let a
 * person do is an {@link IllegalStateException} with Slack's code.
 */
public final class Workspace {
  final World world;
  final Messages messages;
  final Interactions interactions;
  final People people;
  private final Views views;
  private final Deliveries deliveries;

  Workspace(
      World world,
      Messages messages,
      Interactions interactions,
      People people,
      Views views,
      Deliveries deliveries) {
    this.world = world;
    this.messages = messages;
    this.interactions = interactions;
    this.people = people;
    this.views = views;
    this.deliveries = deliveries;
  }

  // Speaking

  /** Says this in the channel; {@code @name} mentions. */
  public Post says(String who, String channel, String words) {
    return say(who, world.room(channel), words, null, false, List.of());
  }

  /** Shares files with some words, which may be empty. */
  public Post shares(String who, String channel, String words, List<String> fileIds) {
    return say(who, world.room(channel), words, null, false, fileIds);
  }

  Post say(
      String who,
      Room room,
      String words,
      @Nullable String thread,
      boolean alsoToChannel,
      List<String> fileIds) {
    try {
      ObjectNode message =
          people.say(
              world.member(who),
              room,
              words,
              thread,
              alsoToChannel,
              people.files(fileIds),
              null);
      return new Post(this, room, Json.text(message, "ts"));
    } catch (SlackError e) {
      throw new IllegalStateException(who + " cannot post: " + e.code(), e);
    }
  }

  /** Keeps a file of this person, to be shared; its id. */
  public String uploads(String who, String fileName, byte[] bytes) {
    return people.upload(world.member(who), fileName, bytes, "").id;
  }

  /** Says something to somebody alone, such as to the bot by its name. */
  public Post saysTo(String who, String other, String words) {
    Room room = people.openDirect(world.member(who), world.member(other));
    return say(who, room, words, null, false, List.of());
  }

  /** Seeds the past: what was said at this instant, before the app listened; no event tells of it. */
  public Past past(Instant at) {
    return new Past(at);
  }

  /** A moment before the story begins. */
  public final class Past {
    private final long micros;

    private Past(Instant at) {
      this.micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }

    public Post says(String who, String channel, String words) {
      return seeded(who, world.room(channel), words, null);
    }

    /** An answer in the thread of this message. */
    public Post replies(String who, Post to, String words) {
      return seeded(who, world.room(to.channelId()), words, to.ts());
    }

    private Post seeded(String who, Room room, String words, @Nullable String thread) {
      ObjectNode message =
          people.say(world.member(who), room, words, thread, false, List.of(), micros);
      return new Post(Workspace.this, room, Json.text(message, "ts"));
    }
  }

  // Acting

  /** Runs a slash command as typed, such as {@code /advocate help}; waits for its answer. */
  public Acted runs(String who, String channel, String typed) {
    return Acted.of(
        people.command(world.member(who), world.room(channel), typed, null).join());
  }

  /** Uses a global shortcut. */
  public Acted usesShortcut(String who, String callbackId) {
    return Acted.of(people.shortcut(world.member(who), callbackId, null, "").join());
  }

  /** Opens the app's home tab. */
  public void opensHome(String who) {
    interactions.openHome(world.member(who), "home");
  }

  /** The status, zone or account of a member changes; the id and name decide who. */
  public void changes(Member member) {
    messages.userChanged(member);
  }

  /** Who is in a user group changes. */
  public void changesGroup(String handle, Set<String> added, Set<String> removed) {
    World.Group group =
        world.groups.values().stream()
            .filter(g -> g.handle.equals(handle) || g.id.equals(handle))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No user group " + handle));
    messages.groupChanged(group, ids(added), ids(removed));
  }

  private Set<String> ids(Set<String> names) {
    Set<String> ids = new java.util.LinkedHashSet<>();
    names.forEach(name -> ids.add(world.member(name).id()));
    return ids;
  }

  // Looking

  public ChannelView channel(String nameOrId) {
    return new ChannelView(this, world.room(nameOrId));
  }

  /** The direct conversation of these two, opened where it is not. */
  public ChannelView direct(String who, String other) {
    return new ChannelView(
        this, people.openDirect(world.member(who), world.member(other)));
  }

  /** The message with this ts. */
  public Post post(String channel, String ts) {
    return new Post(this, world.room(channel), ts);
  }

  /** The modals open before this person, bottom first. */
  public List<Form> forms(String who) {
    Member member = world.member(who);
    return views.stack(member.id()).stream().map(s -> new Form(this, member, s)).toList();
  }

  /** The modal on top; an {@link IllegalStateException} where none is open. */
  public Form form(String who) {
    List<Form> forms = forms(who);
    if (forms.isEmpty()) {
      throw new IllegalStateException("No form is open before " + who);
    }
    return forms.get(forms.size() - 1);
  }

  /** The home that the app published for this person, or null. */
  public @Nullable Form home(String who) {
    Member member = world.member(who);
    Views.Shown home = views.home(member.id());
    return home == null ? null : new Form(this, member, home);
  }

  /** The bytes of an uploaded file, or null where there are none. */
  public byte @Nullable [] file(String id) {
    synchronized (world) {
      StoredFile file = world.files.get(id);
      byte[] bytes = file == null ? null : file.bytes;
      return bytes == null ? null : bytes.clone();
    }
  }

  /** The id of a member, by name. */
  public String idOf(String who) {
    return world.member(who).id();
  }

  // Waiting

  /** Waits until this holds, looking after each change; false where the time ran out. */
  public boolean await(BooleanSupplier condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (world) {
      while (!condition.getAsBoolean()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        try {
          // Some conditions look at what changes outside the workspace, so look now and then too.
          world.wait(Math.min(left, 50));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  /** Waits until every event was delivered once and every interaction was answered. */
  public boolean awaitQuiet(Duration atMost) {
    return await(deliveries::quiet, atMost);
  }
}
