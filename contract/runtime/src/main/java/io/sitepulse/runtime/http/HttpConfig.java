package io.sitepulse.runtime.http;

import io.sitepulse.runtime.config.Settings;
import java.util.List;

/**
 * The HTTP port of a process.
 *
 * @param host address to bind, by default loopback
 * @param port TCP port, or 0 for any free port
 * @param trustedProxies networks whose {@code X-Forwarded-…} headers are trusted
 */
public record HttpConfig(String host, int port, List<String> trustedProxies) {
  public static final String DEFAULT_HOST = "127.0.0.1";

  public HttpConfig {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Reads {@code sitepulse.<section>.host}, {@code .port} and {@code .trusted-proxies}. */
  public static HttpConfig from(Settings settings, String section, int defaultPort) {
    String prefix = "sitepulse." + section + ".";
    return new HttpConfig(
        settings.text(prefix + "host", DEFAULT_HOST),
        settings.integer(prefix + "port", defaultPort, 0, 65_535),
        settings.list(prefix + "trusted-proxies", ClientAddress.LOOPBACK));
  }
}
