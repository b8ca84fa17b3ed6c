package io.sitepulse.ingest.kafka;

import io.sitepulse.runtime.kafka.Topics;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes departures to {@code visitor-departures}. No answer waits for them. */
public final class KafkaDepartureLog implements DepartureLog {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaDepartureLog.class);
  private static final byte[] NOTHING = {};

  private final Producer<String, byte[]> producer;

  /**
   * Creates the log.
   *
   * @param producer must not block in {@code send}
   */
  public KafkaDepartureLog(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void departed(String site, String pseudonym, Instant at) {
    String key = Topics.key(site, pseudonym);
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.VISITOR_DEPARTURES.name(), null, at.toEpochMilli(), key, NOTHING));
    } catch (KafkaException | IllegalStateException e) {
      LOG.debug("cannot write a departure", e); // Closed, or broken for good.
    }
  }
}
