package io.sitepulse.streams.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.runtime.kafka.JsonSerde;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteRulesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final ShardDay EMPTY = ShardDay.none("demo", DAY, 1);

  @Test
  void aRepeatedPartChangesNothing() {
    ShardDay part = EMPTY.with(new DaySums(5, 2, 1, 0), views(5));
    SiteCounters once = SiteRules.replacePart(SiteCounters.none("demo"), EMPTY, part, NOON);

    assertThat(SiteRules.replacePart(once, part, part, NOON)).isEqualTo(once);
    assertThat(once.total()).isEqualTo(new DaySums(5, 2, 1, 0));
  }

  @Test
  void aLaterPartReplacesTheEarlierOneInTotalsAndLedger() {
    ShardDay first = EMPTY.with(new DaySums(5, 2, 1, 0), views(5));
    ShardDay second = EMPTY.with(new DaySums(6, 1, 1, 9), views(6));
    SiteDay day =
        new SiteDay(SiteDay.VERSION, "demo", DAY, NOON, new DaySums(7, 3, 2, 0), views(7));

    SiteDay after = SiteRules.replacePart(day, first, second, NOON);

    assertThat(after.sums()).isEqualTo(new DaySums(8, 2, 2, 9));
    assertThat(after.ledger()).isEqualTo(views(8));
  }

  @Test
  void aClockSetBackDoesNotLowerTheVersion() {
    SiteCounters now = SiteRules.replacePart(SiteCounters.none("demo"), 0, 3, NOON);

    SiteCounters after = SiteRules.replacePart(now, 3, 5, NOON.minusSeconds(3600));

    assertThat(after.online()).isEqualTo(5);
    assertThat(after.asOf()).isEqualTo(NOON);
  }

  @Test
  void partsKeepTheirTypeInJson() {
    var serde = new JsonSerde<>(ShardPart.class);
    for (ShardPart part : List.of(EMPTY, new ShardOnline("demo", 2, 7))) {
      byte[] bytes = serde.serializer().serialize("", part);

      assertThat(serde.deserializer().deserialize("", bytes)).isEqualTo(part);
    }
  }

  private static Ledger views(long views) {
    return new Ledger(views, views, 0, 0, 0, Map.of(), 0);
  }
}
