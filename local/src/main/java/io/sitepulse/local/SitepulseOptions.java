package io.sitepulse.local;

import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Options of an instance that runs all of sitepulse on this machine.
 *
 * @param data folder in which everything is kept
 * @param host address to listen on
 * @param port port to listen on, 0 for any free port
 * @param settings a {@code .properties} file for the modules, or null
 * @param environment settings for the modules, which override the file
 * @param counting true to run the counting here. With false another process must run it. The sink
 *     runs here in both cases
 * @param clock clock of all modules
 * @param more adds the caller's own routes to the same port
 */
public record SitepulseOptions(
    Path data,
    String host,
    int port,
    @Nullable Path settings,
    Map<String, String> environment,
    boolean counting,
    Clock clock,
    Consumer<Router> more) {
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  public SitepulseOptions {
    data = data.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** Options with any free loopback port, default settings and counting in this process. */
  public static SitepulseOptions in(Path data) {
    return new SitepulseOptions(
        data, DEFAULT_HOST, 0, null, Map.of(), true, Clock.systemUTC(), router -> {});
  }

  public SitepulseOptions at(String host, int port) {
    return new SitepulseOptions(data, host, port, settings, environment, counting, clock, more);
  }

  public SitepulseOptions withSettings(@Nullable Path file, Map<String, String> environment) {
    return new SitepulseOptions(data, host, port, file, environment, counting, clock, more);
  }

  /** Returns a copy with one more setting, named as in the environment. */
  public SitepulseOptions with(String name, String value) {
    var all = new HashMap<>(environment);
    all.put(name, value);
    return withSettings(settings, all);
  }

  public SitepulseOptions withoutCounting() {
    return new SitepulseOptions(data, host, port, settings, environment, false, clock, more);
  }

  public SitepulseOptions withClock(Clock other) {
    return new SitepulseOptions(data, host, port, settings, environment, counting, other, more);
  }

  public SitepulseOptions withRoutes(Consumer<Router> routes) {
    return new SitepulseOptions(data, host, port, settings, environment, counting, clock, routes);
  }
}
