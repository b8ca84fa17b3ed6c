package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.dashboard.metrics.MicrometerDashboardMetrics;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Validates votes and stores them. It checks the rules of the poll, the receipt and the rate limit
 * of the network. The streams module keeps the ballots and decides whether a voter has one already.
 */
public final class VoteService {
  private final LivePolls polls;
  private final VoterTokens tokens;
  private final VoteRateLimiter rateLimiter;
  private final VoteProducer producer;
  private final MicrometerDashboardMetrics metrics;
  private final Clock clock;

  /**
   * A vote to cast.
   *
   * @param choices option ids
   * @param id id chosen by the client, which makes a repeated vote idempotent. Null for a new id
   * @param token a genuine token, or null for a new voter
   * @param voted whether the client has shown a receipt of this poll
   * @param client IP address of the client. It is used for the rate limit only
   */
  public record Vote(
      List<String> choices,
      @Nullable UUID id,
      @Nullable String token,
      boolean voted,
      String client) {
    public Vote {
      choices = List.copyOf(choices);
    }
  }

  /** Result of a vote that was stored: the token and the receipt for the voter. */
  public record Receipt(UUID id, String token, String receipt) {}

  public VoteService(
      LivePolls polls,
      VoterTokens tokens,
      VoteRateLimiter rateLimiter,
      VoteProducer producer,
      MicrometerDashboardMetrics metrics,
      Clock clock) {
    this.polls = polls;
    this.tokens = tokens;
    this.rateLimiter = rateLimiter;
    this.producer = producer;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Casts a vote.
   *
   * @return completes once the vote is durable. Fails with the problem to respond with
   */
  public Future<Receipt> cast(Poll poll, Vote vote) {
    Instant now = clock.instant();
    Optional<Reason> refusal =
        polls.phaseOf(poll) == Phase.CLOSED ? Optional.of(Reason.CLOSED) : refusal(poll, vote, now);
    if (refusal.isPresent()) {
      metrics.voteRefused(refusal.get());
      return Future.failedFuture(VoteProblems.of(refusal.get(), poll).asException());
    }
    Optional<Duration> wait = rateLimiter.tryAcquire(vote.client(), poll);
    if (wait.isPresent()) {
      metrics.voteRateLimited();
      return Future.failedFuture(VoteProblems.rateLimited(wait.get()));
    }
    UUID id = vote.id() == null ? UUID.randomUUID() : vote.id();
    String token = tokenOf(vote);
    String voter = tokens.voterOf(poll.id(), token);
    boolean derived = vote.token() == null && vote.id() != null;
    UUID stored = derived ? tokens.storedId(id) : id;
    var event = new PollVote(PollVote.VERSION, stored, poll.id(), voter, vote.choices(), now);
    return producer
        .cast(event)
        .onSuccess(done -> metrics.voteAccepted())
        .map(done -> new Receipt(id, token, tokens.receipt(poll.id())))
        .recover(e -> unavailable());
  }

  private String tokenOf(Vote vote) {
    if (vote.token() != null) {
      return vote.token();
    }
    return vote.id() == null ? tokens.issue() : tokens.issueForVote(vote.id());
  }

  private static Optional<Reason> refusal(Poll poll, Vote vote, Instant now) {
    return poll.refuses(vote.choices(), now)
        .or(
            () ->
                vote.voted() && !poll.changeable()
                    ? Optional.of(Reason.ALREADY_VOTED)
                    : Optional.empty());
  }

  private Future<Receipt> unavailable() {
    metrics.voteRefused(Reason.UNAVAILABLE);
    return Future.failedFuture(
        Problem.unavailable("The vote cannot be stored now. Send it again with the same id.")
            .asException());
  }
}
