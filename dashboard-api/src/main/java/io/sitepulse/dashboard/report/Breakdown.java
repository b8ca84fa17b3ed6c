package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures by the values of a dimension.
 *
 * @param rows how many values there are that were searched for
 * @param totals of all values, whatever was searched for, as far as they are known by value: days
 *     that were imported as sums only are not in them. A visit that read three pages is one visit
 *     here and one at each of its pages
 * @param values the part that was asked for
 */
public record Breakdown(Dimension dimension, long rows, DaySums totals, List<Value> values) {
  public Breakdown {
    values = List.copyOf(values);
  }

  /**
   * One value.
   *
   * @param value empty: not known
   * @param title of a page the latest, of a site its name
   * @param share of the totals, in what the list is sorted by; null if these are 0
   * @param before of the days compared; null if none are
   */
  public record Value(
      String value,
      @Nullable String title,
      long views,
      long visits,
      long visitors,
      long engagedMs,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Before before) {
    /** Without value, title and comparison. */
    public DaySums sums() {
      return new DaySums(views, visits, visitors, engagedMs);
    }
  }

  /** The same value before. */
  public record Before(long views, long visits, long visitors) {}
}
