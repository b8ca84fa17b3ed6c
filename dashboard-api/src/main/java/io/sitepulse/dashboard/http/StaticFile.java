package io.sitepulse.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A static file in memory, plain and compressed.
 *
 * @param type content type
 * @param plain uncompressed content
 * @param gzip compressed content
 * @param plainTag entity tag of {@code plain}
 * @param gzipTag entity tag of {@code gzip}
 */
record StaticFile(String type, Buffer plain, Buffer gzip, String plainTag, String gzipTag) {
  /** Loads a resource. Empty if there is no such resource. */
  static Optional<StaticFile> load(String name, String type) {
    try (InputStream in = StaticFile.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(of(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Answers with the file, compressed if the client accepts it. The caller sets {@code
   * Cache-Control} before.
   */
  void answer(RoutingContext context) {
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean compressed = accepted != null && accepted.contains("gzip");
    var response = context.response();
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader("X-Content-Type-Options", "nosniff");
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    ConditionalResponse.answer(context, compressed ? gzip : plain, compressed ? gzipTag : plainTag);
  }

  /** Creates a file from its content. */
  static StaticFile of(String type, byte[] bytes) {
    Buffer plain = Buffer.buffer(bytes);
    Buffer gzip = Buffer.buffer(compress(bytes));
    return new StaticFile(
        type, plain, gzip, ConditionalResponse.tagOf(plain), ConditionalResponse.tagOf(gzip));
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
