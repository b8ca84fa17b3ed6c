package io.sitepulse.bench.process;

import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Registers the site that receives all events. */
final class Registration {
  private Registration() {}

  /** Writes the definition of a site and waits for its acknowledgement. */
  static void register(KafkaConfig kafka, String id) throws Exception {
    Site site = Site.builder().id(id).name("Benchmark").build();
    Properties settings = kafka.client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), Topics.SITES.value().serializer())) {
      producer.send(new ProducerRecord<>(Topics.SITES.name(), id, site)).get();
    }
  }
}
