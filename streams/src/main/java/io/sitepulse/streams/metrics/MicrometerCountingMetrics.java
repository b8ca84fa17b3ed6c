package io.sitepulse.streams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;
import java.util.EnumMap;
import java.util.Map;

/**
 * Registers {@code sitepulse.events.…} and {@code sitepulse.votes.…}. All meters exist from the
 * start, because an alert cannot distinguish a missing series from one that is 0.
 */
public final class MicrometerCountingMetrics implements CountingMetrics {
  private final Map<EventKind, Counter> counted = new EnumMap<>(EventKind.class);
  private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
  private final Map<Reason, Counter> rejectedVotes = new EnumMap<>(Reason.class);
  private final Counter duplicates;
  private final Counter bots;
  private final Counter ballots;
  private final Counter changes;
  private final Counter duplicateVotes;

  public MicrometerCountingMetrics(MeterRegistry registry) {
    for (EventKind kind : EventKind.values()) {
      counted.put(kind, registry.counter("sitepulse.events.counted", "kind", kind.label()));
    }
    for (Reason reason : Reason.values()) {
      rejected.put(reason, registry.counter("sitepulse.events.rejected", "reason", reason.label()));
      rejectedVotes.put(
          reason, registry.counter("sitepulse.votes.rejected", "reason", reason.label()));
    }
    duplicates = registry.counter("sitepulse.events.duplicates");
    bots = registry.counter("sitepulse.events.bots");
    ballots = registry.counter("sitepulse.votes.ballots");
    changes = registry.counter("sitepulse.votes.changes");
    duplicateVotes = registry.counter("sitepulse.votes.duplicates");
  }

  @Override
  public void counted(EventKind kind) {
    increment(counted, kind);
  }

  @Override
  public void duplicate() {
    duplicates.increment();
  }

  @Override
  public void bot() {
    bots.increment();
  }

  @Override
  public void rejected(Reason reason) {
    increment(rejected, reason);
  }

  @Override
  public void ballot() {
    ballots.increment();
  }

  @Override
  public void ballotChanged() {
    changes.increment();
  }

  @Override
  public void duplicateVote() {
    duplicateVotes.increment();
  }

  @Override
  public void rejectedVote(Reason reason) {
    increment(rejectedVotes, reason);
  }

  private static <K> void increment(Map<K, Counter> counters, K key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.increment();
    }
  }
}
