package org.learningadvocate.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A process's way to its database that ends at one commit, for good: what the process does
 * afterwards leaves no trace, as if it had been killed there. Thread-safe.
 */
public final class Outage {

  /** Whether the commit at which it ends is durable. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /** What the clock commits by itself comes at no fixed place in a conversation. */
  private static final Pattern COUNTED = Pattern.compile("(worker|courier|door|answers).*");

  private int left = Integer.MAX_VALUE;
  private Moment moment = Moment.AFTER;
  private int commits;
  private volatile boolean struck;

  /** It ends before or after the so-manyeth commit from now on, counted from one. */
  public synchronized void in(int more, Moment when) {
    left = more;
    moment = when;
  }

  /** It does not end, and counts from zero. */
  public synchronized void never() {
    left = Integer.MAX_VALUE;
    commits = 0;
  }

  public Db on(Db db) {
    return db.by(
        source ->
            (DataSource)
                proxy(
                    DataSource.class,
                    (self, method, arguments) -> {
                      if (!method.getName().equals("getConnection")) {
                        return call(source, method, arguments);
                      }
                      refuseWhenStruck();
                      return connection((Connection) call(source, method, arguments));
                    }));
  }

  /** Whether it has ended. */
  public boolean struck() {
    return struck;
  }

  public synchronized int commits() {
    return commits;
  }

  private Connection connection(Connection real) {
    return (Connection)
        proxy(
            Connection.class,
            (self, method, arguments) -> {
              switch (method.getName()) {
                case "commit" -> {
                  commit(real);
                  return null;
                }
                case "prepareStatement" -> refuseWhenStruck();
                default -> {}
              }
              return call(real, method, arguments);
            });
  }

  private void commit(Connection real) throws SQLException {
    refuseWhenStruck();
    boolean ends = COUNTED.matcher(Thread.currentThread().getName()).matches() && isLast();
    if (ends && moment == Moment.BEFORE) {
      struck = true;
      refuseWhenStruck();
    }
    real.commit();
    if (ends) {
      struck = true;
      refuseWhenStruck();
    }
  }

  private synchronized boolean isLast() {
    commits++;
    left--;
    return left == 0;
  }

  private void refuseWhenStruck() throws SQLException {
    if (struck) {
      throw new SQLException("This process was killed");
    }
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(Outage.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
