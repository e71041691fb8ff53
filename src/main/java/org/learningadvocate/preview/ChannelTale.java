package org.learningadvocate.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What the bot would have done in one channel. */
final class ChannelTale {

  private static final int DOUBTS = 200;
  private static final int NEAR_MISSES = 20;

  /** Why the bot says nothing to a message. */
  enum Silence {
    TALK("not for the learning team"),
    REPLY("replies to other threads"),
    BOT("by apps and workflows"),
    EVENT("joins, topics and the like"),
    GONE("deleted");

    private final String words;

    Silence(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final ExportChannel channel;
  private final Map<Silence, Integer> silent = new EnumMap<>(Silence.class);
  private final List<Followed> followed = new ArrayList<>();
  private final List<Unsure> doubts = new ArrayList<>();
  private final PriorityQueue<Unsure> nearest =
      new PriorityQueue<>(Comparator.comparingDouble(Unsure::likelihood));
  private int messages;
  private int requests;
  private int doubtful;
  private int replies;
  private int asked;
  private int saidAlready;

  ChannelTale(ExportChannel channel) {
    this.channel = channel;
  }

  void read() {
    messages++;
  }

  void silent(Silence why) {
    silent.merge(why, 1, Integer::sum);
  }

  void replied() {
    replies++;
  }

  /** A reply that came before its request was taken for one of another thread. */
  void heardAfterAll() {
    silent.merge(Silence.REPLY, -1, Integer::sum);
  }

  /**
   * @param questions how many questions it asked
   * @param known how many the request's own text answered, so that nobody asked them
   */
  void opened(int questions, int known) {
    requests++;
    asked += questions;
    saidAlready += known;
  }

  /** Keeps the first few hundred; all are counted. */
  void doubted(Unsure message) {
    doubtful++;
    if (doubts.size() < DOUBTS) {
      doubts.add(message);
    }
  }

  /** Keeps the nearest few. */
  void nearlyDoubted(Unsure message) {
    nearest.add(message);
    if (nearest.size() > NEAR_MISSES) {
      nearest.poll();
    }
  }

  void followed(Followed request) {
    followed.add(request);
  }

  ExportChannel channel() {
    return channel;
  }

  int messages() {
    return messages;
  }

  /** All of them, also those that are not told one by one. */
  int requests() {
    return requests;
  }

  int doubtful() {
    return doubtful;
  }

  /** Replies in the threads of requests. */
  int replies() {
    return replies;
  }

  int asked() {
    return asked;
  }

  int saidAlready() {
    return saidAlready;
  }

  int answered() {
    return followed.stream().mapToInt(request -> request.asked() - request.open()).sum();
  }

  int silent() {
    return silent.values().stream().mapToInt(Integer::intValue).sum();
  }

  Map<Silence, Integer> silences() {
    return Map.copyOf(silent);
  }

  /** Oldest first. */
  List<Followed> followed() {
    return List.copyOf(followed);
  }

  /** Oldest first. */
  List<Unsure> doubts() {
    return List.copyOf(doubts);
  }

  /** Likeliest first. */
  List<Unsure> nearMisses() {
    return nearest.stream()
        .sorted(Comparator.comparingDouble(Unsure::likelihood).reversed())
        .toList();
  }
}
