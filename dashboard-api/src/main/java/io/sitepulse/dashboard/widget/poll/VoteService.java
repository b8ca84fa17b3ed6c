package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.dashboard.metrics.DashboardMetrics;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a vote at the door: says at once what can be told from the poll alone and from what the
 * browser shows. Whether a voter has a ballot already is for streams to judge, which keeps them.
 */
public final class VoteService {
  private final VoterTokens tokens;
  private final VoteRateLimiter limit;
  private final VoteProducer box;
  private final DashboardMetrics metrics;
  private final Clock clock;

  /**
   * A vote as it was sent.
   *
   * @param choices option ids
   * @param id the sender's own id for it, so that sending it again changes nothing; null: a new one
   * @param token a genuine token, or null for somebody new
   * @param voted whether the sender showed a receipt of this poll
   * @param client address of the sender, for the rate of its network and nothing else
   */
  public record Request(
      List<String> choices,
      @Nullable UUID id,
      @Nullable String token,
      boolean voted,
      String client) {
    public Request {
      choices = List.copyOf(choices);
    }
  }

  /** What the voter gets: token and receipt to keep. */
  public record Receipt(UUID id, String token, String receipt) {}

  public VoteService(
      VoterTokens tokens,
      VoteRateLimiter limit,
      VoteProducer box,
      DashboardMetrics metrics,
      Clock clock) {
    this.tokens = tokens;
    this.limit = limit;
    this.box = box;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Casts a vote.
   *
   * @return done once the vote is durable; fails with the problem to answer
   */
  public Future<Receipt> cast(Poll poll, Request request) {
    Instant now = clock.instant();
    Optional<Reason> refusal = refusal(poll, request, now);
    if (refusal.isPresent()) {
      metrics.voteRefused(refusal.get());
      return Future.failedFuture(VoteProblems.of(refusal.get(), poll).asException());
    }
    if (!limit.admits(request.client())) {
      metrics.voteSlowedDown();
      return Future.failedFuture(VoteProblems.tooFast().asException());
    }
    UUID id = request.id() == null ? UUID.randomUUID() : request.id();
    String token = request.token() == null ? tokens.issueFor(id) : request.token();
    String voter = tokens.voterOf(poll.id(), token);
    var vote = new PollVote(PollVote.VERSION, id, poll.id(), voter, request.choices(), now);
    return box.cast(vote)
        .onSuccess(done -> metrics.voteAccepted())
        .map(done -> new Receipt(id, token, tokens.receipt(poll.id())))
        .recover(e -> unavailable());
  }

  private static Optional<Reason> refusal(Poll poll, Request request, Instant now) {
    return poll.refuses(request.choices(), now)
        .or(
            () ->
                request.voted() && !poll.changeable()
                    ? Optional.of(Reason.ALREADY_VOTED)
                    : Optional.empty());
  }

  private Future<Receipt> unavailable() {
    metrics.voteRefused(Reason.UNAVAILABLE);
    return Future.failedFuture(
        Problem.unavailable("The vote cannot be kept now. Send it again with the same id.")
            .asException());
  }
}
