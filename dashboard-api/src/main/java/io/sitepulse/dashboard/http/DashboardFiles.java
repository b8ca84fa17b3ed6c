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
 * The manager's dashboard: one page, which is the answer to every address below {@code /dashboard}
 * (its scripts show the view of the address), and the files beside it, whose names change with
 * their content. The build lists them in {@code files.txt}.
 */
public final class DashboardFiles {
  private static final String FOLDER = "/web/dashboard/";
  private static final String ADDRESS = "/dashboard/";
  private static final String ASSETS = ADDRESS + "assets/";

  /**
   * Nothing but our own files, no script or style within a page, nowhere in a frame. {@code data:}
   * is for what charts draw of themselves; {@code frame-src} shows a poll as pages embed it.
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
      throw new IllegalStateException("the dashboard was built without its page");
    }
    this.page = index;
  }

  /** Adds its routes, if this program was built with it. */
  public static void mount(Router router) {
    names().map(DashboardFiles::new).ifPresent(files -> files.mountFiles(router));
  }

  private void mountFiles(Router router) {
    Methods.read(router, ASSETS + "*").handler(this::asset);
    Methods.read(router, ADDRESS + "*").handler(this::page);
    Methods.only(router, ADDRESS + "*", "GET, HEAD");
  }

  /** A name goes with one content for ever. */
  private void asset(RoutingContext context) {
    StaticFile file = assets.get(pathOf(context));
    if (file == null) {
      context.fail(404);
      return;
    }
    protect(context, "public, max-age=31536000, immutable");
    file.answer(context);
  }

  private void page(RoutingContext context) {
    protect(context, "no-cache");
    context.response().putHeader("Content-Security-Policy", POLICY);
    context.response().putHeader("X-Frame-Options", "DENY");
    context.response().putHeader("Cross-Origin-Opener-Policy", "same-origin");
    page.answer(context);
  }

  private static void protect(RoutingContext context, String cache) {
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
