package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.http.Methods;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** {@code /api/polls/{poll}/votes}: takes votes as JSON. */
public final class VoteRoutes {
  private static final String VOTES = "/api/polls/:poll/votes";
  private static final int BODY_LIMIT = 16 * 1024;

  private final LivePolls polls;
  private final VoterCookies cookies;
  private final VoteService voteService;
  private final OriginPolicy originPolicy;
  private final ClientAddress clients;
  private final MicrometerDashboardMetrics metrics;

  public VoteRoutes(
      LivePolls polls,
      VoterCookies cookies,
      VoteService voteService,
      OriginPolicy originPolicy,
      ClientAddress clients,
      MicrometerDashboardMetrics metrics) {
    this.polls = polls;
    this.cookies = cookies;
    this.voteService = voteService;
    this.originPolicy = originPolicy;
    this.clients = clients;
    this.metrics = metrics;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.options(VOTES).setName(VOTES).handler(this::preflight);
    router.post(VOTES).setName(VOTES).handler(this::checkSender);
    router
        .post(VOTES)
        .setName(VOTES)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(this::vote);
    Methods.only(router, VOTES, "POST, OPTIONS");
  }

  private void preflight(RoutingContext context) {
    Poll poll = polls.find(pollId(context)).orElseThrow(VoteRoutes::unknownPoll);
    context.response().putHeader(HttpHeaders.VARY, "Origin");
    if (isOfSite(context, poll)) {
      Cors.withCredentials(context);
    }
    Cors.preflight(context, "POST");
  }

  /**
   * Refuses foreign origins and other content types before the body is read. A foreign page could
   * send a form without a preflight, but not JSON.
   */
  private void checkSender(RoutingContext context) {
    metrics.voteReceived();
    Poll poll = poll(context);
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
    Poll poll = poll(context);
    VoteRequest body = body(context);
    var vote =
        new VoteService.Vote(
            body.choices(),
            body.id(),
            cookies.token(context, body.voter()).orElse(null),
            cookies.hasVoted(context, poll.id()),
            clients.of(context.request()));
    DeferredResponse.of(
        voteService.cast(poll, vote), receipt -> accepted(context, poll, receipt), context::fail);
  }

  private void accepted(RoutingContext context, Poll poll, VoteService.Receipt receipt) {
    cookies.setToken(context, receipt.token());
    cookies.setReceipt(context, poll.id(), receipt.receipt());
    context
        .response()
        .setStatusCode(202)
        .putHeader(HttpHeaders.CONTENT_TYPE, JsonText.TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(JsonText.of(VoteResponse.of(receipt)));
  }

  private VoteRequest body(RoutingContext context) {
    try {
      Buffer body = context.body().buffer();
      return VoteRequest.read(body == null ? Buffer.buffer() : body);
    } catch (ProblemException e) {
      metrics.voteRefused(Reason.INVALID);
      throw e;
    }
  }

  private Poll poll(RoutingContext context) {
    return polls
        .find(pollId(context))
        .orElseThrow(
            () -> {
              metrics.voteRefused(Reason.UNKNOWN_POLL);
              return unknownPoll();
            });
  }

  private boolean isOfSite(RoutingContext context, Poll poll) {
    return originPolicy.allows(context.request(), polls.siteOf(poll).orElse(null));
  }

  private static String pollId(RoutingContext context) {
    return context.pathParam("poll");
  }

  private static ProblemException unknownPoll() {
    return VoteProblems.unknownPoll().asException();
  }
}
