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
 * Answers a request for figures as it asks: as JSON, or as a file with {@code format=csv} or {@code
 * format=xlsx}, in the words of {@code language}. Files are written where blocking is allowed.
 */
public final class ExportResponder {
  private static final Set<FileFormat> TABLES = EnumSet.of(FileFormat.CSV, FileFormat.XLSX);

  private final BlockingPool pool;

  /** Shows figures as tables, in a language. */
  public interface Tables<T> extends BiFunction<T, Language, Export> {}

  public ExportResponder(BlockingPool pool) {
    this.pool = pool;
  }

  /** Answers with figures, or with why there are none. */
  public <T> void of(RequestContext requestContext, Future<T> figures, Tables<T> tables) {
    var format = format(requestContext);
    if (format.isEmpty()) {
      requestContext.json(figures);
    } else {
      figures
          .compose(known -> send(requestContext, known, tables, format.get()))
          .onFailure(requestContext.context()::fail);
    }
  }

  /**
   * Answers with figures that are at hand.
   *
   * @param json how they are answered if no file is wanted
   */
  public <T> void of(RequestContext requestContext, T figures, Tables<T> tables, Runnable json) {
    var format = format(requestContext);
    if (format.isEmpty()) {
      json.run();
    } else {
      send(requestContext, figures, tables, format.get()).onFailure(requestContext.context()::fail);
    }
  }

  /** Answers with tables as a file. */
  public Future<Void> file(RequestContext requestContext, Export export, FileFormat format) {
    return pool.run(() -> bytes(export, format))
        .compose(body -> send(requestContext, format, export.title(), body, false));
  }

  /**
   * Answers with a file.
   *
   * @param shown whether a browser shows it rather than keeping it
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

  /** The kind of file a request wants; empty: JSON. */
  public static Optional<FileFormat> format(RequestContext requestContext) {
    return requestContext.query("format", "json", text -> FileFormat.parse(text, TABLES));
  }

  private <T> Future<Void> send(
      RequestContext requestContext, T figures, Tables<T> tables, FileFormat format) {
    return pool.run(() -> tables.apply(figures, requestContext.language()))
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
