package io.sitepulse.bench.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.ingest.IngestConfig;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The ceiling of the collector: parses the JSON of a request, writes each event as a record and
 * answers 202 when all in-sync replicas have them. It validates nothing and adds nothing.
 *
 * <p>{@code BareCollector PORT TOPIC [KEYS]}: the key of a record is the event's id, or one of KEYS
 * equally likely ones.
 */
public final class BareCollector {
  private static final int ACCEPTED = 202;
  private static final int INVALID = 400;
  private static final int UNAVAILABLE = 503;

  private final Vertx vertx = Vertx.vertx();
  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private final int keys;

  private BareCollector(KafkaConfig kafka, String topic, int keys) {
    this.producer = open(kafka);
    this.topic = topic;
    this.keys = keys;
  }

  /** Runs until SIGTERM. */
  public static void main(String[] arguments) throws Exception {
    KafkaConfig kafka = KafkaConfig.from(Settings.load(null, System.getenv()));
    int keys = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    var collector = new BareCollector(kafka, arguments[1], keys);
    collector.producer.partitionsFor(arguments[1]);
    collector
        .vertx
        .createHttpServer()
        .requestHandler(collector::handle)
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .await();
  }

  /** A producer with the settings of the product's collector. */
  private static KafkaProducer<String, byte[]> open(KafkaConfig kafka) {
    var settings = kafka.client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, IngestConfig.DEFAULT_LINGER_MS);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) IngestConfig.DEFAULT_BUFFER_MIB << 20);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  private void handle(HttpServerRequest request) {
    if (request.path().startsWith("/health")) {
      request.response().end();
    } else {
      Context context = vertx.getOrCreateContext();
      request.bodyHandler(body -> collect(request, context, body));
    }
  }

  private void collect(HttpServerRequest request, Context context, Buffer body) {
    List<ProducerRecord<String, byte[]>> records;
    try {
      records = records(body.getBytes());
    } catch (IOException e) {
      request.response().setStatusCode(INVALID).end();
      return;
    }
    var open = new AtomicInteger(records.size());
    var failed = new AtomicInteger();
    for (var record : records) {
      var unused =
          producer.send(
              record,
              (metadata, error) -> {
                if (error != null) {
                  failed.incrementAndGet();
                }
                if (open.decrementAndGet() == 0) {
                  int status = failed.get() == 0 ? ACCEPTED : UNAVAILABLE;
                  context.runOnContext(nothing -> request.response().setStatusCode(status).end());
                }
              });
    }
  }

  private List<ProducerRecord<String, byte[]>> records(byte[] body) throws IOException {
    JsonNode json = Json.MAPPER.readTree(body);
    if (!json.isArray()) {
      return List.of(record(json, body));
    }
    var records = new ArrayList<ProducerRecord<String, byte[]>>(json.size());
    for (JsonNode event : json) {
      records.add(record(event, Json.MAPPER.writeValueAsBytes(event)));
    }
    return records;
  }

  private ProducerRecord<String, byte[]> record(JsonNode event, byte[] bytes) {
    String id = event.path("id").asText();
    String key = keys == 0 ? id : Integer.toString(Math.floorMod(id.hashCode(), keys));
    return new ProducerRecord<>(topic, key, bytes);
  }
}
