package io.sitepulse.dashboard.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves the managers' dashboard, a single-page application. All paths below {@code /dashboard}
 * answer with its page. Its assets have names that change with their content. The build lists the
 * files in {@code files.txt}.
 */
public final class DashboardFiles {
  private static final String FOLDER = "/web/dashboard/";
  private static final String ADDRESS = "/dashboard/";
  private static final String ASSETS = ADDRESS + "assets/";

  /**
   * Content security policy: own files only, no inline scripts or styles, no framing. {@code data:}
   * is for images that charts export. {@code frame-src} is for the preview of an embedded poll.
   */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final StaticFile page;
  private final Map<String, StaticFile> assets = new TreeMap<>();

  private DashboardFiles(List<String> names) {
    for (String name : names) {
      load(name).ifPresent(file -> assets.put(ADDRESS + name, file));
    }
    StaticFile index = assets.remove(ADDRESS + "index.html");
    if (index == null) {
      throw new IllegalStateException("the dashboard has no index.html");
    }
    this.page = index;
  }

  /** Adds the routes, if this program was built with the dashboard. */
  public static void mount(Router router) {
    names().map(DashboardFiles::new).ifPresent(files -> files.mountFiles(router));
  }

  private void mountFiles(Router router) {
    Methods.read(router, "/").handler(DashboardFiles::redirect);
    Methods.read(router, ASSETS + "*").handler(this::asset);
    Methods.read(router, ADDRESS + "*").handler(this::page);
    Methods.only(router, ADDRESS + "*", "GET, HEAD");
  }

  /** Leads from the address of the server, which is what people type, to the dashboard. */
  private static void redirect(RoutingContext context) {
    context
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, ADDRESS)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end();
  }

  /** Answers with an asset. Browsers may cache it for ever, because its content never changes. */
  private void asset(RoutingContext context) {
    StaticFile file = assets.get(pathOf(context));
    if (file == null) {
      context.fail(404);
      return;
    }
    secure(context, "public, max-age=31536000, immutable");
    file.answer(context);
  }

  private void page(RoutingContext context) {
    secure(context, "no-cache");
    context.response().putHeader("Content-Security-Policy", POLICY);
    context.response().putHeader("X-Frame-Options", "DENY");
    context.response().putHeader("Cross-Origin-Opener-Policy", "same-origin");
    page.answer(context);
  }

  private static void secure(RoutingContext context, String cache) {
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, cache)
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Referrer-Policy", "same-origin");
  }

  private static String pathOf(RoutingContext context) {
    String path = context.normalizedPath();
    return path == null ? "" : path;
  }

  private static Optional<StaticFile> load(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return type == null ? Optional.empty() : StaticFile.load(FOLDER + name, type);
  }

  private static Optional<List<String>> names() {
    try (@Nullable InputStream in =
        DashboardFiles.class.getResourceAsStream(FOLDER + "files.txt")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
