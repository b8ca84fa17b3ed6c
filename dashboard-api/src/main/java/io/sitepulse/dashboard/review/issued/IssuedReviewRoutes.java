package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.sitepulse.dashboard.review.ReviewFiles;
import io.sitepulse.dashboard.review.ReviewLoader;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/** HTTP routes of issued reviews. */
public final class IssuedReviewRoutes implements RouteProvider {
  private static final String ALL = "/issued-reviews";
  private static final String ONE = ALL + "/:review";

  private final ManageSources sources;
  private final IssuedReviewService issuedReviews;
  private final Queue queue;
  private final ReviewFiles files;

  /** Runs the task of a caller, possibly after a wait in a queue. */
  public interface Queue {
    <T> Future<T> run(RequestContext requestContext, Callable<T> task);
  }

  public IssuedReviewRoutes(
      ManageSources sources,
      ReviewLoader reviewLoader,
      Queue queue,
      ReviewFiles files,
      Clock clock) {
    this.sources = sources;
    this.issuedReviews = new IssuedReviewService(sources, reviewLoader, clock);
    this.queue = queue;
    this.files = files;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, ALL, RequiredAccess.SIGNED_IN, this::list);
    routes.add(HttpMethod.POST, ALL, RequiredAccess.EDIT, this::sitesOfBody, this::issue);
    routes.add(HttpMethod.GET, ONE, RequiredAccess.SIGNED_IN, this::open);
    routes.add(HttpMethod.GET, ONE + "/changes", RequiredAccess.SIGNED_IN, this::changes);
  }

  private void list(RequestContext requestContext) {
    requestContext.json(
        issuedReviews.list(requestContext.caller()).stream()
            .map(IssuedReviewResponse::of)
            .toList());
  }

  private void issue(RequestContext requestContext) {
    IssueRequest request = requestContext.body(IssueRequest.class);
    var caller = requestContext.caller();
    requestContext.respond(
        queue
            .run(requestContext, () -> issuedReviews.draft(request, requestContext.sites(), caller))
            .compose(draft -> issuedReviews.issue(draft, caller.author())),
        issued -> requestContext.json(201, IssuedReviewResponse.of(issued)));
  }

  private void open(RequestContext requestContext) {
    var format = ReviewFiles.format(requestContext);
    IssuedReview issued = get(requestContext);
    IssuedDocument document = IssuedDocument.open(issued);
    if (format.isEmpty()) {
      requestContext.json(
          new OpenedReviewResponse(
              IssuedReviewResponse.of(issued), document.intact(), document.numbered()));
    } else {
      files.respond(requestContext, Future.succeededFuture(document.numbered()), format.get());
    }
  }

  private void changes(RequestContext requestContext) {
    IssuedReview issued = get(requestContext);
    requestContext.json(
        queue.run(
            requestContext,
            () ->
                issuedReviews.changes(issued, requestContext.caller(), requestContext.language())));
  }

  private IssuedReview get(RequestContext requestContext) {
    return issuedReviews.get(requestContext.path("review"), requestContext.caller());
  }

  private List<Site> sitesOfBody(RoutingContext context) {
    try {
      String text = RequestContext.objectOf(context).path("scope").asText(null);
      Scope scope = Scope.parse(text);
      return sources.sites().all().stream().filter(scope::contains).toList();
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
  }
}
