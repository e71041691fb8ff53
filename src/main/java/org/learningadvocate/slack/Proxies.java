package org.learningadvocate.slack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Which way out to the internet, as the environment names it. Loopback is never asked for through a
 * proxy: a local stand-in for Slack would not be found there.
 */
public final class Proxies extends ProxySelector {

  /** Straight to every host. */
  public static final Proxies NONE = new Proxies(null, null, List.of());

  private final @Nullable URI https;
  private final @Nullable URI http;
  private final List<String> direct;

  private Proxies(@Nullable URI https, @Nullable URI http, List<String> direct) {
    this.https = https;
    this.http = http;
    this.direct = direct;
  }

  /** Reads {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in either case. */
  public static Proxies of(Map<String, String> environment) {
    var https = proxy(environment, "https_proxy");
    var http = proxy(environment, "http_proxy");
    var direct =
        Arrays.stream(either(environment, "no_proxy").split("[,\\s]+"))
            .map(host -> host.toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .toList();
    return new Proxies(https == null ? http : https, http, direct);
  }

  private static String either(Map<String, String> environment, String name) {
    String upper = environment.getOrDefault(name.toUpperCase(Locale.ROOT), "");
    return (upper.isBlank() ? environment.getOrDefault(name, "") : upper).strip();
  }

  private static @Nullable URI proxy(Map<String, String> environment, String name) {
    String value = either(environment, name);
    if (value.isEmpty()) {
      return null;
    }
    try {
      var uri = URI.create(value.contains("://") ? value : "http://" + value);
      return uri.getHost() == null ? null : uri;
    } catch (IllegalArgumentException e) {
      return null; // As other programs do: a proxy that cannot be read is none.
    }
  }

  @Override
  public List<Proxy> select(URI target) {
    var proxy = "http".equals(target.getScheme()) || "ws".equals(target.getScheme()) ? http : https;
    String host = target.getHost();
    if (proxy == null || host == null || isDirect(host.toLowerCase(Locale.ROOT))) {
      return List.of(Proxy.NO_PROXY);
    }
    int port =
        proxy.getPort() >= 0 ? proxy.getPort() : "https".equals(proxy.getScheme()) ? 443 : 80;
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
  }

  @Override
  public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
    // The call itself fails and is tried again by whoever made it.
  }

  /** Answers a proxy that asks for the name and password that stand in its address. */
  Authenticator authenticator() {
    var named = https != null && https.getUserInfo() != null ? https : http;
    if (named == null || named.getUserInfo() == null) {
      return Authenticator.NONE;
    }
    String[] parts = named.getUserInfo().split(":", 2);
    String credential = Credentials.basic(parts[0], parts.length > 1 ? parts[1] : "");
    return (route, response) ->
        response.request().header("Proxy-Authorization") != null
            ? null
            : response.request().newBuilder().header("Proxy-Authorization", credential).build();
  }

  private boolean isDirect(String host) {
    return isLoopback(host)
        || direct.stream()
            .map(name -> name.startsWith("*.") ? name.substring(1) : name)
            .anyMatch(
                name ->
                    name.equals("*")
                        || host.equals(name)
                        || host.endsWith(name.startsWith(".") ? name : "." + name));
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
