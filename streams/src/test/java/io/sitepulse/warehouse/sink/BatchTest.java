package io.sitepulse.warehouse.sink;

import static io.sitepulse.warehouse.sink.Records.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final CountedMetrics metrics = new CountedMetrics();
  private final TopicTableMappings topicTableMappings = new TopicTableMappings(metrics);
  private final Batch batch = new Batch(NOON);

  @Test
  void ofManyStatesOfADayOnlyTheLastIsWritten() {
    topicTableMappings.take(
        Records.record(Topics.SITE_DAYS, 1, "demo|2026-11-21", Records.siteDay(1)), batch);
    topicTableMappings.take(
        Records.record(Topics.SITE_DAYS, 2, "demo|2026-11-21", Records.siteDay(2)), batch);

    assertThat(rows()).singleElement().satisfies(row -> assertThat(row.values()).contains(2L));
    assertThat(batch.records()).isEqualTo(2);
  }

  @Test
  void ofManySnapshotsOfAMinuteThePeakIsWritten() {
    for (int visitors : new int[] {3, 9, 4}) {
      topicTableMappings.take(
          Records.record(Topics.SITE_COUNTERS, 1, "demo", Records.online(visitors, NOON)), batch);
    }
    var next = Records.online(2, NOON.plusSeconds(60));
    topicTableMappings.take(Records.record(Topics.SITE_COUNTERS, 4, "demo", next), batch);

    assertThat(rows())
        .extracting(Row::values)
        .containsExactly(
            List.of("demo", NOON.getEpochSecond(), 9L),
            List.of("demo", NOON.getEpochSecond() + 60, 2L));
  }

  @Test
  void everyDeliveryOfAPageViewHasAnEventAndAReceiptAndThenTheDayIsTouchedOnce() {
    topicTableMappings.take(
        Records.record(Topics.SITE_DAYS, 1, "demo|2026-11-21", Records.siteDay(1)), batch);
    topicTableMappings.take(Records.view(0, 1), batch);
    topicTableMappings.take(Records.view(1, 1), batch);

    assertThat(batch.tables())
        .extracting(Table::name)
        .containsExactly("site_days", "page_views", "page_view_receipts", "touched_days");
    assertThat(rows()).hasSize(1 + 2 + 2 + 1);
  }

  @Test
  void ofManyTalliesOfAnHourTheLastIsWrittenAndEachHourHasOne() {
    for (int minute : new int[] {10, 50, 70}) {
      var tally = Records.tally(minute, NOON.plusSeconds(60L * minute));
      topicTableMappings.take(Records.record(Topics.POLL_TALLIES, minute, "useful", tally), batch);
    }

    long hour = NOON.getEpochSecond();
    assertThat(rows())
        .extracting(Row::values)
        .contains(
            List.of("useful", hour, Map.of("a", 50L), 50L, 50L),
            List.of("useful", hour + 3600, Map.of("a", 70L), 70L, 70L))
        .hasSize(1 + 2);
  }

  @Test
  void aDayThatWasTakenBackIsFoundByItsKey() {
    topicTableMappings.take(Records.gone(Topics.IMPORTED_DAYS, 3, "demo|2025-01-31"), batch);
    topicTableMappings.take(Records.gone(Topics.IMPORTED_DAYS, 4, "no key of a day"), batch);

    assertThat(rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.values())
                    .startsWith("demo", LocalDate.of(2025, 1, 31), 0L)
                    .endsWith("", "", 3L));
    assertThat(metrics.unreadable).isEqualTo(1);
  }

  @Test
  void anUnreadableRecordHasNoRowButIsDealtWith() {
    topicTableMappings.take(Records.unreadable(Topics.PAGE_VIEWS, 7), batch);

    assertThat(rows()).isEmpty();
    assertThat(metrics.unreadable).isEqualTo(1);
    var partition = new TopicPartition(Topics.PAGE_VIEWS.name(), 0);
    assertThat(batch.next().get(partition)).hasFieldOrPropertyWithValue("offset", 8L);
  }

  @Test
  void itIsDueWhenItIsOldOrFullAndNeverEmpty() {
    var config = new SinkConfig(true, "g", 2, 1024 * 1024, s(1), s(1), s(2));
    assertThat(batch.isDue(config, NOON.plusSeconds(9))).isFalse();

    topicTableMappings.take(Records.view(0, 1), batch);
    assertThat(batch.isDue(config, NOON)).isFalse();
    assertThat(batch.isDue(config, NOON.plusSeconds(1))).isTrue();

    topicTableMappings.take(Records.view(1, 2), batch);
    assertThat(batch.isDue(config, NOON)).isTrue();
  }

  @Test
  void bytesFillItToo() {
    var config = new SinkConfig(true, "g", 1000, 300, s(1), s(1), s(2));
    topicTableMappings.take(Records.view(0, 1), batch);
    topicTableMappings.take(Records.view(1, 2), batch);

    assertThat(batch.isFull(config)).isTrue();
  }

  private List<Row> rows() {
    return batch.tables().stream().flatMap(table -> batch.rows(table).stream()).toList();
  }

  private static Duration s(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
