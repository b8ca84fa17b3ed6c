package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.http.Methods;
import io.sitepulse.dashboard.widget.counter.CounterView;
import io.sitepulse.dashboard.widget.counter.LiveCounters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;

/** {@code /embed/counter} and {@code /embed/poll}: pages for an iframe that need no scripts. */
public final class EmbedRoutes {
  private static final String COUNTER = "/embed/counter";
  private static final String POLL = "/embed/poll";
  private static final int BODY_LIMIT = 16 * 1024;

  private final LiveCounters counters;
  private final PollPageHandler polls;
  private final Page counterPage = new Page("counter.html");
  private final Page messagePage = new Page("message.html");

  /** Content of the counter page. The component names are used by its template. */
  private record Numbers(List<CounterView.Line> lines) {}

  private record Message(String message) {}

  public EmbedRoutes(LiveCounters counters, PollPageHandler polls) {
    this.counters = counters;
    this.polls = polls;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    Methods.read(router, COUNTER).handler(this::counter);
    Methods.only(router, COUNTER, "GET, HEAD");
    Methods.read(router, POLL).handler(polls::show);
    router.post(POLL).setName(POLL).handler(polls::checkSender);
    router
        .post(POLL)
        .setName(POLL)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(polls::vote);
    Methods.only(router, POLL, "GET, HEAD, POST");
  }

  private void counter(RoutingContext context) {
    var query = context.queryParams();
    CounterView view = CounterView.of(query);
    String title = view.language().of("Số lượt truy cập", "Visits");
    Optional<CounterFigures> figures =
        Optional.ofNullable(query.get("site")).flatMap(counters::figures);
    Page.head(context.response())
        .setStatusCode(figures.isPresent() ? 200 : 404)
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=5, stale-while-revalidate=30");
    ConditionalResponse.answer(context, page(view, Page.theme(query), title, figures));
  }

  private Buffer page(
      CounterView view, String theme, String title, Optional<CounterFigures> figures) {
    Language language = view.language();
    if (figures.isEmpty()) {
      var message = new Message(language.of("Không có trang này.", "No such site."));
      return messagePage.render(title, language, theme, false, message);
    }
    var numbers = new Numbers(view.lines(figures.get()));
    return counterPage.render(title, language, theme, true, numbers);
  }
}
