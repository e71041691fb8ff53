package org.learningadvocate.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets callers that come while a commit is under way share the next one: a disk makes hundreds of
 * commits durable in a second, and a burst brings more. Who comes alone commits at once. Safe for
 * many threads.
 */
final class SharedCommit {

  /** So that nobody waits long for what came before him in the same commit. */
  private static final int MOST = 64;

  private static final Logger log = LoggerFactory.getLogger(SharedCommit.class);

  private final Db db;
  private final List<Piece<?>> waiting = new ArrayList<>();
  private final int most;
  private int underWay;

  SharedCommit(Db db, int most) {
    this.db = db;
    this.most = most;
  }

  /** What became of a piece of work. */
  private enum Fate {
    WAITING,
    UNDER_WAY,
    DURABLE,
    /** What it shared a transaction with failed, or it did itself: it goes by itself. */
    ALONE
  }

  /** One caller's work. */
  private static final class Piece<T> {

    private final String order;
    private final Function<Tx, T> work;
    private Fate fate = Fate.WAITING;
    private @Nullable T result;

    Piece(String order, Function<Tx, T> work) {
      this.order = order;
      this.work = work;
    }

    void run(Tx tx) {
      result = work.apply(tx);
    }

    @SuppressWarnings("NullAway") // Whatever the work gave, null included where T allows it.
    T result() {
      return result;
    }
  }

  <T> T write(String order, Function<Tx, T> work) {
    var piece = new Piece<>(order, work);
    for (var turn = join(piece); !turn.isEmpty(); turn = turn(piece)) {
      commit(turn);
    }
    return piece.fate == Fate.DURABLE ? piece.result() : db.write(work);
  }

  private synchronized List<Piece<?>> join(Piece<?> piece) {
    waiting.add(piece);
    return turn(piece);
  }

  /** Waits until the piece is settled, or it is this thread's turn to commit what waits. */
  private synchronized List<Piece<?>> turn(Piece<?> piece) {
    boolean interrupted = false;
    while (piece.fate == Fate.UNDER_WAY || (piece.fate == Fate.WAITING && underWay == most)) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Another thread may have it under way: only its end says whether it is kept.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (piece.fate != Fate.WAITING) {
      return List.of();
    }
    underWay++;
    var first = waiting.subList(0, Math.min(MOST, waiting.size()));
    var turn = new ArrayList<>(first);
    first.clear();
    turn.forEach(taken -> taken.fate = Fate.UNDER_WAY);
    return turn;
  }

  private void commit(List<Piece<?>> turn) {
    var fate = Fate.ALONE;
    try {
      turn.sort(Comparator.comparing(piece -> piece.order));
      db.change(tx -> turn.forEach(piece -> piece.run(tx)));
      fate = Fate.DURABLE;
    } catch (RuntimeException | Error e) {
      if (turn.size() == 1) {
        throw e;
      }
      // Whose fault it was shows when each tries by itself.
      log.debug("{} pieces of work go one by one", turn.size(), e);
    } finally {
      settle(turn, fate);
    }
  }

  private synchronized void settle(List<Piece<?>> turn, Fate fate) {
    turn.forEach(piece -> piece.fate = fate);
    underWay--;
    notifyAll();
  }
}
