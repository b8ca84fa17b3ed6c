package io.sitepulse.warehouse.sink;

import static io.sitepulse.warehouse.sink.Records.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.sink.table.PageViewTables;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import io.sitepulse.warehouse.sink.table.Table;
import io.sitepulse.warehouse.sink.table.UnreadableRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final long CREATED = 5;

  private final CountedMetrics metrics = new CountedMetrics();
  private final TopicTableMappings mappings = new TopicTableMappings(metrics);
  private final Batch batch = new Batch(CREATED);

  @Test
  void onlyTheLastStateOfADayIsWritten() {
    mappings.addTo(
        batch, Records.record(Topics.SITE_DAYS, 1, "demo|2026-11-21", Records.siteDay(1)));
    mappings.addTo(
        batch, Records.record(Topics.SITE_DAYS, 2, "demo|2026-11-21", Records.siteDay(2)));

    assertThat(rows()).singleElement().satisfies(row -> assertThat(row.values()).contains(2L));
    assertThat(batch.records()).isEqualTo(2);
  }

  @Test
  void theLargestOnlineCountOfAMinuteIsWritten() {
    for (int visitors : new int[] {3, 9, 4}) {
      mappings.addTo(
          batch, Records.record(Topics.SITE_COUNTERS, 1, "demo", Records.online(visitors, NOON)));
    }
    var next = Records.online(2, NOON.plusSeconds(60));
    mappings.addTo(batch, Records.record(Topics.SITE_COUNTERS, 4, "demo", next));

    assertThat(rows())
        .extracting(Row::values)
        .containsExactly(List.of("demo", NOON, 9L), List.of("demo", NOON.plusSeconds(60), 2L));
  }

  @Test
  void aDeliveryIsWrittenAsEventAndReceiptBeforeTheDayIsTouched() {
    mappings.addTo(
        batch, Records.record(Topics.SITE_DAYS, 1, "demo|2026-11-21", Records.siteDay(1)));
    mappings.addTo(batch, Records.view(0, 1));
    mappings.addTo(batch, Records.view(1, 2));

    assertThat(batch.tables())
        .extracting(Table::name)
        .containsExactly("site_days", "page_views", "page_view_receipts", "touched_days");
    assertThat(rows()).hasSize(1 + 2 + 2 + 1);
  }

  @Test
  void theLastTallyOfEachHourIsWritten() {
    for (int minute : new int[] {10, 50, 70}) {
      var tally = Records.tally(minute, NOON.plusSeconds(60L * minute));
      mappings.addTo(batch, Records.record(Topics.POLL_TALLIES, minute, "useful", tally));
    }

    assertThat(rows())
        .extracting(Row::values)
        .contains(
            List.of("useful", NOON, Map.of("a", 50L), 50L, version(50)),
            List.of("useful", NOON.plusSeconds(3600), Map.of("a", 70L), 70L, version(70)))
        .hasSize(1 + 2);
  }

  /** Of a state of some minutes after noon, whose record has that offset. */
  private static long version(int minute) {
    return NOON.plusSeconds(60L * minute).getEpochSecond() << 32 | minute;
  }

  @Test
  void aDeletedDayIsFoundByItsKey() {
    mappings.addTo(batch, Records.deletion(Topics.IMPORTED_DAYS, 3, "demo|2025-01-31"));
    mappings.addTo(batch, Records.deletion(Topics.IMPORTED_DAYS, 4, "not a day key"));

    assertThat(rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.values())
                    .startsWith("demo", LocalDate.of(2025, 1, 31), 0L)
                    .endsWith("", "", 3L));
    assertThat(metrics.unreadable).isEqualTo(1);
  }

  /** A newer release may have written it, so it must not be lost. */
  @Test
  void anUnreadableRecordOfATopicThatStreamsWritesIsParked() {
    mappings.addTo(batch, Records.unreadable(Topics.SITE_DAYS, 7));

    assertThat(metrics.unreadable).isEqualTo(1);
    assertThat(batch.tables()).containsExactly(UnreadableRecord.TABLE);
    assertThat(batch.rows(UnreadableRecord.TABLE))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.values())
                    .startsWith(Topics.SITE_DAYS.name(), 0, 7L)
                    .contains("demo|x", Base64.getEncoder().encodeToString(new byte[] {'{'})));
  }

  @Test
  void theOffsetOfAnUnreadableRecordIsCommittedWithoutARow() {
    mappings.addTo(batch, Records.unreadable(Topics.PAGE_VIEWS, 7));

    assertThat(rows()).isEmpty();
    assertThat(metrics.unreadable).isEqualTo(1);
    var partition = new TopicPartition(Topics.PAGE_VIEWS.name(), 0);
    assertThat(batch.offsets().get(partition)).hasFieldOrPropertyWithValue("offset", 8L);
  }

  @Test
  void aBatchIsDueWhenItIsOldOrFullButNotEmpty() {
    var config = new SinkConfig(true, "g", 2, 1024 * 1024, s(1), s(1), s(2));
    assertThat(batch.isDue(config, CREATED + s(9).toNanos())).isFalse();

    mappings.addTo(batch, Records.view(0, 1));
    assertThat(batch.isDue(config, CREATED)).isFalse();
    assertThat(batch.isDue(config, CREATED + s(1).toNanos())).isTrue();

    mappings.addTo(batch, Records.view(1, 2));
    assertThat(batch.isDue(config, CREATED)).isTrue();
  }

  @Test
  void anIdThatARecordHasTwiceIsOneEventAndTwoReceipts() {
    mappings.addTo(batch, Records.views(4, 1, 2, 1));
    mappings.addTo(batch, Records.view(5, 1));

    assertThat(batch.records()).isEqualTo(4);
    assertThat(BatchRows.of(batch, PageViewTables.RECEIPTS))
        .extracting(row -> row.values().subList(7, 9))
        .containsExactly(List.of(4L, 0), List.of(4L, 1), List.of(4L, 2), List.of(5L, 0));
    assertThat(BatchRows.of(batch, PageViewTables.PAGE_VIEWS))
        .extracting(row -> row.values().get(2))
        .containsExactly(new UUID(1, 1), new UUID(1, 2), new UUID(1, 1));
    // Of the rows of two records ClickHouse keeps the one with the largest precedence.
    assertThat(BatchRows.of(batch, PageViewTables.PAGE_VIEWS))
        .extracting(row -> row.values().get(19))
        .containsExactly(Long.MAX_VALUE - 4, Long.MAX_VALUE - 4, Long.MAX_VALUE - 5);
  }

  @Test
  void anEncodedRowHasTheValuesOfTheRow() {
    var record = Records.view(7, 1);
    mappings.addTo(batch, record);

    var position = RecordPosition.of(record, 0);
    for (var table : List.of(PageViewTables.PAGE_VIEWS, PageViewTables.RECEIPTS)) {
      var expected = table.row(record.key(), Records.view(1), position);
      assertThat(BatchRows.of(batch, table))
          .singleElement()
          .isEqualTo(new Row(null, requireNonNull(expected).values()));
    }
  }

  @Test
  void aBatchIsFullByBytes() {
    var config = new SinkConfig(true, "g", 1000, 300, s(1), s(1), s(2));
    mappings.addTo(batch, Records.view(0, 1));
    mappings.addTo(batch, Records.view(1, 2));

    assertThat(batch.isFull(config)).isTrue();
  }

  private List<Row> rows() {
    return BatchRows.of(batch);
  }

  private static Duration s(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
