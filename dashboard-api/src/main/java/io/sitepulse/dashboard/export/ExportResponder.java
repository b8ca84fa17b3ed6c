package io.sitepulse.dashboard.export;

import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.RequestContext;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Answers a request as JSON, or as a file with {@code format=csv} or {@code format=xlsx}, whose
 * texts are in {@code language}. Files are written in a blocking pool.
 */
public final class ExportResponder {
  private static final Set<FileFormat> TABLES = EnumSet.of(FileFormat.CSV, FileFormat.XLSX);

  private final BlockingPool pool;

  /** Turns an answer into the tables of a file. */
  public interface Exporter<T> extends BiFunction<T, Language, Export> {}

  public ExportResponder(BlockingPool pool) {
    this.pool = pool;
  }

  /** Answers with a future answer, or with its failure. */
  public <T> void of(RequestContext requestContext, Future<T> answer, Exporter<T> exporter) {
    var format = format(requestContext);
    if (format.isEmpty()) {
      requestContext.json(answer);
    } else {
      answer
          .compose(known -> send(requestContext, known, exporter, format.get()))
          .onFailure(requestContext.context()::fail);
    }
  }

  /**
   * Answers with an answer that is known already.
   *
   * @param json sends the answer if no file is requested
   */
  public <T> void of(RequestContext requestContext, T answer, Exporter<T> exporter, Runnable json) {
    var format = format(requestContext);
    if (format.isEmpty()) {
      json.run();
    } else {
      send(requestContext, answer, exporter, format.get())
          .onFailure(requestContext.context()::fail);
    }
  }

  /** Answers with a file of tables. */
  public Future<Void> file(RequestContext requestContext, Export export, FileFormat format) {
    return pool.run(() -> bytes(export, format))
        .compose(body -> send(requestContext, format, export.title(), body, false));
  }

  /**
   * Answers with the bytes of a file.
   *
   * @param shown true if a browser should show the file instead of downloading it
   */
  public static Future<Void> send(
      RequestContext requestContext, FileFormat format, String title, Buffer body, boolean shown) {
    return requestContext
        .context()
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .putHeader("Content-Disposition", format.disposition(title, shown))
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(body);
  }

  /** The requested file format. Empty for JSON. */
  public static Optional<FileFormat> format(RequestContext requestContext) {
    return requestContext.query("format", "json", text -> FileFormat.parse(text, TABLES));
  }

  private <T> Future<Void> send(
      RequestContext requestContext, T answer, Exporter<T> exporter, FileFormat format) {
    return pool.run(() -> exporter.apply(answer, requestContext.language()))
        .compose(export -> file(requestContext, export, format));
  }

  private static Buffer bytes(Export export, FileFormat format) throws IOException {
    var out = new ByteArrayOutputStream();
    if (format == FileFormat.XLSX) {
      XlsxFile.write(export, out);
    } else {
      CsvFile.write(export.sheets().get(0), export.language(), out);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
