package io.sitepulse.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.sitepulse.runtime.kafka.TestBroker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten times as many events at once as a collector may hold. */
class OverloadIT {
  private static final int LIMIT = IngestTester.EVENTS_IN_FLIGHT;
  private static final int EVENTS = 500;
  private static final int SENDERS = 10 * LIMIT / EVENTS;

  /** Much less than the timeout of a tracker. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** Events stay in flight so long that more come than may, however fast the machine is. */
  private static final Duration LINGER = Duration.ofMillis(500);

  /** Requests that fit into the limit together. */
  private static final int FITTING = LIMIT / EVENTS - 1;

  private record Batch(List<UUID> ids) {
    static Batch create() {
      return new Batch(Stream.generate(UUID::randomUUID).limit(EVENTS).toList());
    }

    String body() {
      return ids.stream().map(IngestTester::view).collect(Collectors.joining(",", "[", "]"));
    }
  }

  private record Outcome(Batch batch, HttpResponse<String> response, Duration took) {}

  @Test
  void whatExceedsTheLimitIsRefusedAndWhatIsAcceptedIsStored(@TempDir Path folder)
      throws Exception {
    try (var broker = TestBroker.start(folder);
        var ingest = IngestTester.startLingering(broker, LINGER)) {
      ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
      var sent = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < SENDERS; i++) {
        Batch batch = Batch.create();
        sent.add(senders.submit(() -> send(ingest, batch)));
      }
      Set<UUID> accepted = new HashSet<>();
      var refused = new ArrayList<Outcome>();
      for (Future<Outcome> future : sent) {
        Outcome outcome = future.get();
        assertThat(outcome.took()).isLessThan(LONGEST);
        assertThat(waiting(ingest)).isLessThanOrEqualTo(LIMIT);
        if (outcome.response().statusCode() == 202) {
          accepted.addAll(outcome.batch().ids());
        } else {
          refused.add(outcome);
        }
      }
      assertThat(accepted).isNotEmpty();
      assertThat(refused).isNotEmpty();
      for (Outcome outcome : refused) {
        assertThat(outcome.response().statusCode()).isEqualTo(503);
        assertThat(outcome.response().headers().firstValue("Retry-After")).isPresent();
      }

      // It recovers by itself, and takes what it has refused.
      assertThat(waiting(ingest)).isZero();
      for (int begin = 0; begin < refused.size(); begin += FITTING) {
        var again = new ArrayList<Future<Outcome>>();
        for (Outcome outcome : refused.subList(begin, Math.min(begin + FITTING, refused.size()))) {
          again.add(senders.submit(() -> send(ingest, outcome.batch())));
        }
        for (Future<Outcome> future : again) {
          assertThat(future.get().response().statusCode()).isEqualTo(202);
          accepted.addAll(future.get().batch().ids());
        }
      }
      senders.shutdown();
      Set<UUID> stored =
          TopicContents.events(broker.config()).stream()
              .map(record -> record.value().id())
              .collect(Collectors.toSet());
      assertThat(stored).hasSize(SENDERS * EVENTS).isEqualTo(accepted);
    }
  }

  private static Outcome send(IngestTester ingest, Batch batch) {
    long begin = System.nanoTime();
    HttpResponse<String> response = ingest.post(batch.body(), "203.0.113.7");
    return new Outcome(batch, response, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static double waiting(IngestTester ingest) {
    Gauge gauge = ingest.registry.find("sitepulse.events.waiting").gauge();
    return gauge == null ? Double.NaN : gauge.value();
  }
}
