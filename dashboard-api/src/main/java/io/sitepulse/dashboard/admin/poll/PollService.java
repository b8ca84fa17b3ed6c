package io.sitepulse.dashboard.admin.poll;

import io.sitepulse.contract.poll.Phase;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
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

/** Makes, changes, closes and takes away polls. */
final class PollService {
  private final ManageSources sources;
  private final SerialTaskQueue serialTaskQueue = new SerialTaskQueue();
  private final Clock clock;

  PollService(ManageSources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /** Makes a poll as the body says. */
  Future<Poll> create(RequestContext requestContext) {
    Poll poll = poll(requestContext.body(PollRequest.class));
    return serialTaskQueue.take(
        () -> {
          if (sources.polls().get(poll.id()).isPresent()) {
            throw conflict("exists", "Exists already", "There is a poll " + poll.id() + ".");
          }
          return write(requestContext, null, poll, "poll.create");
        });
  }

  /** Changes a poll as the body says. */
  Future<Poll> change(RequestContext requestContext, String id) {
    return serialTaskQueue.take(
        () -> {
          Poll before = find(id);
          requestContext.mustMatch(before);
          Poll after = poll(requestContext.body(PollRequest.of(before), PollRequest.class));
          fixed("id", before.id(), after.id());
          fixed("site", before.site(), after.site());
          check(PollRevision.refuses(before, after, hasBallots(id)));
          return write(requestContext, before, after, "poll.update");
        });
  }

  /** Closes an open poll now; one that is closed stays as it is. */
  Future<Poll> close(RequestContext requestContext, String id) {
    return serialTaskQueue.take(
        () -> {
          Poll before = find(id);
          requestContext.mustMatch(before);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return switch (before.phaseAt(now)) {
            case CLOSED -> Future.succeededFuture(before);
            case OPEN -> write(requestContext, before, closedAt(before, now), "poll.close");
            case DRAFT, SCHEDULED ->
                throw conflict("not-open", "Not open", "The poll has not been open yet.");
          };
        });
  }

  /** Takes away a draft that nobody has voted in. */
  Future<Void> remove(RequestContext requestContext, String id) {
    return serialTaskQueue.take(
        () -> {
          Poll poll = find(id);
          requestContext.mustMatch(poll);
          if (poll.phaseAt(clock.instant()) != Phase.DRAFT || hasBallots(id)) {
            throw conflict("in-use", "In use", "Only drafts without ballots can be taken away.");
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

  private Poll find(String id) {
    return sources
        .polls()
        .get(id)
        .orElseThrow(() -> Problem.notFound("There is no such poll.").asException());
  }

  private boolean hasBallots(String id) {
    return sources.tallies().get(id).map(PollTally::participants).orElse(0L) > 0;
  }

  private static Poll poll(PollRequest edit) {
    try {
      return edit.toPoll();
    } catch (IllegalArgumentException e) {
      throw RequestContext.broken(e);
    }
  }

  /** A poll may close in the very millisecond it opened in. */
  private static Poll closedAt(Poll poll, Instant now) {
    Instant opens = poll.opens();
    return poll.toBuilder().opens(opens).closes(opens == null || opens.isBefore(now) ? now : opens.plusMillis(1)).build();
  }

  private static void fixed(String field, String before, String after) {
    if (!before.equals(after)) {
      throw RequestContext.invalid(field, Rule.FIXED, "cannot be changed");
    }
  }

  private static void check(List<FieldViolationException> refusals) {
    if (!refusals.isEmpty()) {
      var faults = refusals.stream().map(Problem.Fault::of).toList();
      String detail = refusals.get(0).sentence();
      throw new Problem("/problems/has-ballots", "Has ballots", 409, detail, faults).asException();
    }
  }

  private static RuntimeException conflict(String kind, String title, String detail) {
    return Problem.of(409, kind, title, detail).asException();
  }
}
