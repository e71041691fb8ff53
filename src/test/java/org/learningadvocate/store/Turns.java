package org.learningadvocate.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Players on one database, of whom one moves at a time: a test says who, from one transaction to
 * the next. A player is a process as the others see it: it may stand still for long, or end.
 */
public final class Turns {

  private final Db db;

  public Turns(Db db) {
    this.db = db;
  }

  /** What a killed player's next transaction ends in. */
  public static final class KilledError extends Error {
    private static final long serialVersionUID = 1L;

    KilledError() {
      super("killed", null, false, false);
    }
  }

  /** Starts a player, who stands before its first move and before each change of the database. */
  public Player start(BiConsumer<Player, Db> play) {
    var player = new Player();
    Db own =
        db.by(
            source ->
                proxy(
                    DataSource.class,
                    (self, method, arguments) ->
                        method.getName().equals("getConnection")
                            ? player.connection(source)
                            : call(source, method, arguments)));
    var thread = new Thread(() -> player.play(play, own), "player");
    thread.setDaemon(true);
    thread.start();
    player.awaitMoved();
    return player;
  }

  /** Somebody on the database. */
  public static final class Player {

    private enum State {
      MOVES,
      STANDS,
      ENDED
    }

    private State state = State.MOVES;
    private boolean killed;
    private @Nullable Throwable failure;

    private void play(BiConsumer<Player, Db> play, Db own) {
      try {
        stand();
        play.accept(this, own);
      } catch (KilledError e) {
        // As asked.
        failure = null;
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        become(State.ENDED);
      }
    }

    /** Called by the player: the test decides when it goes on, if it does. */
    public synchronized void stand() {
      become(State.STANDS);
      while (state == State.STANDS && !killed) {
        await();
      }
      if (killed) {
        throw new KilledError();
      }
    }

    /**
     * Lets it go on until it stands again or has nothing more to do.
     *
     * @return false where it had ended before
     */
    public synchronized boolean move() {
      if (state == State.ENDED) {
        return false;
      }
      become(State.MOVES);
      awaitMoved();
      return true;
    }

    /** It changes nothing any more. */
    public synchronized void kill() {
      killed = true;
      notifyAll();
      while (state != State.ENDED) {
        await();
      }
    }

    public synchronized boolean ended() {
      return state == State.ENDED;
    }

    private synchronized void awaitMoved() {
      while (state == State.MOVES) {
        await();
      }
      if (failure != null) {
        throw new AssertionError("A player failed", failure);
      }
    }

    private synchronized void become(State next) {
      state = next;
      notifyAll();
    }

    private void await() {
      try {
        wait(10_000);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Taken from its pool only when the player has stood: a pool may have one for all. */
    private Connection connection(DataSource source) {
      var real = new AtomicReference<@Nullable Connection>();
      return proxy(
          Connection.class,
          (self, method, arguments) -> {
            if (method.getName().equals("setAutoCommit") && arguments[0].equals(false)) {
              stand();
            }
            var connection = real.get();
            if (connection == null) {
              if (method.getName().equals("close")) {
                return null;
              }
              connection = source.getConnection();
              real.set(connection);
            }
            return call(connection, method, arguments);
          });
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Turns.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
