package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.validation.Labelled;
import io.sitepulse.dashboard.http.Language;

/** A number that a widget can show. */
enum Figure implements Labelled {
  ONLINE("online", "Đang truy cập", "Online now"),
  TODAY("today", "Hôm nay", "Today"),
  YESTERDAY("yesterday", "Hôm qua", "Yesterday"),
  WEEK("week", "Tuần này", "This week"),
  MONTH("month", "Tháng này", "This month"),
  YEAR("year", "Năm nay", "This year"),
  TOTAL("total", "", "");

  private final String label;
  private final String vietnamese;
  private final String english;

  Figure(String label, String vietnamese, String english) {
    this.label = label;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The value in {@code show=}. */
  @Override
  public String label() {
    return label;
  }

  /** The text beside the number. A total says which metric it sums. */
  String caption(Metric metric, Language language) {
    return this == TOTAL ? total(metric, language) : language.of(vietnamese, english);
  }

  private static String total(Metric metric, Language language) {
    return switch (metric) {
      case VISITS -> language.of("Tổng lượt truy cập", "Total visits");
      case VIEWS -> language.of("Tổng lượt xem", "Total page views");
      case VISITORS -> language.of("Tổng lượt khách theo ngày", "Total visitor-days");
    };
  }

  /** The number. {@code ONLINE} counts visitors for every metric. */
  long value(Metric metric, CounterFigures figures) {
    return switch (this) {
      case ONLINE -> figures.online();
      case TODAY -> metric.of(figures.today());
      case YESTERDAY -> metric.of(figures.yesterday());
      case WEEK -> metric.of(figures.week());
      case MONTH -> metric.of(figures.month());
      case YEAR -> metric.of(figures.year());
      case TOTAL -> metric.of(figures.total());
    };
  }
}
