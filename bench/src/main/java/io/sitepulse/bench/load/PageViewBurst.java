package io.sitepulse.bench.load;

import io.sitepulse.bench.process.Installation;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.event.EventPack;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes page views of equally likely visitors to a topic: to {@code page-views} some events a
 * record, as the collector does under load, to another topic one event a record. All of them become
 * visible at the same instant, by a transaction, so that making them costs nothing while they are
 * read.
 */
public final class PageViewBurst implements AutoCloseable {
  private static final int TRANSACTION_TIMEOUT_MS = 300_000;
  private static final int PAGES = 1000;

  /** Events a record: about what the collector sends together at 64 connections. */
  private static final int PACK = 10;

  private final KafkaProducer<String, byte[]> producer;
  private final SplittableRandom random = new SplittableRandom();
  private final String topic;
  private final int visitors;
  private final int sites;
  private final int partitions;
  private @Nullable Future<RecordMetadata> last;

  /**
   * Opens a producer.
   *
   * @param topic {@code page-views}, where the partition follows the event id as in the product, or
   *     another topic, where it follows the key
   * @param visitors number of equally likely visitors
   * @param sites number of equally likely sites, which the visitors share
   */
  public PageViewBurst(KafkaConfig kafka, String topic, int visitors, int sites) {
    var settings = kafka.client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-" + topic);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.topic = topic;
    this.visitors = visitors;
    this.sites = sites;
    producer.initTransactions();
    this.partitions = producer.partitionsFor(topic).size();
  }

  /** Writes events and returns when all of them are visible. */
  public void send(int events) throws Exception {
    producer.beginTransaction();
    if (topic.equals(Topics.PAGE_VIEWS.name())) {
      sendPacks(events);
    } else {
      for (int i = 0; i < events; i++) {
        PageView event = event();
        byte[] json = Topics.PAGE_VIEWS.value().serializer().serialize(topic, event);
        sendLater(new ProducerRecord<>(topic, Topics.keyOf(event), json));
      }
    }
    producer.flush();
    if (last != null) {
      last.get();
    }
    producer.commitTransaction();
  }

  private void sendPacks(int events) {
    var packs = new HashMap<Integer, List<byte[]>>();
    for (int i = 0; i < events; i++) {
      PageView event = event();
      int partition = Topics.partitionOf(event.id(), partitions);
      List<byte[]> pack = packs.computeIfAbsent(partition, unused -> new ArrayList<>(PACK));
      pack.add(EventPack.entry(event));
      if (pack.size() == PACK) {
        sendLater(record(partition, packs.remove(partition)));
      }
    }
    packs.forEach((partition, pack) -> sendLater(record(partition, pack)));
  }

  private void sendLater(ProducerRecord<String, byte[]> record) {
    last = producer.send(record);
  }

  private ProducerRecord<String, byte[]> record(int partition, List<byte[]> pack) {
    return new ProducerRecord<>(topic, partition, "", EventPack.of(pack));
  }

  private PageView event() {
    Instant now = Instant.now();
    int page = random.nextInt(PAGES);
    // In ClickHouse 0 means that an event has no visitor.
    int visitor = 1 + random.nextInt(visitors);
    return PageView.builder()
        .id(new UUID(random.nextLong(), random.nextLong()))
        .site(siteOf(visitor % sites))
        .day(now.atZone(Site.DEFAULT_ZONE).toLocalDate())
        .visitor(String.format(Locale.ROOT, "%016x", visitor * 0x9E3779B97F4A7C15L))
        .at(now)
        .received(now)
        .page("/tin-tuc/bai-" + page)
        .title("Thong bao so " + page)
        .referrer("www.example.org/tim-kiem")
        .language("vi")
        .build();
  }

  private static String siteOf(int number) {
    return number == 0 ? Installation.SITE : Installation.SITE + "-" + number;
  }

  @Override
  public void close() {
    producer.close();
  }
}
