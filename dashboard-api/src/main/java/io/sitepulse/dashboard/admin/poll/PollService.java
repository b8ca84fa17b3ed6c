package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

  /** Creates a poll from the request body. */
  Future<Poll> create(RequestContext requestContext) {
    Poll poll = poll(requestContext.body(PollRequest.class));
    return writes.submit(
        () -> {
          if (sources.polls().get(poll.id()).isPresent()) {
            throw conflict(
                "exists", "Exists already", "The poll " + poll.id() + " exists already.");
          }
          return write(requestContext, null, poll, "poll.create");
        });
  }

  /** Updates a poll from the request body. */
  Future<Poll> update(RequestContext requestContext, String id) {
    return writes.submit(
        () -> {
          Poll before = get(id);
          requestContext.requireMatch(before);
          Poll after = poll(requestContext.body(PollRequest.of(before), PollRequest.class));
          requireUnchanged("id", before.id(), after.id());
          requireUnchanged("site", before.site(), after.site());
          requireNone(PollRevision.violations(before, after, hasBallots(id)));
          return write(requestContext, before, after, "poll.update");
        });
  }

  /** Closes an open poll now. A closed poll stays unchanged. */
  Future<Poll> close(RequestContext requestContext, String id) {
    return writes.submit(
        () -> {
          Poll before = get(id);
          requestContext.requireMatch(before);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return switch (before.phaseAt(now)) {
            case CLOSED -> Future.succeededFuture(before);
            case OPEN -> write(requestContext, before, closedAt(before, now), "poll.close");
            case DRAFT, SCHEDULED ->
                throw conflict("not-open", "Not open", "The poll has not opened yet.");
          };
        });
  }

  /** Removes a draft without ballots. */
  Future<Void> remove(RequestContext requestContext, String id) {
    return writes.submit(
        () -> {
          Poll poll = get(id);
          requestContext.requireMatch(poll);
          if (poll.phaseAt(clock.instant()) != Phase.DRAFT || hasBallots(id)) {
            throw conflict("in-use", "In use", "Only drafts without ballots can be removed.");
          }
          return sources
              .definitions()
              .remove(Topics.POLLS, id, poll, requestContext.caller().author(), "poll.remove");
        });
  }

  private Future<Poll> write(
      RequestContext requestContext, @Nullable Poll before, Poll after, String action) {
    if (after.equals(before)) {
      return Future.succeededFuture(after);
    }
    return sources
        .definitions()
        .put(Topics.POLLS, after.id(), before, after, requestContext.caller().author(), action)
        .map(after);
  }

  /**
   * Returns a poll.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  Poll get(String id) {
    return sources.polls().get(id).orElseThrow(() -> ManageRoutes.notFound("poll"));
  }

  private boolean hasBallots(String id) {
    return sources.tallies().get(id).map(PollTally::participants).orElse(0L) > 0;
  }

  private static Poll poll(PollRequest request) {
    try {
      return request.toPoll();
    } catch (IllegalArgumentException e) {
      throw RequestContext.invalid(e);
    }
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
      throw RequestContext.invalid(field, Rule.FIXED, "cannot be changed");
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
