package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.AccessProblems;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.MergePatch;
import io.sitepulse.dashboard.manage.Precondition;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates, updates, closes and removes polls. */
final class PollService {
  private final ManageSources sources;
  private final SerialTaskQueue writes = new SerialTaskQueue();
  private final Clock clock;

  PollService(ManageSources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /** Creates a poll. */
  Future<Poll> create(PollRequest request, Author by) {
    Poll poll = poll(request);
    return writes.submit(
        () -> {
          if (sources.polls().get(poll.id()).isPresent()) {
            throw conflict(
                "exists", "Exists already", "The poll " + poll.id() + " exists already.");
          }
          return write(null, openedAt(null, poll, clock.instant()), by, "poll.create");
        });
  }

  /** Updates a poll. */
  Future<Poll> update(String id, MergePatch patch, Precondition precondition, Author by) {
    return writes.submit(
        () -> {
          Poll before = get(id);
          precondition.require(before);
          Poll requested = poll(patch.applyTo(PollRequest.of(before), PollRequest.class));
          Poll after =
              requested.toBuilder()
                  .options(PollRevision.options(before, requested, hasBallots(id)))
                  .setAside(before.setAside())
                  .build();
          requireUnchanged("id", before.id(), after.id());
          requireUnchanged("site", before.site(), after.site());
          requireNone(PollRevision.violations(before, after, hasBallots(id)));
          return write(before, openedAt(before, after, clock.instant()), by, "poll.update");
        });
  }

  /** Writes what a function makes of a poll. */
  Future<Poll> revise(
      String id,
      Precondition precondition,
      Author by,
      String action,
      UnaryOperator<Poll> revision) {
    return writes.submit(
        () -> {
          Poll before = get(id);
          precondition.require(before);
          return write(before, revision.apply(before), by, action);
        });
  }

  /** Closes an open poll now. A closed poll stays unchanged. */
  Future<Poll> close(String id, Precondition precondition, Author by) {
    return writes.submit(
        () -> {
          Poll before = get(id);
          precondition.require(before);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return switch (before.phaseAt(now)) {
            case CLOSED -> Future.succeededFuture(before);
            case OPEN -> write(before, closedAt(before, now), by, "poll.close");
            case DRAFT, SCHEDULED ->
                throw conflict("not-open", "Not open", "The poll has not opened yet.");
          };
        });
  }

  /** Removes a draft without ballots. */
  Future<Void> remove(String id, Precondition precondition, Author by) {
    return writes.submit(
        () -> {
          Poll poll = get(id);
          precondition.require(poll);
          if (poll.phaseAt(clock.instant()) != Phase.DRAFT || hasBallots(id)) {
            throw conflict("in-use", "In use", "Only drafts without ballots can be removed.");
          }
          return sources.definitions().remove(Topics.POLLS, id, poll, by, "poll.remove");
        });
  }

  private Future<Poll> write(@Nullable Poll before, Poll after, Author by, String action) {
    if (after.equals(before)) {
      return Future.succeededFuture(after);
    }
    return sources
        .definitions()
        .put(Topics.POLLS, after.id(), before, after, by, action)
        .map(after);
  }

  /**
   * Returns a poll.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  Poll get(String id) {
    return sources.polls().get(id).orElseThrow(() -> AccessProblems.notFound("poll"));
  }

  private boolean hasBallots(String id) {
    return sources.tallies().get(id).map(tally -> tally.ledger().ballots()).orElse(0L) > 0;
  }

  private static Poll poll(PollRequest request) {
    try {
      return request.toPoll();
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
    }
  }

  /**
   * Gives a poll that opens when it is published the time at which it did, so that its chart and
   * reviews know since when it is open. A poll that was open before keeps what it had.
   */
  private static Poll openedAt(@Nullable Poll before, Poll after, Instant now) {
    if (after.opens() != null || after.phaseAt(now) != Phase.OPEN) {
      return after;
    }
    Phase earlier = before == null ? Phase.DRAFT : before.phaseAt(now);
    boolean opensNow = earlier == Phase.DRAFT || earlier == Phase.SCHEDULED;
    return after.toBuilder()
        .opens(before == null || opensNow ? now.truncatedTo(ChronoUnit.MILLIS) : before.opens())
        .build();
  }

  /** Closes a poll at least one millisecond after it opened. */
  private static Poll closedAt(Poll poll, Instant now) {
    Instant opens = poll.opens();
    return poll.toBuilder()
        .opens(opens)
        .closes(opens == null || opens.isBefore(now) ? now : opens.plusMillis(1))
        .build();
  }

  private static void requireUnchanged(String field, String before, String after) {
    if (!before.equals(after)) {
      throw Problem.invalid(new FieldViolationException(field, Rule.FIXED, "cannot be changed"))
          .asException();
    }
  }

  private static void requireNone(List<FieldViolationException> violations) {
    if (!violations.isEmpty()) {
      var faults = violations.stream().map(Problem.Fault::of).toList();
      String detail = violations.get(0).sentence();
      throw new Problem("/problems/has-ballots", "Has ballots", 409, detail, faults).asException();
    }
  }

  private static RuntimeException conflict(String kind, String title, String detail) {
    return Problem.of(409, kind, title, detail).asException();
  }
}
