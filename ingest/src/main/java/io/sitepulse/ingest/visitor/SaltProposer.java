package io.sitepulse.ingest.visitor;

import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proposes salts: writes a random one to the topic. The first salt of a date in the topic is the
 * valid one. Used by one thread.
 */
final class SaltProposer {
  private static final Logger LOG = LoggerFactory.getLogger(SaltProposer.class);

  /** Header of salts for which an IPv6 client is its /64. Earlier releases did not write it. */
  static final String BY_NETWORK = "by-network";

  private static final long AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

  private final Producer<String, byte[]> producer;
  private final SecureRandom random = new SecureRandom();
  private final Map<LocalDate, Long> proposed = new HashMap<>();

  SaltProposer(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Proposes a salt for a date, at most every two seconds. A second proposal has no effect. */
  void propose(LocalDate date, Instant now) {
    long nanos = System.nanoTime();
    Long last = proposed.get(date);
    if (last != null && nanos - last < AGAIN_NANOS) {
      return;
    }
    proposed.put(date, nanos);
    try {
      var unused = producer.send(record(date, now), (metadata, error) -> report(date, error));
    } catch (RuntimeException e) {
      report(date, e);
    }
  }

  /** Stops proposing for a date. */
  void settled(LocalDate date) {
    proposed.remove(date);
  }

  private ProducerRecord<String, byte[]> record(LocalDate date, Instant now) {
    byte[] secret = new byte[Salt.BYTES];
    random.nextBytes(secret);
    var record =
        new ProducerRecord<>(
            Topics.VISITOR_SALTS.name(), 0, now.toEpochMilli(), date.toString(), secret);
    record.headers().add(BY_NETWORK, new byte[0]);
    return record;
  }

  private static void report(LocalDate date, @Nullable Exception error) {
    if (error != null) {
      LOG.atWarn()
          .addKeyValue(LogKeys.DATE, date)
          .addKeyValue(LogKeys.ERROR, error.getClass().getSimpleName())
          .log("cannot write salt, retrying");
    }
  }
}
