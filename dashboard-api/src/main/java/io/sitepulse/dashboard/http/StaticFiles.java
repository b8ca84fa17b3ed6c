package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The scripts that pages load, and this API's document. A content network may keep a script for an
 * hour and serve the old one while it fetches the new; the addresses are pasted into pages for
 * years, so they have no version.
 */
public final class StaticFiles {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String DECLARATION = "text/plain; charset=utf-8";

  /** Addresses, content types; the file is {@code web/} and the address. */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "/sitepulse.js", SCRIPT,
          "/sitepulse-poll.js", SCRIPT,
          "/sitepulse.js.map", JsonText.TYPE,
          "/sitepulse-poll.js.map", JsonText.TYPE,
          "/sitepulse.d.ts", DECLARATION,
          "/sitepulse-poll.d.ts", DECLARATION);

  private static final String OPENAPI = "/api/openapi.yaml";

  private StaticFiles() {}

  /** Adds the routes of the files that are in this program. */
  public static void mount(Router router) {
    SCRIPTS.forEach(
        (address, type) ->
            StaticFile.load("/web" + address, type)
                .ifPresent(file -> mount(router, address, file)));
    byte[] document = OpenApi.text().getBytes(StandardCharsets.UTF_8);
    mount(router, OPENAPI, StaticFile.of("application/yaml", document));
  }

  private static void mount(Router router, String address, StaticFile file) {
    Methods.read(router, address).handler(context -> answer(context, file));
    Methods.only(router, address, "GET, HEAD");
  }

  private static void answer(RoutingContext context, StaticFile file) {
    Cors.anybody(context);
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600, stale-while-revalidate=86400")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    file.answer(context);
  }
}
