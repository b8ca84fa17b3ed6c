package io.sitepulse.dashboard.review;

import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.export.FileFormat;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.render.ReviewDocx;
import io.sitepulse.dashboard.review.render.ReviewPage;
import io.sitepulse.dashboard.review.render.ReviewPdf;
import io.sitepulse.dashboard.review.render.ReviewWorkbook;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers with a review as HTML, PDF, DOCX or XLSX. */
public final class ReviewFiles {
  private static final Set<FileFormat> FORMATS =
      EnumSet.of(FileFormat.HTML, FileFormat.PDF, FileFormat.DOCX, FileFormat.XLSX);

  /** Time limit for a document. One of hundreds of sites takes a few seconds. */
  private static final long DOCUMENT_SECONDS = 60;

  private final ExportResponder exportResponder;
  private final BlockingPool pool;

  /**
   * Creates it.
   *
   * @param pool runs the rendering of documents. Its size limits the memory they take
   */
  public ReviewFiles(ExportResponder exportResponder, BlockingPool pool) {
    this.exportResponder = exportResponder;
    this.pool = pool;
  }

  /** The requested file format. Empty for JSON. */
  public static Optional<FileFormat> format(RequestContext requestContext) {
    return requestContext.query("format", "json", text -> FileFormat.parse(text, FORMATS));
  }

  /** Answers with a review as a file, or with the failure. */
  public void respond(RequestContext requestContext, Future<Review> review, FileFormat format) {
    review
        .compose(written -> send(requestContext, written, format))
        .recover(ReviewFiles::tooLong)
        .onFailure(requestContext.context()::fail);
  }

  private Future<Void> send(RequestContext requestContext, Review review, FileFormat format) {
    return switch (format) {
      case XLSX, CSV -> exportResponder.file(requestContext, ReviewWorkbook.of(review), format);
      case PDF ->
          document(requestContext, review, format, () -> ReviewPdf.of(ReviewPage.printed(review)));
      case DOCX -> document(requestContext, review, format, () -> ReviewDocx.of(review));
      case HTML ->
          pool.run(() -> Buffer.buffer(ReviewPage.of(review).getBytes(StandardCharsets.UTF_8)))
              .compose(body -> page(requestContext, review, body));
    };
  }

  private Future<Void> document(
      RequestContext requestContext, Review review, FileFormat format, Callable<byte[]> task) {
    return pool.run(() -> Buffer.buffer(task.call()))
        .timeout(DOCUMENT_SECONDS, TimeUnit.SECONDS)
        .compose(
            body ->
                ExportResponder.send(
                    requestContext, format, ReviewWorkbook.title(review), body, false));
  }

  private static Future<Void> page(RequestContext requestContext, Review review, Buffer body) {
    requestContext.context().response().putHeader("Content-Security-Policy", ReviewPage.POLICY);
    return ExportResponder.send(
        requestContext, FileFormat.HTML, ReviewWorkbook.title(review), body, true);
  }

  private static Future<Void> tooLong(Throwable failure) {
    return Future.failedFuture(
        failure instanceof TimeoutException
            ? Problem.unavailable(
                    "Writing the document took too long. Request a shorter period or fewer sites.")
                .asException()
            : failure);
  }
}
