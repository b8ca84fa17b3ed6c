package io.sitepulse.runtime.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.config.SettingsException;
import io.sitepulse.runtime.health.Readiness;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The common frame of the {@code main} methods of all services. */
public final class ServiceMain {
  private static final int INVALID_SETTINGS = 2;

  private ServiceMain() {}

  /** The start of a service from its settings. */
  @FunctionalInterface
  public interface Service {
    /**
     * Reads and checks its settings, then starts.
     *
     * @throws SettingsException if a setting is invalid
     */
    void start(Settings settings) throws Exception;
  }

  /**
   * Starts a service. Prints invalid settings and exits with code 2.
   *
   * @param arguments at most one, the path of a {@code .properties} file
   */
  public static void run(String[] arguments, Service service) throws Exception {
    Path file = arguments.length == 0 ? null : Path.of(arguments[0]);
    try {
      service.start(Settings.load(file, System.getenv()));
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(INVALID_SETTINGS);
    }
  }

  /**
   * Makes a router with request metrics, health and metrics routes, and problem documents.
   *
   * @param routes adds the routes of the service
   */
  public static Router router(
      Vertx vertx, PrometheusMeterRegistry registry, Readiness readiness, Consumer<Router> routes) {
    var router = Router.router(vertx);
    router.route().handler(new RouteMetrics(registry));
    new OpsRoutes(vertx, readiness, registry).mount(router);
    routes.accept(router);
    ProblemHandler.install(router);
    return router;
  }
}
