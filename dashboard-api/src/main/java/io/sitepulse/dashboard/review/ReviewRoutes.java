package io.sitepulse.dashboard.review;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.export.FileFormat;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.render.ReviewPage;
import io.sitepulse.dashboard.review.render.ReviewPdf;
import io.sitepulse.dashboard.review.render.ReviewWorkbook;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/** HTTP route of the review of a scope and period, as JSON, HTML, PDF or XLSX. */
public final class ReviewRoutes implements RouteProvider {
  private static final Set<FileFormat> FORMATS =
      EnumSet.of(FileFormat.HTML, FileFormat.PDF, FileFormat.XLSX);

  /** Time limit for a PDF. A document of hundreds of sites takes a few seconds. */
  private static final long PDF_SECONDS = 60;

  private final ReviewLoader reviewLoader;
  private final ManageRoutes.Sites scope;
  private final Queue queue;
  private final ExportResponder exportResponder;
  private final BlockingPool pool;
  private final Clock clock;

  /** Runs the task of a caller, possibly after a wait in a queue. */
  public interface Queue extends BiFunction<RequestContext, Callable<Review>, Future<Review>> {}

  /**
   * Creates the routes.
   *
   * @param scope finds the sites of a request
   * @param pool runs the rendering of documents. Its size limits the memory they take
   */
  public ReviewRoutes(
      ReviewLoader reviewLoader,
      ManageRoutes.Sites scope,
      Queue queue,
      ExportResponder exportResponder,
      BlockingPool pool,
      Clock clock) {
    this.reviewLoader = reviewLoader;
    this.scope = scope;
    this.queue = queue;
    this.exportResponder = exportResponder;
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/review", RequiredAccess.VIEW, scope, this::review);
  }

  private void review(RequestContext requestContext) {
    var format = requestContext.query("format", "json", text -> FileFormat.parse(text, FORMATS));
    ReportQuery reportQuery = reportQuery(requestContext);
    var occasion =
        new ReviewData.Occasion(
            requestContext.language(),
            requestContext.query("organisation", "", ReviewRoutes::organisation),
            requestContext.caller().account().name(),
            clock.instant());
    var review =
        queue.apply(
            requestContext, () -> ReviewWriter.write(reviewLoader.load(reportQuery, occasion)));
    if (format.isEmpty()) {
      requestContext.json(review);
      return;
    }
    review
        .compose(written -> send(requestContext, written, format.get()))
        .recover(ReviewRoutes::tooLong)
        .onFailure(requestContext.context()::fail);
  }

  private Future<Void> send(RequestContext requestContext, Review review, FileFormat format) {
    return switch (format) {
      case XLSX, CSV -> exportResponder.file(requestContext, ReviewWorkbook.of(review), format);
      case PDF ->
          pool.run(() -> Buffer.buffer(ReviewPdf.of(ReviewPage.printed(review))))
              .timeout(PDF_SECONDS, TimeUnit.SECONDS)
              .compose(
                  body ->
                      ExportResponder.send(
                          requestContext, format, ReviewWorkbook.title(review), body, false));
      case HTML ->
          pool.run(() -> Buffer.buffer(ReviewPage.of(review).getBytes(StandardCharsets.UTF_8)))
              .compose(body -> page(requestContext, review, body));
    };
  }

  private static Future<Void> page(RequestContext requestContext, Review review, Buffer body) {
    requestContext.context().response().putHeader("Content-Security-Policy", ReviewPage.POLICY);
    return ExportResponder.send(
        requestContext, FileFormat.HTML, ReviewWorkbook.title(review), body, true);
  }

  /** Reads the query. It has no filters: {@code language} is the language of the document. */
  private static ReportQuery reportQuery(RequestContext requestContext) {
    for (Dimension dimension : Dimension.values()) {
      if (dimension != Dimension.LANGUAGE && requestContext.query(dimension.label()) != null) {
        throw RequestContext.invalid(
            dimension.label(), Rule.NO_FILTER, "is no filter here: a review is about all visits");
      }
    }
    return new ReportQuery(
        requestContext.query("scope", Scope.ALL.toString(), Scope::parse),
        requestContext.sites(),
        requestContext.query("period", "", Period::parse),
        requestContext.query("compare", Comparison.YEAR.label(), Comparison::parse),
        Filters.NONE);
  }

  private static String organisation(String text) {
    return text.isEmpty() ? text : Require.text(text.strip(), 200, "it");
  }

  private static Future<Void> tooLong(Throwable failure) {
    return Future.failedFuture(
        failure instanceof TimeoutException
            ? Problem.unavailable(
                    "Writing the PDF took too long. Request a shorter period or fewer sites.")
                .asException()
            : failure);
  }
}
