package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.dashboard.http.Language;

/** What a widget counts. */
enum WidgetMetric {
  VISITS("visits", "Tổng lượt truy cập", "Total visits"),
  VIEWS("views", "Tổng lượt xem", "Total page views"),
  // Daily visitors, summed; never called people.
  VISITORS("visitors", "Tổng khách-ngày", "Total visitor-days");

  private final String word;
  private final String vietnamese;
  private final String english;

  WidgetMetric(String word, String vietnamese, String english) {
    this.word = word;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The word in {@code metric=}. */
  String word() {
    return word;
  }

  String total(Language language) {
    return language.of(vietnamese, english);
  }

  long of(DaySums sums) {
    return switch (this) {
      case VISITS -> sums.visits();
      case VIEWS -> sums.views();
      case VISITORS -> sums.visitors();
    };
  }
}
