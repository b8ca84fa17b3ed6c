package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.poll.SetAside;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.admin.poll.BallotQueries.WrongBallot;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.RandomId;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.Precondition;
import io.sitepulse.dashboard.widget.poll.VoteProducer;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Sets the votes of a time aside, and lets them count again.
 *
 * <p>The time is part of the poll's definition, so the change log and the result tell of it. Then
 * each voter whose ballot is not their last one outside of all such times gets a correction, which
 * is a record of {@code poll-votes} beside the votes. ClickHouse tells who they are. If that fails
 * half-way, the same request completes it.
 */
final class SetAsideService {
  /** Votes of this time may not be stored yet. */
  private static final Duration YOUNGEST = Duration.ofMinutes(1);

  /** Corrections in flight. */
  private static final int BATCH = 100;

  /** Time until ClickHouse is asked again. */
  private static final Duration WAIT = Duration.ofMillis(500);

  private static final int ATTEMPTS = 20;

  private final ManageSources sources;
  private final PollService polls;
  private final BallotQueries ballots;
  private final VoteProducer votes;
  private final Clock clock;

  SetAsideService(
      ManageSources sources,
      PollService polls,
      BallotQueries ballots,
      VoteProducer votes,
      Clock clock) {
    this.sources = sources;
    this.polls = polls;
    this.ballots = ballots;
    this.votes = votes;
    this.clock = clock;
  }

  /** Sets the votes of a time aside. For a time that is set aside, it only completes that. */
  Future<Poll> add(
      Vertx vertx, String id, SetAsideRequest request, Precondition precondition, Author by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    SetAside added = setAside(request, by, now);
    if (added.to().isAfter(now.minus(YOUNGEST))) {
      throw invalid(
          new FieldViolationException("to", Rule.TO_COME, "must be a minute ago or more"));
    }
    return requireStored(polls.get(id))
        .compose(
            complete ->
                polls.revise(
                    id,
                    precondition,
                    by,
                    "poll.set-aside",
                    poll ->
                        poll.setAside().stream().anyMatch(known -> isSame(known, added))
                            ? poll
                            : with(
                                poll, Stream.concat(poll.setAside().stream(), Stream.of(added)))))
        .compose(poll -> correct(vertx, poll, new HashSet<>(), 0));
  }

  /** Lets the votes of a time count again. */
  Future<Poll> remove(Vertx vertx, String id, String time, Precondition precondition, Author by) {
    Poll known = polls.get(id);
    if (known.setAside().stream().noneMatch(one -> one.id().equals(time))) {
      throw AccessProblems.notFound("set-aside");
    }
    precondition.require(known);
    Poll fewer = without(time, known);
    // The definition last, so that the same request completes what failed half-way.
    return requireStored(known)
        .compose(complete -> correct(vertx, fewer, new HashSet<>(), 0))
        .compose(
            corrected ->
                polls.revise(
                    id, precondition, by, "poll.count-again", poll -> without(time, poll)));
  }

  private static Poll without(String time, Poll poll) {
    return with(poll, poll.setAside().stream().filter(one -> !one.id().equals(time)));
  }

  private static Poll with(Poll poll, Stream<SetAside> times) {
    try {
      return poll.toBuilder().setAside(times.toList()).build();
    } catch (FieldViolationException e) {
      throw invalid(e);
    }
  }

  private static boolean isSame(SetAside one, SetAside other) {
    return one.from().equals(other.from()) && one.to().equals(other.to());
  }

  @SuppressWarnings("NullAway") // The record refuses missing fields.
  private static SetAside setAside(SetAsideRequest request, Author by, Instant now) {
    try {
      return new SetAside(
          RandomId.next(), request.from(), request.to(), request.reason(), by.name(), now);
    } catch (FieldViolationException e) {
      throw invalid(e);
    }
  }

  /** Fails if ClickHouse lacks a ballot, because that would not be corrected. */
  private Future<Void> requireStored(Poll poll) {
    PollTally tally = sources.tallies().get(poll.id()).orElseGet(() -> PollTally.none(poll.id()));
    long counted = tally.ledger().ballots() + tally.ledger().changes();
    return ballots
        .stored(poll.id())
        .compose(
            stored ->
                stored < counted
                    ? Future.failedFuture(
                        Problem.unavailable(
                                "ClickHouse has %d of %d ballots of this poll. Retry in a minute."
                                    .formatted(stored, counted))
                            .asException())
                    : Future.succeededFuture());
  }

  /**
   * Sends the corrections, and waits until ClickHouse has them. Without waiting, the next request
   * would correct ballots that are no more.
   */
  private Future<Poll> correct(Vertx vertx, Poll poll, Set<UUID> sent, int attempt) {
    return ballots
        .wrong(poll.id(), poll.setAside())
        .compose(
            wrong -> {
              if (wrong.isEmpty()) {
                return Future.succeededFuture(poll);
              }
              if (attempt == ATTEMPTS) {
                return Future.failedFuture(incomplete());
              }
              var corrections =
                  wrong.stream()
                      .map(ballot -> correction(poll, ballot))
                      .filter(correction -> sent.add(correction.id()))
                      .toList();
              return send(corrections, 0)
                  .compose(done -> vertx.timer(WAIT.toMillis(), TimeUnit.MILLISECONDS))
                  .compose(later -> correct(vertx, poll, sent, attempt + 1));
            });
  }

  private Future<Void> send(List<PollVote> corrections, int from) {
    if (from >= corrections.size()) {
      return Future.succeededFuture();
    }
    int to = Math.min(corrections.size(), from + BATCH);
    return Future.all(corrections.subList(from, to).stream().map(votes::cast).toList())
        .recover(e -> Future.failedFuture(incomplete()))
        .compose(done -> send(corrections, to));
  }

  private static RuntimeException incomplete() {
    return Problem.unavailable("Not all ballots are corrected yet. Send the request again.")
        .asException();
  }

  /** The same correction has the same id, so it may be sent twice. */
  private PollVote correction(Poll poll, WrongBallot ballot) {
    String name = String.join("|", poll.id(), ballot.voter(), ballot.current().toString());
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new PollVote(
        PollVote.VERSION, id, poll.id(), ballot.voter(), ballot.choices(), now, ballot.current());
  }

  private static RuntimeException invalid(FieldViolationException violation) {
    return Problem.invalid(violation).asException();
  }
}
