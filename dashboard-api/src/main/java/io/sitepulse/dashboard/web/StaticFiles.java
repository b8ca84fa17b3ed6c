package io.sitepulse.dashboard.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The scripts that pages load, and this API's document: read from the program once, compressed
 * once, kept in memory. A content network may keep a script for an hour and serve the old one while
 * it fetches the new; the addresses are pasted into pages for years, so they have no version.
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
  private static final String OPENAPI_FILE = "/io/sitepulse/dashboard/openapi.yaml";

  private StaticFiles() {}

  private record File(String type, Buffer plain, Buffer gzip, String plainTag, String gzipTag) {
    static File of(String type, byte[] bytes) {
      Buffer plain = Buffer.buffer(bytes);
      Buffer gzip = Buffer.buffer(compress(bytes));
      return new File(type, plain, gzip, Cacheable.tagOf(plain), Cacheable.tagOf(gzip));
    }
  }

  /** Adds the routes of the files that are in this program. */
  public static void mount(Router router) {
    SCRIPTS.forEach((address, type) -> mount(router, address, "/web" + address, type));
    mount(router, OPENAPI, OPENAPI_FILE, "application/yaml");
  }

  private static void mount(Router router, String address, String name, String type) {
    load(name, type)
        .ifPresent(
            file -> {
              Methods.read(router, address).handler(context -> answer(context, file));
              Methods.only(router, address, "GET, HEAD");
            });
  }

  private static void answer(RoutingContext context, File file) {
    Cors.anybody(context);
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean gzip = accepted != null && accepted.contains("gzip");
    var response = context.response();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, file.type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600, stale-while-revalidate=86400")
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    Cacheable.answer(context, gzip ? file.gzip : file.plain, gzip ? file.gzipTag : file.plainTag);
  }

  private static Optional<File> load(String name, String type) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(File.of(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compress(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
