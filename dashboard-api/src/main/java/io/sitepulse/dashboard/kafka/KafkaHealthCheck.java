package io.sitepulse.dashboard.kafka;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether Kafka answers: asked every few seconds, so that asking us costs nothing. */
public final class KafkaHealthCheck implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int ANSWER_MS = 3_000;

  private final Admin admin;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "kafka-pulse");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean answers;

  public KafkaHealthCheck(Properties client) {
    var settings = new Properties();
    settings.putAll(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
    this.admin = Admin.create(settings);
  }

  /** Begins to ask. */
  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it answered the last time. */
  public boolean answers() {
    return answers;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    admin.close(Duration.ofSeconds(1));
  }

  private void ask() {
    try {
      answers = !admin.describeCluster().nodes().get().isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      answers = false;
    }
  }
}
