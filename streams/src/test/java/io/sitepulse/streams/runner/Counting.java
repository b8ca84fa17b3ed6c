package io.sitepulse.streams.runner;

import static io.sitepulse.streams.topology.Events.view;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.topology.StreamsTopology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A counting on a real broker, and what goes in and comes out. */
final class Counting {
  private Counting() {}

  /**
   * Makes a counting that is not started.
   *
   * @param folder for its stores
   * @param application application id of Kafka Streams
   */
  static StreamsRunner runner(KafkaConfig kafka, Path folder, String application, ClockWatch watch)
      throws Exception {
    return runner(kafka, folder, application, watch, 64);
  }

  /** Makes a counting whose stores have so many megabytes of memory. */
  static StreamsRunner runner(
      KafkaConfig kafka, Path folder, String application, ClockWatch watch, int memory)
      throws Exception {
    var config =
        new CountingConfig(
            application,
            folder.resolve("state"),
            2,
            CountingConfig.DEFAULT_COMMIT_INTERVAL,
            CountingConfig.DEFAULT_OUTBOX_INTERVAL,
            1,
            Takeover.DEFAULT,
            memory);
    var topics = RepartitionTopics.read(application, kafka.client());
    var topology =
        new StreamsTopology(
            CountingMetrics.NONE, topics.visitors(), topics.sites(), config.outboxInterval());
    return new StreamsRunner(
        topology::build,
        config,
        kafka.client(),
        new SimpleMeterRegistry(),
        new FaultPolicy(System::nanoTime, config.threads()),
        watch);
  }

  /** Sends views of the site demo by ten visitors. A number always has the same event id. */
  static void send(KafkaConfig kafka, Instant at, int from, int to) {
    var properties = new Properties();
    properties.putAll(kafka.client());
    try (var producer =
        new KafkaProducer<String, PageView>(
            properties, new StringSerializer(), Topics.PAGE_VIEWS.value().serializer())) {
      for (int i = from; i < to; i++) {
        var event = view(at).by(i % 10).id(new UUID(0, i)).build();
        int partition = Topics.partitionOf(event.id(), kafka.partitions());
        var unused =
            producer.send(
                new ProducerRecord<>(
                    Topics.PAGE_VIEWS.name(),
                    partition,
                    at.toEpochMilli(), // as the collector does
                    Topics.keyOf(event),
                    event));
      }
    }
  }

  /** The total views of the site demo. */
  static long views(KafkaTopicTable<SiteCounters> counters) {
    return counters.get("demo").map(site -> site.total().views()).orElse(0L);
  }
}
