package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketDoorTest {

  private static final String HELLO = "{\"type\":\"hello\",\"num_connections\":1}";

  @TempDir Path folder;

  @Test
  void aConnectionThatIsTurnedAwayBeforeItsHelloIsTriedAgain() throws Exception {
    try (var fixture = new Fixture(folder);
        var greeter =
            new Greeter(
                List.of("{\"type\":\"disconnect\",\"reason\":\"too_many_websockets\"}", HELLO));
        var socket = fixture.doors.socket()) {
      fixture.slack.says(
          "apps.connections.open", ScriptedSlack.ok("\"url\":\"" + greeter.address() + "\""));

      socket.start();

      assertThat(greeter.greetedAll.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(fixture.slack.asked("apps.connections.open")).hasSize(2);
    }
  }

  /** A WebSocket server that says one thing to each connection, in turn, and nothing more. */
  private static final class Greeter implements AutoCloseable {

    final CountDownLatch greetedAll;
    private final ServerSocket server;

    Greeter(List<String> greetings) throws IOException {
      greetedAll = new CountDownLatch(greetings.size());
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      var thread = new Thread(() -> greet(greetings), "greeter");
      thread.setDaemon(true);
      thread.start();
    }

    String address() {
      return "ws://127.0.0.1:" + server.getLocalPort() + "/link";
    }

    private void greet(List<String> greetings) {
      try {
        for (String greeting : greetings) {
          // Left open: whether it is over is the client's affair. The test's end closes it.
          greet(server.accept(), greeting);
          greetedAll.countDown();
        }
      } catch (IOException | GeneralSecurityException e) {
        // The test is over, or sees that the count does not come down.
        return;
      }
    }

    private static void greet(Socket socket, String greeting)
        throws IOException, GeneralSecurityException {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String key = "";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
          key = line.substring(18).strip();
        }
      }
      var sha = MessageDigest.getInstance("SHA-1");
      String accept =
          Base64.getEncoder()
              .encodeToString(
                  sha.digest(
                      (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                          .getBytes(StandardCharsets.US_ASCII)));
      var out = new ByteArrayOutputStream();
      out.writeBytes(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      // One short text frame, whole.
      byte[] words = greeting.getBytes(StandardCharsets.UTF_8);
      out.write(0x81);
      out.write(words.length);
      out.writeBytes(words);
      socket.getOutputStream().write(out.toByteArray());
      socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
