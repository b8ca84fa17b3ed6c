package io.sitepulse.dashboard.widget.embed;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.dashboard.widget.poll.LivePolls;
import io.sitepulse.dashboard.widget.poll.VoteService;
import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.DeferredResponse;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code /embed/poll}: the page of a poll and its form.
 *
 * <pre>
 * GET ──▶ form ── POST ──▶ accepted: 303 to the page with the receipt ──▶ thanks and results
 *                    └───▶ refused: the page again, with the reason and the same vote id
 * </pre>
 */
public final class PollPageHandler {
  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private final LivePolls polls;
  private final VoteService voteService;
  private final OriginPolicy originPolicy;
  private final ClientAddress clients;
  private final MicrometerDashboardMetrics metrics;
  private final PollPage page;

  public PollPageHandler(
      LivePolls polls,
      VoteService voteService,
      OriginPolicy originPolicy,
      ClientAddress clients,
      MicrometerDashboardMetrics metrics,
      PollPage page) {
    this.polls = polls;
    this.voteService = voteService;
    this.originPolicy = originPolicy;
    this.clients = clients;
    this.metrics = metrics;
    this.page = page;
  }

  /** Answers GET with the page of a poll. */
  void show(RoutingContext context) {
    MultiMap query = context.queryParams();
    Optional<Poll> poll = Optional.ofNullable(query.get("poll")).flatMap(polls::find);
    if (poll.isEmpty()) {
      page.unknown(context, query);
    } else {
      page.show(context, poll.get(), query, UUID.randomUUID(), null);
    }
  }

  /** Refuses a POST before its body is read, unless it comes from a page of this server. */
  void checkSender(RoutingContext context) {
    metrics.voteReceived();
    var request = context.request();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = origin != null && !originPolicy.isOwn(request, origin);
    if (foreign || (site != null && !site.equals("same-origin"))) {
      metrics.voteRefused(Reason.ORIGIN);
      throw Problem.of(403, "origin", "Origin not allowed", "Vote on the page of the poll.")
          .asException();
    }
    String type = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE));
    if (!type.split(";", 2)[0].trim().equalsIgnoreCase(FORM_TYPE)) {
      metrics.voteRefused(Reason.INVALID);
      context.fail(415);
      return;
    }
    context.next();
  }

  /** Tells whether the browser names the sender, which {@link #checkSender} has then verified. */
  private static boolean saysOwn(RoutingContext context) {
    var headers = context.request().headers();
    return headers.contains(HttpHeaders.ORIGIN) || headers.contains("Sec-Fetch-Site");
  }

  /** Answers POST: casts the vote of a form. */
  void vote(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Optional<Poll> found = Optional.ofNullable(form.get("poll")).flatMap(polls::find);
    if (found.isEmpty()) {
      metrics.voteRefused(Reason.UNKNOWN_POLL);
      page.unknown(context, form);
      return;
    }
    Poll poll = found.get();
    Optional<String> voter = page.voterOf(context, poll, form, saysOwn(context));
    Optional<UUID> id = id(form.get("id"));
    if (voter.isEmpty() || id.isEmpty()) {
      metrics.voteRefused(Reason.ORIGIN);
      page.show(context, poll, form, UUID.randomUUID(), VoteRefusal.FORM);
      return;
    }
    cast(context, poll, form, voter.get(), id.get());
  }

  private void cast(RoutingContext context, Poll poll, MultiMap form, String voter, UUID id) {
    var vote =
        new VoteService.Vote(
            form.getAll("choice"),
            id,
            voter,
            page.hasVoted(context, poll, form),
            clients.of(context.request()));
    var tally = new TallyUpdateAwaiter(polls, poll);
    DeferredResponse.of(
        voteService
            .cast(poll, vote)
            .compose(receipt -> tally.changed(context.vertx()).map(receipt)),
        receipt -> page.redirectWithReceipt(context, poll, form, receipt),
        e -> refused(context, poll, form, id, e));
  }

  private void refused(RoutingContext context, Poll poll, MultiMap form, UUID id, Throwable e) {
    if (e instanceof ProblemException problem) {
      page.show(context, poll, form, id, VoteRefusal.of(problem));
    } else {
      context.fail(e);
    }
  }

  private static Optional<UUID> id(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
