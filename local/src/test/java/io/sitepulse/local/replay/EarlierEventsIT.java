package io.sitepulse.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.local.replay.log.LineIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a replay does not send again, asked of a real ClickHouse. */
@ExtendWith(TablesExtension.class)
class EarlierEventsIT {
  private final Tables tables;

  EarlierEventsIT(Tables tables) {
    this.tables = tables;
  }

  @Test
  void onlyWhatSitepulseNoLongerRecognisesIsFound() {
    UUID longAgo = id("old", "long ago");
    UUID today = id("old", "today");
    UUID unknown = id("old", "never");
    store("old", longAgo, 30);
    store("old", today, 2);
    store("another", unknown, 30);

    try (var earlier = new StoredEvents(tables.config(), "old")) {
      assertThat(earlier.among(List.of(longAgo, today, unknown))).containsExactly(longAgo);
      assertThat(earlier.among(List.of(today))).isEmpty();
    }
  }

  @Test
  void aSiteWithoutReplaysHasNone() {
    UUID ofBrowser = UUID.randomUUID();
    store("browsers", ofBrowser, 30);

    try (var earlier = new StoredEvents(tables.config(), "browsers")) {
      assertThat(earlier.among(List.of(ofBrowser))).isEmpty();
    }
  }

  private void store(String site, UUID id, int hoursAgo) {
    tables.execute(
        "INSERT INTO sitepulse.page_views (site, day, id, at, received) SELECT '%s',"
                .formatted(site)
            + " toDate(now() - INTERVAL %d HOUR), toUUID('%s'),".formatted(hoursAgo, id)
            + " now64(3) - INTERVAL %1$d HOUR, now64(3) - INTERVAL %1$d HOUR".formatted(hoursAgo));
  }

  private static UUID id(String site, String line) {
    return new LineIds(site, "").next(Instant.EPOCH, line, "");
  }
}
