package io.sitepulse.local.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.local.instance.RunningInstance.ClickHouseAddress;
import io.sitepulse.runtime.kafka.KafkaClientProperties;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningInstancesTest {
  private static final ClickHouseAddress CLICKHOUSE =
      new ClickHouseAddress("jdbc:clickhouse://127.0.0.1:1/", "default", "secret");
  private static final KafkaConfig KAFKA =
      new KafkaConfig(
          "127.0.0.1:9092",
          KafkaConfig.DEFAULT_PARTITIONS,
          new KafkaClientProperties(
              "sasl.mechanism=PLAIN\nsasl.jaas.config=x password=\"secret\";"));

  @Test
  void anInstanceIsFoundUntilItEnds(@TempDir Path folder) throws Exception {
    var instances = new RunningInstances(folder);
    RunningInstance mine = instance(8080, folder.resolve("a"));
    try (var registration = instances.register(mine)) {
      assertThat(registration).isNotNull();
      assertThat(instances.one(null)).isEqualTo(mine);
    }
    assertThat(instances.all()).isEmpty();
    assertThatThrownBy(() -> instances.one(null))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("no sitepulse runs here");
  }

  @Test
  void ofSeveralTheOneWithTheDataFolderIsMeant(@TempDir Path folder) throws Exception {
    var instances = new RunningInstances(folder);
    RunningInstance first = instance(8080, folder.resolve("a"));
    RunningInstance second = instance(8081, folder.resolve("b"));
    try (var one = instances.register(first);
        var two = instances.register(second)) {
      assertThat(one).isNotEqualTo(two);
      assertThat(instances.one(folder.resolve("b"))).isEqualTo(second);
      assertThatThrownBy(() -> instances.one(null))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("several run")
          .hasMessageContaining("http://127.0.0.1:8081/");
    }
  }

  @Test
  void whatADeadProcessLeftIsRemoved(@TempDir Path folder) throws Exception {
    var instances = new RunningInstances(folder);
    RunningInstance mine = instance(8080, folder.resolve("a"));
    // The same process id, given to another process since.
    var dead =
        new RunningInstance(
            mine.pid(),
            mine.started() - 1,
            mine.url(),
            mine.kafka(),
            CLICKHOUSE,
            mine.data(),
            "1f");
    try (var registration = instances.register(dead)) {
      assertThat(registration).isNotNull();
      assertThat(instances.all()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** An earlier release wrote no settings of Kafka's clients, and its broker asked for none. */
  @Test
  void anInstanceOfAnEarlierReleaseIsFound() {
    Properties earlier = instance(8080, Path.of("a")).properties();
    earlier.remove("kafka.client-properties");
    KafkaConfig kafka = RunningInstance.of(earlier).kafka();
    assertThat(kafka.security()).isEqualTo(KafkaClientProperties.NONE);
    assertThat(kafka.bootstrap()).isEqualTo("127.0.0.1:9092");
  }

  @Test
  void onlyTheUserMayReadThePassword(@TempDir Path folder) throws Exception {
    var instances = new RunningInstances(folder);
    RunningInstance mine = instance(8080, folder);
    try (var registration = instances.register(mine);
        var files = Files.list(folder)) {
      assertThat(registration).isNotNull();
      var permissions = Files.getPosixFilePermissions(files.findFirst().orElseThrow());
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }
    assertThat(mine.toString()).doesNotContain("secret");
  }

  private static RunningInstance instance(int port, Path data) {
    return RunningInstance.ofThisProcess(
        URI.create("http://127.0.0.1:" + port + "/"), KAFKA, CLICKHOUSE, data, "1f");
  }
}
