import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The image's health check: exit code 0 while the bot says that it lives. */
class Healthy {
  public static void main(String[] arguments) throws IOException {
    var port = System.getenv().getOrDefault("ADVOCATE_PORT", "3000");
    var url = URI.create("http://127.0.0.1:" + port + "/health/live").toURL();
    var connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(2000);
    connection.setReadTimeout(2000);
    System.exit(connection.getResponseCode() == 200 ? 0 : 1);
  }
}
