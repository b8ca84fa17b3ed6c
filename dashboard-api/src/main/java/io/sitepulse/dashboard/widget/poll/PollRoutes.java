package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.http.Methods;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.sse.SseHub;
import io.sitepulse.dashboard.widget.poll.LivePolls.Subject;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** {@code /api/polls/{poll}}: as JSON, live, and the vote. */
public final class PollRoutes {
  private static final String POLL = "/api/polls/:poll";
  private static final String LIVE = POLL + "/live";
  private static final String VOTES = POLL + "/votes";
  private static final int BODY_LIMIT = 16 * 1024;

  private final LivePolls polls;
  private final SseHub<Subject> hub;
  private final SseConnections streams;
  private final VoterCookies cookies;
  private final VoterTokens tokens;
  private final VoteService voteService;
  private final OriginPolicy originPolicy;
  private final ClientAddress clients;
  private final DashboardMetrics metrics;

  public PollRoutes(
      LivePolls polls,
      PollFeeds feeds,
      SseConnections streams,
      VoterCookies cookies,
      VoterTokens tokens,
      VoteService voteService,
      OriginPolicy originPolicy,
      ClientAddress clients,
      DashboardMetrics metrics) {
    this.polls = polls;
    this.hub = feeds.hub();
    this.streams = streams;
    this.cookies = cookies;
    this.tokens = tokens;
    this.voteService = voteService;
    this.originPolicy = originPolicy;
    this.clients = clients;
    this.metrics = metrics;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    Methods.read(router, POLL).handler(this::json);
    router.options(POLL).setName(POLL).handler(context -> preflight(context, "GET, HEAD"));
    Methods.only(router, POLL, "GET, HEAD, OPTIONS");
    router.get(LIVE).setName(LIVE).handler(this::live);
    Methods.only(router, LIVE, "GET");
    router.options(VOTES).setName(VOTES).handler(context -> preflight(context, "POST"));
    router.post(VOTES).setName(VOTES).handler(this::admit);
    router
        .post(VOTES)
        .setName(VOTES)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(this::vote);
    Methods.only(router, VOTES, "POST, OPTIONS");
  }

  private void json(RoutingContext context) {
    Poll poll = readable(context);
    boolean personal = cookies.isPersonal(context);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, personal ? "private, no-cache" : "public, max-age=1");
    ConditionalResponse.answer(context, JsonText.of(polls.body(poll, voted(context, poll))));
  }

  private void live(RoutingContext context) {
    Poll poll = readable(context);
    streams.open(context, hub, new Subject(poll.id(), voted(context, poll)));
  }

  /** Anybody may read; the site's own pages may do so as the voter they are. */
  private Poll readable(RoutingContext context) {
    Cors.anybody(context);
    Poll poll = find(context);
    context.response().putHeader(HttpHeaders.VARY, "Origin, Cookie, " + Cors.RECEIPT_HEADER);
    if (isOfSite(context, poll)) {
      Cors.withCredentials(context);
    }
    return poll;
  }

  private void preflight(RoutingContext context, String methods) {
    Poll poll = find(context);
    context.response().putHeader(HttpHeaders.VARY, "Origin");
    if (isOfSite(context, poll)) {
      Cors.withCredentials(context);
    } else if (methods.startsWith("GET")) {
      Cors.anybody(context);
    }
    Cors.preflight(context, methods);
  }

  /** Refuses before the body is read: a page that may not vote, a form that pretends to be JSON. */
  private void admit(RoutingContext context) {
    metrics.voteReceived();
    Poll poll = voteOf(context);
    context.response().putHeader(HttpHeaders.VARY, "Origin");
    if (!isOfSite(context, poll)) {
      metrics.voteRefused(Reason.ORIGIN);
      throw VoteProblems.origin().asException();
    }
    Cors.withCredentials(context);
    String type = String.valueOf(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
    if (!type.split(";", 2)[0].trim().equalsIgnoreCase(JsonText.TYPE)) {
      metrics.voteRefused(Reason.INVALID);
      context.fail(415);
      return;
    }
    context.next();
  }

  private void vote(RoutingContext context) {
    Poll poll = voteOf(context);
    VoteRequest body = body(context);
    String token = cookies.token(context).or(() -> tokens.named(body.voter())).orElse(null);
    var request =
        new VoteService.Request(
            body.choices(), body.id(), token, voted(context, poll), clients.of(context.request()));
    DeferredResponse.of(
        voteService.cast(poll, request),
        receipt -> accepted(context, poll, receipt),
        context::fail);
  }

  private void accepted(RoutingContext context, Poll poll, VoteService.Receipt receipt) {
    cookies.giveToken(context, receipt.token());
    cookies.giveReceipt(context, poll.id(), receipt.receipt());
    context
        .response()
        .setStatusCode(202)
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(JsonText.of(VoteResponse.of(receipt)));
  }

  private VoteRequest body(RoutingContext context) {
    try {
      var body = context.body().buffer();
      return VoteRequest.read(body == null ? Buffer.buffer() : body);
    } catch (ProblemException e) {
      metrics.voteRefused(Reason.INVALID);
      throw e;
    }
  }

  private Poll voteOf(RoutingContext context) {
    try {
      return find(context);
    } catch (ProblemException e) {
      metrics.voteRefused(Reason.UNKNOWN_POLL);
      throw e;
    }
  }

  private Poll find(RoutingContext context) {
    return polls
        .find(context.pathParam("poll"))
        .orElseThrow(() -> VoteProblems.unknownPoll().asException());
  }

  private boolean isOfSite(RoutingContext context, Poll poll) {
    return originPolicy.allows(context.request(), polls.siteOf(poll).orElse(null));
  }

  private boolean voted(RoutingContext context, Poll poll) {
    return cookies.hasVoted(context, poll.id());
  }
}
