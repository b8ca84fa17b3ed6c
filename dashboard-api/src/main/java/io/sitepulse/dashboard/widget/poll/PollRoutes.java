package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.http.Methods;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.sse.LiveState;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.sse.SseHub;
import io.sitepulse.dashboard.widget.poll.LivePolls.Subject;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/polls/{poll}} as JSON and as an event stream. */
public final class PollRoutes {
  private static final String POLL = "/api/polls/:poll";
  private static final String LIVE = POLL + "/live";

  private final LivePolls polls;
  private final SseHub<Subject, LiveState> hub;
  private final VoterCookies cookies;
  private final OriginPolicy originPolicy;

  public PollRoutes(
      LivePolls polls,
      SseConnections connections,
      VoterCookies cookies,
      OriginPolicy originPolicy) {
    this.polls = polls;
    this.hub = connections.hub(polls::state);
    this.cookies = cookies;
    this.originPolicy = originPolicy;
    polls.onChange(hub::changed);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    Methods.read(router, POLL).handler(this::json);
    router.options(POLL).setName(POLL).handler(this::preflight);
    Methods.only(router, POLL, "GET, HEAD, OPTIONS");
    router.get(LIVE).setName(LIVE).handler(this::live);
    Methods.only(router, LIVE, "GET");
  }

  private void json(RoutingContext context) {
    Poll poll = readable(context);
    boolean personal = cookies.isPersonal(context);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, personal ? "private, no-cache" : "public, max-age=1");
    ConditionalResponse.answer(
        context, JsonText.of(polls.response(poll, cookies.hasVoted(context, poll.id()))));
  }

  private void live(RoutingContext context) {
    Poll poll = readable(context);
    var subject = new Subject(poll.id(), cookies.hasVoted(context, poll.id()));
    hub.subscribe(context, subject, LiveState.view());
  }

  /** Allows any origin to read the poll. The site's own origins may also send their cookies. */
  private Poll readable(RoutingContext context) {
    Cors.anyOrigin(context);
    Poll poll = find(context);
    context.response().putHeader(HttpHeaders.VARY, "Origin, Cookie, " + Cors.RECEIPT_HEADER);
    if (isOfSite(context, poll)) {
      Cors.withCredentials(context);
    }
    return poll;
  }

  private void preflight(RoutingContext context) {
    Poll poll = find(context);
    context.response().putHeader(HttpHeaders.VARY, "Origin");
    if (isOfSite(context, poll)) {
      Cors.withCredentials(context);
    } else {
      Cors.anyOrigin(context);
    }
    Cors.preflight(context, "GET, HEAD");
  }

  private Poll find(RoutingContext context) {
    return polls
        .find(context.pathParam("poll"))
        .orElseThrow(() -> VoteProblems.unknownPoll().asException());
  }

  private boolean isOfSite(RoutingContext context, Poll poll) {
    return originPolicy.allows(context.request(), polls.siteOf(poll).orElse(null));
  }
}
