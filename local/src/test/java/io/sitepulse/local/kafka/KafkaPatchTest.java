package io.sitepulse.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.metadata.MetadataCache;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.Test;

class KafkaPatchTest {
  private static final ListenerName LISTENER = ListenerName.normalised("CLIENTS");
  private static final int NO_LEADER = -1;

  @Test
  void aPartitionWithoutALeaderIsNotTakenForADeletedOne() throws Exception {
    MetadataCache cache = cache(KafkaPatch.patched(KafkaPatch.original()));

    assertThat(cache.getPartitionLeaderEndpoint("votes", 0, LISTENER)).contains(Node.noNode());
    assertThat(cache.getPartitionLeaderEndpoint("votes", 1, LISTENER)).isEmpty();
    assertThat(cache.getPartitionLeaderEndpoint("deleted", 0, LISTENER)).isEmpty();
  }

  @Test
  void kafkaStillHasTheFault() throws Exception {
    Optional<Node> leader =
        cache(KafkaPatch.original()).getPartitionLeaderEndpoint("votes", 0, LISTENER);

    assertThat(leader).as("mended in this version of Kafka: delete KafkaPatch").isEmpty();
  }

  @Test
  void anotherClassIsRefused() {
    byte[] patched = KafkaPatch.patched(KafkaPatch.original());
    assertThat(patched).isNotEqualTo(KafkaPatch.original());

    assertThatThrownBy(() -> KafkaPatch.patched(bytesOf(KafkaPatchTest.class)))
        .hasMessageContaining("0 steps");
  }

  /** Makes a cache of a class file that knows one partition, without a leader. */
  private static MetadataCache cache(byte[] file) throws Exception {
    Class<?> type = new OneClass(file).loadClass(KafkaPatch.PATCHED);
    Supplier<KRaftVersion> version = () -> KRaftVersion.KRAFT_VERSION_1;
    Object cache = type.getConstructor(int.class, Supplier.class).newInstance(1, version);
    type.getMethod("setImage", MetadataImage.class).invoke(cache, image());
    return (MetadataCache) cache;
  }

  private static MetadataImage image() {
    Uuid id = Uuid.randomUuid();
    var delta = new MetadataDelta.Builder().setImage(MetadataImage.EMPTY).build();
    delta.replay(new TopicRecord().setName("votes").setTopicId(id));
    delta.replay(
        new PartitionRecord()
            .setTopicId(id)
            .setPartitionId(0)
            .setReplicas(List.of(1))
            .setDirectories(List.of(Uuid.randomUuid()))
            .setIsr(List.of())
            .setLeader(NO_LEADER));
    return delta.apply(MetadataProvenance.EMPTY);
  }

  private static byte[] bytesOf(Class<?> type) throws Exception {
    try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  /** Loads one class from its file, and all others as usual. */
  private static final class OneClass extends ClassLoader {
    private final byte[] file;

    OneClass(byte[] file) {
      super(KafkaPatchTest.class.getClassLoader());
      this.file = file;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.equals(KafkaPatch.PATCHED)) {
          loaded = defineClass(name, file, 0, file.length);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }
  }
}
