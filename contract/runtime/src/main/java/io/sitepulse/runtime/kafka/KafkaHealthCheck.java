package io.sitepulse.runtime.kafka;

import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the Kafka cluster on a thread of its own and remembers if it responded, so that readiness
 * checks do not block. An exception in a poll counts as no response and does not end the schedule.
 */
public final class KafkaHealthCheck implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaHealthCheck.class);
  private static final int RESPONSE_TIMEOUT_MS = 3_000;
  private static final int MAX_RECONNECT_BACKOFF_MS = 500;

  private final Admin admin;
  private final Duration delay;
  private final Probe probe;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(KafkaHealthCheck::daemon);
  private final List<String> topics;
  private final ControllerClock clock;
  private volatile boolean responding;
  private volatile Set<String> leaderless = Set.of();

  /** A further step of the check, which runs after the cluster has responded. */
  @FunctionalInterface
  public interface Probe {
    /**
     * Runs the step on the thread of the check.
     *
     * @throws Exception if Kafka cannot be used
     */
    void run() throws Exception;
  }

  /**
   * Prepares the check. The first poll is made by {@link #start}.
   *
   * @param client connection settings as Kafka names them
   * @param delay time between two polls
   * @param probe further step of each poll
   * @param topics topics each of whose partitions needs a leader
   */
  public KafkaHealthCheck(Properties client, Duration delay, Probe probe, Topic<?>... topics) {
    this(client, delay, probe, InstantSource.system(), topics);
  }

  /** For tests, with a clock that may be wrong. */
  KafkaHealthCheck(
      Properties client, Duration delay, Probe probe, InstantSource clock, Topic<?>... topics) {
    this.clock = new ControllerClock(clock);
    var settings = new Properties();
    settings.putAll(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, RESPONSE_TIMEOUT_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, RESPONSE_TIMEOUT_MS);
    settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, MAX_RECONNECT_BACKOFF_MS);
    this.admin = Admin.create(settings);
    this.delay = delay;
    this.probe = probe;
    this.topics = Stream.of(topics).map(Topic::name).toList();
  }

  /** Starts to poll. Call once. */
  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::poll, 0, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Tells if the last poll succeeded. False before the first one. */
  public boolean isResponding() {
    return responding;
  }

  /** Names of the partitions that had no leader at the last poll, so that writes to them fail. */
  public Set<String> partitionsWithoutLeader() {
    return leaderless;
  }

  /** Says by how much the clocks of this machine and of Kafka's controller differ, if they do. */
  public Set<String> clockWarnings() {
    return clock.warning().map(Set::of).orElse(Set.of());
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(Duration.ZERO);
  }

  private void poll() {
    boolean before = responding;
    responding = succeeds();
    if (before != responding && !thread.isShutdown()) {
      LOG.info(responding ? "Kafka responds" : "Kafka does not respond");
    }
  }

  private boolean succeeds() {
    try {
      if (admin.describeCluster().nodes().get().isEmpty()) {
        return false;
      }
      leaderless = findLeaderless();
      clock.compare(admin);
      probe.run();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) { // Any other exception would end the schedule.
      LOG.atDebug().addKeyValue(LogKeys.ERROR, e.toString()).log("Kafka health check failed");
      return false;
    }
  }

  private Set<String> findLeaderless() throws ExecutionException, InterruptedException {
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .filter(partition -> partition.leader() == null || partition.leader().isEmpty())
                    .map(partition -> topic.name() + "-" + partition.partition()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "kafka-health");
    thread.setDaemon(true);
    return thread;
  }
}
