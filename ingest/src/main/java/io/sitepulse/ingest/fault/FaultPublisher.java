package io.sitepulse.ingest.fault;

import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.log.LogKeys;
import java.time.Clock;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the changed numbers of a {@link FaultCounter} to {@code collector-faults}. */
public final class FaultPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(FaultPublisher.class);

  private final FaultCounter faultCounter;
  private final Producer<String, byte[]> producer;
  private final Clock clock;

  /**
   * Creates a publisher.
   *
   * @param producer must not block in {@code send}
   */
  public FaultPublisher(FaultCounter faultCounter, Producer<String, byte[]> producer, Clock clock) {
    this.faultCounter = faultCounter;
    this.producer = producer;
    this.clock = clock;
  }

  /**
   * Sends what has changed since the last acknowledged write. Never blocks. What Kafka does not
   * acknowledge is sent again the next time, with the numbers of then.
   */
  public void publish() {
    for (CollectorFaults faults : faultCounter.unwritten(clock.instant())) {
      send(faults);
    }
  }

  private void send(CollectorFaults faults) {
    var topic = Topics.COLLECTOR_FAULTS;
    byte[] value = topic.value().serializer().serialize(topic.name(), faults);
    Callback acknowledged =
        (metadata, error) -> {
          if (error == null) {
            faultCounter.written(faults);
          } else {
            LOG.atInfo()
                .addKeyValue(LogKeys.ERROR, error.toString())
                .log("cannot write the numbers of refused events yet");
          }
        };
    try {
      var unused =
          producer.send(
              new ProducerRecord<>(topic.name(), faults.recordKey(), value), acknowledged);
    } catch (KafkaException | IllegalStateException e) {
      acknowledged.onCompletion(null, e); // Closed, or broken for good.
    }
  }
}
