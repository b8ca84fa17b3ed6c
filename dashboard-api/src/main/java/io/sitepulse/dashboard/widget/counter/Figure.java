package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.dashboard.http.Language;

/** One number a widget can show. */
enum Figure {
  ONLINE("online", "Đang truy cập", "Online now"),
  TODAY("today", "Hôm nay", "Today"),
  YESTERDAY("yesterday", "Hôm qua", "Yesterday"),
  WEEK("week", "Tuần này", "This week"),
  MONTH("month", "Tháng này", "This month"),
  YEAR("year", "Năm nay", "This year"),
  TOTAL("total", "", "");

  private final String word;
  private final String vietnamese;
  private final String english;

  Figure(String word, String vietnamese, String english) {
    this.word = word;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The word in {@code show=}. */
  String word() {
    return word;
  }

  /** The label beside the number. A total says what it is a total of. */
  String label(WidgetMetric widgetMetric, Language language) {
    return this == TOTAL ? widgetMetric.total(language) : language.of(vietnamese, english);
  }

  /** The number. Whoever is online is a visitor, whatever the metric. */
  long value(WidgetMetric widgetMetric, CounterFigures figures) {
    return switch (this) {
      case ONLINE -> figures.online();
      case TODAY -> widgetMetric.of(figures.today());
      case YESTERDAY -> widgetMetric.of(figures.yesterday());
      case WEEK -> widgetMetric.of(figures.week());
      case MONTH -> widgetMetric.of(figures.month());
      case YEAR -> widgetMetric.of(figures.year());
      case TOTAL -> widgetMetric.of(figures.total());
    };
  }
}
