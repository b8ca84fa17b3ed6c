package io.sitepulse.dashboard.review.document;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.NumberFormat;
import io.sitepulse.dashboard.http.Language;
import org.jspecify.annotations.Nullable;

/** Phrases that several sections share: counts, changes, names of scopes. */
public final class ReviewLabels {
  public final Language language;
  public final PeriodLabels periods;
  public final ExportColumns columns;

  public ReviewLabels(Language language) {
    this.language = language;
    this.periods = new PeriodLabels(language);
    this.columns = new ExportColumns(language);
  }

  /** The text in the language of the review. */
  public String of(String vietnamese, String english) {
    return language.of(vietnamese, english);
  }

  public String number(long number) {
    return language.number(number);
  }

  public String percent(double share) {
    return NumberFormat.percent(language, share);
  }

  public String duration(long ms) {
    return NumberFormat.duration(language, ms);
  }

  /** {@code 1.234 lượt truy cập}, {@code 1 visit}, {@code 1,234 visits}. */
  public String count(long number, Metric metric) {
    return switch (metric) {
      case VISITS -> count(number, "lượt truy cập", "visit", "visits");
      case VIEWS -> count(number, "lượt xem trang", "page view", "page views");
      case VISITORS -> count(number, "lượt khách theo ngày", "visitor-day", "visitor-days");
    };
  }

  /** A number with a noun. */
  public String count(long number, String vietnamese, String one, String many) {
    return number(number) + " " + of(vietnamese, number == 1 ? one : many);
  }

  /** {@code lượt truy cập} at the beginning of a clause. */
  public String name(Metric metric) {
    return switch (metric) {
      case VISITS -> of("lượt truy cập", "visits");
      case VIEWS -> of("lượt xem trang", "page views");
      case VISITORS -> of("lượt khách theo ngày", "visitor-days");
    };
  }

  /**
   * {@code tăng 12,3%}, {@code giảm 5,0%}, {@code không thay đổi}. A change that rounds to 0,0% is
   * none.
   */
  public String change(double change) {
    String size = percent(Math.abs(change));
    if (size.equals(percent(0))) {
      return of("không thay đổi", "did not change");
    }
    return (change < 0 ? of("giảm ", "fell by ") : of("tăng ", "rose by ")) + size;
  }

  /** The name of a group or site, or of all. */
  public String scopeName(@Nullable String name) {
    return name == null || name.isEmpty() ? of("Tất cả đơn vị", "All sites") : name;
  }

  /** A target in words, with the name that its sites had. */
  public String target(Target target, ReviewData data) {
    Scope scope = target.scope();
    var past = data.coverage().past();
    String name =
        switch (scope.kind()) {
          case ALL -> "";
          case GROUP -> past.groups().getOrDefault(scope.id(), scope.id());
          case SITE ->
              past.sites().stream()
                  .filter(scope::contains)
                  .map(Site::name)
                  .findFirst()
                  .orElse(scope.id());
        };
    return scopeName(name)
        + ", "
        + periods.name(target.period())
        + ": "
        + count(target.value(), target.metric());
  }
}
