package io.sitepulse.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
  private static final TopicPartition PARTITION = new TopicPartition("sites", 0);

  private final List<Optional<Duration>> closes = new CopyOnWriteArrayList<>();

  /** Eight tables that waited a second each made the stop of dashboard-api take nine. */
  @Test
  void closesItsConsumerWithoutWaitingForTheBroker() {
    var consumer = new ClosingConsumer();
    try (var reader = new TopicReader(PARTITION.topic(), () -> consumer, unused -> {})) {
      reader.start();
      reader.ready().join();
    }

    assertThat(closes).first().isEqualTo(Optional.of(Duration.ZERO));
    assertThat(consumer.closed()).isTrue();
  }

  private final class ClosingConsumer extends MockConsumer<String, byte[]> {
    ClosingConsumer() {
      super("earliest");
      updatePartitions(
          PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, null, null, null)));
      updateBeginningOffsets(Map.of(PARTITION, 0L));
      updateEndOffsets(Map.of(PARTITION, 0L));
    }

    @Override
    public void close(CloseOptions options) {
      closes.add(options.timeout());
      super.close(options);
    }
  }
}
