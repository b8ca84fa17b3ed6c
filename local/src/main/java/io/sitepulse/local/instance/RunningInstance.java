package io.sitepulse.local.instance;

import io.sitepulse.runtime.kafka.KafkaClientProperties;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An instance that runs, and where its parts answer.
 *
 * @param pid its process
 * @param started when that process began, as the system says, in milliseconds of the epoch: a
 *     process id is used again
 * @param url where people and pages find it
 * @param kafka where its Kafka is, with the password
 * @param clickHouse where its ClickHouse is
 * @param data its data folder
 * @param secret fingerprint of the secret its sessions and links are signed with, so that a command
 *     knows whether it has the same one
 */
public record RunningInstance(
    long pid,
    long started,
    URI url,
    KafkaConfig kafka,
    ClickHouseAddress clickHouse,
    Path data,
    String secret) {

  /**
   * Address of an instance's ClickHouse.
   *
   * @param url JDBC URL
   * @param user user name
   * @param password password, never logged
   */
  public record ClickHouseAddress(String url, String user, String password) {
    @Override
    public String toString() {
      return url;
    }
  }

  /** An instance of this very process. */
  public static RunningInstance ofThisProcess(
      URI url, KafkaConfig kafka, ClickHouseAddress clickHouse, Path data, String secret) {
    ProcessHandle self = ProcessHandle.current();
    return new RunningInstance(self.pid(), startOf(self), url, kafka, clickHouse, data, secret);
  }

  /** Start of this process, as it is compared. */
  static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
  }

  /** Tells if the process that wrote this entry still runs. */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> started == 0 || startOf(process) == started)
        .isPresent();
  }

  Properties properties() {
    var properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("started", Long.toString(started));
    properties.setProperty("url", url.toString());
    properties.setProperty("kafka", kafka.bootstrap());
    properties.setProperty("kafka.client-properties", kafka.security().text());
    properties.setProperty("clickhouse.url", clickHouse.url());
    properties.setProperty("clickhouse.user", clickHouse.user());
    properties.setProperty("clickhouse.password", clickHouse.password());
    properties.setProperty("data", data.toString());
    properties.setProperty("secret", secret);
    return properties;
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if something is missing
   */
  static RunningInstance of(Properties properties) {
    return new RunningInstance(
        Long.parseLong(properties.getProperty("pid", "")),
        Long.parseLong(properties.getProperty("started", "")),
        URI.create(properties.getProperty("url", "")),
        new KafkaConfig(
            properties.getProperty("kafka", ""),
            KafkaConfig.DEFAULT_PARTITIONS,
            new KafkaClientProperties(properties.getProperty("kafka.client-properties", ""))),
        new ClickHouseAddress(
            properties.getProperty("clickhouse.url", ""),
            properties.getProperty("clickhouse.user", ""),
            properties.getProperty("clickhouse.password", "")),
        Path.of(properties.getProperty("data", "")),
        properties.getProperty("secret", ""));
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return url + " (pid " + pid + ", data in " + data + ")";
  }
}
