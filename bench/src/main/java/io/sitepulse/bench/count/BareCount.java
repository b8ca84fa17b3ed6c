package io.sitepulse.bench.count;

import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.streams.runner.CountingConfig;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ceiling of the counting: counts the records of each key exactly once in RocksDB and writes
 * the counts to a topic. It does not look at the values.
 *
 * <p>{@code BareCount INPUT OUTPUT STATE_FOLDER}
 */
public final class BareCount {
  private static final long CACHE_BYTES = 10L << 20;
  private static final int COMMIT_MS = 100;

  private BareCount() {}

  /** Runs until SIGTERM. */
  public static void main(String[] arguments) throws InterruptedException {
    var settings = KafkaConfig.from(Settings.load(null, System.getenv())).client();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bare-count-" + arguments[0]);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[2]);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, CountingConfig.DEFAULT_THREADS);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MS);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    settings.put("auto.offset.reset", "earliest");
    var streams = new KafkaStreams(topology(arguments[0], arguments[1]), settings);
    streams.setUncaughtExceptionHandler(
        failure -> {
          System.err.println(failure);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "close"));
    streams.setStateListener(
        (now, before) -> {
          if (now.hasCompletedShutdown()) {
            stopped.countDown();
          }
        });
    streams.start();
    stopped.await();
  }

  static Topology topology(String input, String output) {
    var builder = new StreamsBuilder();
    builder.stream(input, Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .groupByKey(Grouped.with(Serdes.String(), Serdes.ByteArray()))
        .count(
            Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts")
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.Long()))
        .toStream()
        .to(output, Produced.with(Serdes.String(), Serdes.Long()));
    return builder.build();
  }
}
