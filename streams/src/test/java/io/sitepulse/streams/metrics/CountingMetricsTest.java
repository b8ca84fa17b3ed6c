package io.sitepulse.streams.metrics;

import static io.sitepulse.streams.topology.Events.heartbeat;
import static io.sitepulse.streams.topology.Events.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.topology.CountingTester;
import io.sitepulse.streams.topology.Polls;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountingMetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void everyEventAndVoteIsInExactlyOneColumn() {
    UUID id = UUID.randomUUID();
    var vote = Polls.vote("p", 1, id, "useful");
    try (var counting = CountingTester.startAt(NOON, new MicrometerCountingMetrics(registry))) {
      counting.send(view(NOON).id(id), view(NOON).id(id), heartbeat(NOON), view(NOON).bot());
      counting.send(view(NOON).late(Duration.ofHours(25)));
      counting.sendText(Topics.PAGE_VIEWS, "k", "?");
      counting.define(Polls.poll("p", 1, true));
      counting.vote(vote, vote, Polls.vote("p", 1, UUID.randomUUID(), "easy"));
      counting.vote(Polls.vote("p", 2, UUID.randomUUID(), "nonsense"));
    }

    assertThat(count("sitepulse.events.counted", "kind", "view")).isEqualTo(1);
    assertThat(count("sitepulse.events.counted", "kind", "heartbeat")).isEqualTo(1);
    assertThat(count("sitepulse.events.duplicates")).isEqualTo(1);
    assertThat(count("sitepulse.events.bots")).isEqualTo(1);
    assertThat(count("sitepulse.events.rejected", "reason", "too-old")).isEqualTo(1);
    assertThat(count("sitepulse.events.rejected", "reason", "unreadable")).isEqualTo(1);
    assertThat(count("sitepulse.votes.ballots")).isEqualTo(1);
    assertThat(count("sitepulse.votes.changes")).isEqualTo(1);
    assertThat(count("sitepulse.votes.duplicates")).isEqualTo(1);
    assertThat(count("sitepulse.votes.rejected", "reason", "unknown-option")).isEqualTo(1);
  }

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }
}
