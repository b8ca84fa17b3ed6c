package io.sitepulse.streams.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdFilterTest {
  private static final int IDS = 100_000;

  private final IdFilter filter = new IdFilter();
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void everyIdThatWasAddedMayBeContained() {
    var hashes = random.longs(IDS).toArray();
    for (long hash : hashes) {
      filter.add(hash);
    }

    for (long hash : hashes) {
      assertThat(filter.mayContain(hash)).isTrue();
    }
  }

  @Test
  void nearlyNoOtherIdMayBeContained() {
    for (int i = 0; i < IDS; i++) {
      filter.add(IdFilter.hashOf("demo", new UUID(random.nextLong(), i)));
    }

    int found = 0;
    for (int i = 0; i < IDS; i++) {
      found += filter.mayContain(IdFilter.hashOf("demo", new UUID(random.nextLong(), i))) ? 1 : 0;
    }
    assertThat(found).isLessThan(IDS / 200);
  }

  @Test
  void itsMemoryIsBoundedAndItStillContainsAllIds() {
    int many = 3_000_000;
    new SplittableRandom(2).longs(many).forEach(filter::add);

    assertThat(filter.bytes()).isLessThan(IdFilter.MAX_BYTES);
    assertThat(new SplittableRandom(2).longs(many).allMatch(filter::mayContain)).isTrue();
  }

  /** Ids are made by clients, some of which count. */
  @Test
  void idsThatDifferByOneBitHaveOtherHashes() {
    long hash = IdFilter.hashOf("demo", new UUID(0, 0));

    assertThat(IdFilter.hashOf("demo", new UUID(0, 1))).isNotEqualTo(hash);
    assertThat(IdFilter.hashOf("demo", new UUID(1, 0))).isNotEqualTo(hash);
    assertThat(IdFilter.hashOf("other", new UUID(0, 0))).isNotEqualTo(hash);
  }
}
