package io.sitepulse.streams.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultPolicyTest {
  /** Like {@link System#nanoTime} it may overflow. */
  private static final long START = Long.MAX_VALUE - Duration.ofMinutes(7).toNanos();

  private final Throwable retriable =
      new StreamsException("task", new TimeoutException("the broker is slow"));

  @Test
  void aThreadIsReplacedAfterAFewRetriableFailures() {
    var policy = new FaultPolicy(() -> START, 1);

    for (int i = 0; i < FaultPolicy.MAX_RECENT; i++) {
      assertThat(policy.replacesThread(retriable)).isTrue();
    }
    assertThat(policy.replacesThread(retriable)).isFalse();
  }

  @Test
  void anOutageThatMakesAllThreadsFailIsTolerated() {
    int threads = 64;
    var policy = new FaultPolicy(() -> START, threads);

    for (int i = 0; i < threads * FaultPolicy.MAX_RECENT; i++) {
      assertThat(policy.replacesThread(retriable)).isTrue();
    }
    assertThat(policy.replacesThread(retriable)).isFalse();
  }

  @Test
  void aThreadIsAlwaysReplacedIfFailuresAreRare() {
    var nanos = new AtomicLong(START);
    var policy = new FaultPolicy(nanos::get, 1);

    for (int i = 0; i < 100; i++) {
      assertThat(policy.replacesThread(retriable)).isTrue();
      nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    }
  }

  /**
   * The first one ended processes whose machine stood still for longer than a transaction may be
   * open.
   */
  static List<RuntimeException> lost() {
    return List.of(
        new InvalidTxnStateException("invalid state"),
        new TransactionAbortableException("aborted"),
        new ProducerFencedException("fenced"),
        new InvalidProducerEpochException("old epoch"),
        new InvalidPidMappingException("forgotten"),
        new UnknownProducerIdException("forgotten"),
        new CommitFailedException("not a member"),
        new UnknownMemberIdException("not a member"),
        new TaskMigratedException("taken over"),
        new TaskCorruptedException(Set.of(new TaskId(0, 1))));
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aThreadIsReplacedThatHasLostItsTransactionOrItsPlaceInTheGroup(RuntimeException lost) {
    var policy = new FaultPolicy(() -> START, 1);

    assertThat(policy.replacesThread(new StreamsException("commit", lost))).isTrue();
    var later = new StreamsException("send", new KafkaException("in an error state", lost));
    assertThat(policy.replacesThread(later)).isTrue();
  }

  static List<RuntimeException> permanent() {
    return List.of(
        new IllegalStateException("bug"),
        new SerializationException("unreadable"),
        new RecordTooLargeException("too large"),
        new TopicAuthorizationException("no rights"));
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void aThreadIsNotReplacedAfterWhatComesBackWithTheSameRecord(RuntimeException failure) {
    var policy = new FaultPolicy(() -> START, 1);

    assertThat(policy.replacesThread(new StreamsException(failure))).isFalse();
  }
}
