package org.learningadvocate.sandbox;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The side of a WebSocket that Jetty calls; public because Jetty calls public classes only. */
public final class SocketEndpoint extends Session.Listener.AbstractAutoDemanding {

  /** What happens on a connection. */
  interface Frames {
    void opened(Session session);

    default void received(String text) {}

    /** May be told more than once. */
    void closed();
  }

  private final Frames frames;

  SocketEndpoint(Frames frames) {
    this.frames = frames;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    super.onWebSocketOpen(session);
    frames.opened(session);
  }

  @Override
  public void onWebSocketText(String text) {
    frames.received(text);
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    frames.closed();
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    frames.closed();
  }
}
