package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.PageView;

/** The tables of the topic {@code page-views}. */
public final class PageViewTables {
  /** One row for each event id of a site and day. Of several deliveries the first one wins. */
  public static final Table<PageView> PAGE_VIEWS =
      Table.<PageView>named("page_views")
          .text("site", PageView::site)
          .day("day", PageView::day)
          .uuid("id", PageView::id)
          .text("kind", event -> event.kind().label())
          .visitor("visitor", PageView::visitor)
          .millis("at", PageView::at)
          .millis("received", PageView::received)
          .text("page", PageView::page)
          .text("title", PageView::title)
          .text("referrer", PageView::referrer)
          .text("language", PageView::language)
          .text("device", event -> event.agent().device())
          .text("browser", event -> event.agent().browser())
          .text("system", event -> event.agent().system())
          .text("bot", event -> event.agent().bot())
          .uuid("view", PageView::view)
          .smallNumber("engaged_ms", PageView::engagedMs)
          .partition("kafka_partition")
          .offset("kafka_offset")
          .precedence("precedence")
          .text("country", PageView::country)
          .text("campaign", event -> campaign(event).name())
          .text("campaign_source", event -> campaign(event).source())
          .text("campaign_medium", event -> campaign(event).medium())
          .text("campaign_term", event -> campaign(event).term())
          .text("campaign_content", event -> campaign(event).content())
          // A pack may hold an id twice, and both have the precedence of the record.
          .mergedBy("site", "day", "id")
          .keepingLargest("precedence")
          .encodedAtOnce()
          .build();

  /** One row for each delivery, that is for each event of a record of the topic. */
  public static final Table<PageView> RECEIPTS =
      Table.<PageView>named("page_view_receipts")
          .text("site", PageView::site)
          .day("day", PageView::day)
          .uuid("id", PageView::id)
          .millis("at", PageView::at)
          .millis("received", PageView::received)
          .recordTime("kafka_time")
          .partition("kafka_partition")
          .offset("kafka_offset")
          .index("kafka_index")
          .encodedAtOnce()
          .build();

  /**
   * The days that have new raw events. ClickHouse adds the time. Within a batch these rows are
   * written after those of the events: a reader that sees a touched day also sees its events.
   */
  public static final Table<PageView> TOUCHED_DAYS =
      Table.<PageView>named("touched_days")
          .text("site", PageView::site)
          .day("day", PageView::day)
          .mergedBy("site", "day")
          .build();

  private PageViewTables() {}

  private static Campaign campaign(PageView event) {
    return event.campaign() == null ? Campaign.NONE : event.campaign();
  }
}
