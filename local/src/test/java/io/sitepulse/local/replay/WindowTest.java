package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final List<Batch> out = new ArrayList<>();
  private final Window window = new Window(out::add, EarlierEvents.NONE);

  @Test
  void aBatchIsOfOneVisitorThoughOthersStandBetween() throws Exception {
    window.add(visitor(1), page("/a"));
    window.add(visitor(2), page("/b"));
    window.add(visitor(1), page("/c"));
    window.flush();

    assertThat(out).extracting(Batch::visitor).containsExactly(visitor(1), visitor(2));
    assertThat(out.get(0).pages()).extracting(SentPage::page).containsExactly("/a", "/c");
  }

  @Test
  void aBatchStaysWithinWhatTheEndpointTakes() throws Exception {
    String longest = "/" + "x".repeat(1_000);
    for (int i = 0; i < 1_000; i++) {
      window.add(visitor(1), page(i % 2 == 0 ? longest : "/"));
    }
    window.flush();

    assertThat(out).allSatisfy(batch -> assertThat(batch.pages()).hasSizeLessThanOrEqualTo(100));
    assertThat(out)
        .allSatisfy(
            batch ->
                assertThat(batch.pages().stream().mapToInt(SentPage::size).sum())
                    .isLessThan(256 * 1024));
    assertThat(out.stream().mapToInt(batch -> batch.pages().size()).sum()).isEqualTo(1_000);
  }

  @Test
  void aFullWindowIsHandedOn() throws Exception {
    for (int i = 0; i < 4_000; i++) {
      window.add(visitor(i), page("/"));
    }

    assertThat(out).hasSize(4_000);
  }

  @Test
  void whatWasSentLongBeforeIsNotSentAgain() throws Exception {
    UUID old = new UUID(0, 7);
    var careful = new Window(out::add, ids -> ids.contains(old) ? Set.of(old) : Set.of());
    careful.add(visitor(1), new SentPage(old, "demo", "/old", null));
    careful.add(visitor(1), page("/new"));
    careful.add(visitor(2), new SentPage(old, "demo", "/old", null));
    careful.flush();

    assertThat(out).hasSize(1);
    assertThat(out.get(0).pages()).extracting(SentPage::page).containsExactly("/new");
    assertThat(careful.skipped()).isEqualTo(2);
  }

  private static Visitor visitor(int number) {
    return new Visitor("2001:db8::" + Integer.toHexString(number), "A");
  }

  private static SentPage page(String path) {
    return new SentPage(new UUID(0, 0), "demo", path, null);
  }
}
