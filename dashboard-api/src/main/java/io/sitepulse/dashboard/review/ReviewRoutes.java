package io.sitepulse.dashboard.review;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.report.Dimension;
import io.sitepulse.dashboard.report.Filters;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/** HTTP route of the review of a scope and period, as JSON, HTML, PDF, DOCX or XLSX. */
public final class ReviewRoutes implements RouteProvider {
  private final ReviewLoader reviewLoader;
  private final ManageRoutes.Sites scope;
  private final Queue queue;
  private final ReviewFiles files;
  private final Clock clock;

  /** Runs the task of a caller, possibly after a wait in a queue. */
  public interface Queue extends BiFunction<RequestContext, Callable<Review>, Future<Review>> {}

  /**
   * Creates the routes.
   *
   * @param scope finds the sites of a request
   */
  public ReviewRoutes(
      ReviewLoader reviewLoader,
      ManageRoutes.Sites scope,
      Queue queue,
      ReviewFiles files,
      Clock clock) {
    this.reviewLoader = reviewLoader;
    this.scope = scope;
    this.queue = queue;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, "/review", RequiredAccess.VIEW, scope, this::review);
  }

  private void review(RequestContext requestContext) {
    var format = ReviewFiles.format(requestContext);
    ReportQuery reportQuery = reportQuery(requestContext);
    var occasion =
        new ReviewData.Occasion(
            requestContext.language(),
            requestContext.query("organisation", "", ReviewRoutes::organisation),
            requestContext.caller().account().name(),
            clock.instant());
    var review =
        queue.apply(
            requestContext,
            () ->
                ReviewWriter.write(
                    reviewLoader.load(reportQuery, occasion, requestContext.caller()::mayView)));
    if (format.isEmpty()) {
      requestContext.json(review);
      return;
    }
    files.respond(requestContext, review, format.get());
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
}
