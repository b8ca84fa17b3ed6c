package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Serves the widget scripts and the OpenAPI document. Their paths have no version, because they are
 * part of embedded pages for years. A CDN may cache a file for an hour, and serve the old one while
 * it fetches the new one.
 */
public final class StaticFiles {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String DECLARATION = "text/plain; charset=utf-8";

  /** Content types by path. The resource of a path is below {@code /web}. */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "/sitepulse.js", SCRIPT,
          "/sitepulse-poll.js", SCRIPT,
          "/sitepulse-share.js", SCRIPT,
          "/sitepulse-frame.js", SCRIPT,
          "/sitepulse.js.map", JsonText.TYPE,
          "/sitepulse-poll.js.map", JsonText.TYPE,
          "/sitepulse.d.ts", DECLARATION,
          "/sitepulse-poll.d.ts", DECLARATION);

  private static final String OPENAPI = "/api/openapi.yaml";

  private StaticFiles() {}

  /** Adds routes for the files that this program was built with. */
  public static void mount(Router router) {
    SCRIPTS.forEach(
        (path, type) ->
            StaticFile.load("/web" + path, type).ifPresent(file -> mount(router, path, file)));
    byte[] document = OpenApi.text().getBytes(StandardCharsets.UTF_8);
    mount(router, OPENAPI, StaticFile.of("application/yaml", document));
  }

  private static void mount(Router router, String path, StaticFile file) {
    Methods.read(router, path).handler(context -> answer(context, file));
    Methods.only(router, path, "GET, HEAD");
  }

  private static void answer(RoutingContext context, StaticFile file) {
    Cors.anyOrigin(context);
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600, stale-while-revalidate=86400")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    file.answer(context);
  }
}
