package io.sitepulse.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.streams.metrics.CountingMetrics;
import io.sitepulse.streams.partition.Partitions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import org.junit.jupiter.api.Test;

class StreamsTopologyTest {
  private final Topology topology =
      new StreamsTopology(
              CountingMetrics.NONE, new Partitions(1), new Partitions(1), Duration.ofMillis(25))
          .build();

  /** Renaming a store or an internal topic loses its contents in a running installation. */
  @Test
  void theTopologyIsTheExpectedOne() throws IOException {
    try (var in = StreamsTopologyTest.class.getResourceAsStream("topology.txt")) {
      var expected = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(topology.describe().toString().strip()).isEqualTo(expected.strip());
    }
  }

  @Test
  void noOperatorHasAGeneratedName() {
    assertThat(topology.describe().toString()).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
  }

  @Test
  void itsInputsAreKnown() {
    assertThat(topology.describe().subtopologies())
        .flatExtracting(Subtopology::nodes)
        .filteredOn(Source.class::isInstance)
        .flatExtracting(source -> ((Source) source).topicSet())
        .filteredOn(topic -> !topic.toString().endsWith("-repartition"))
        .hasSameElementsAs(StreamsTopology.INPUTS);
  }
}
