package io.sitepulse.bench.store;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;

/** Rows of page views as the sink writes them: one of the event and one of its receipt. */
final class PageViewRows {
  static final String EVENT_COLUMNS =
      "site, day, id, kind, visitor, at, received, page, title, referrer, language, device,"
          + " browser, system, bot, view, engaged_ms, kafka_partition, kafka_offset, precedence,"
          + " country";
  static final String RECEIPT_COLUMNS =
      "site, day, id, at, received, kafka_time, kafka_partition, kafka_offset";

  private static final UUID NO_VIEW = new UUID(0, 0);
  private static final int PAGES = 1000;

  private final RowBinary events = new RowBinary();
  private final RowBinary receipts = new RowBinary();
  private final SplittableRandom random;
  private long offset;

  /**
   * Begins a batch.
   *
   * @param offset Kafka offset of its first row
   */
  PageViewRows(SplittableRandom random, long offset) {
    this.random = random;
    this.offset = offset;
  }

  /** Adds the rows of an event that happens now. */
  PageViewRows add(String site) {
    Instant now = Instant.now();
    long millis = now.toEpochMilli();
    LocalDate day = now.atZone(Site.DEFAULT_ZONE).toLocalDate();
    var id = new UUID(random.nextLong(), random.nextLong());
    event(site, day, id, millis);
    receipts
        .text(site)
        .day(day)
        .uuid(id)
        .number(millis, Long.BYTES)
        .number(millis, Long.BYTES)
        .number(millis, Long.BYTES)
        .number(0, Short.BYTES)
        .number(offset, Long.BYTES);
    offset++;
    return this;
  }

  private void event(String site, LocalDate day, UUID id, long millis) {
    int page = random.nextInt(PAGES);
    events
        .text(site)
        .day(day)
        .uuid(id)
        .text("view")
        .number(random.nextLong(), Long.BYTES)
        .number(millis, Long.BYTES)
        .number(millis, Long.BYTES)
        .text("/tin-tuc/bai-" + page)
        .text("Thong bao so " + page)
        .text("www.example.org/tim-kiem")
        .text("vi")
        .text(Agent.UNKNOWN.device())
        .text(Agent.UNKNOWN.browser())
        .text(Agent.UNKNOWN.system())
        .text("")
        .uuid(NO_VIEW)
        .number(0, Integer.BYTES)
        .number(0, Short.BYTES)
        .number(offset, Long.BYTES)
        .number(offset, Long.BYTES)
        .text("");
  }

  byte[] events() {
    return events.toByteArray();
  }

  byte[] receipts() {
    return receipts.toByteArray();
  }
}
