package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.DimensionValues;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Totals by the values of a dimension.
 *
 * @param rows number of values that match the search
 * @param totals of all values, regardless of the search. Days imported as sums only are missing. A
 *     visit of three pages counts once here and once for each of the pages
 * @param values the requested part of the list
 */
public record Breakdown(Dimension dimension, long rows, DaySums totals, List<Value> values) {
  public Breakdown {
    values = List.copyOf(values);
  }

  /**
   * Returns the first values without {@link DimensionValues#OTHER}, which is no value to be named
   * in a sentence.
   */
  public Breakdown leading(int limit) {
    var leading =
        values.stream()
            .filter(value -> !value.value().equals(DimensionValues.OTHER))
            .limit(limit)
            .toList();
    return new Breakdown(dimension, rows, totals, leading);
  }

  /**
   * One value.
   *
   * @param value empty if unknown
   * @param title the latest title of a page, or the name of a site
   * @param share of the totals, in the sorted column. Null if the total is 0
   * @param before the same value on the compared days. Null if no days are compared, or none of
   *     them was counted
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
    /** The sums alone. */
    public DaySums sums() {
      return new DaySums(views, visits, visitors, engagedMs);
    }
  }

  /**
   * The same value on the compared days.
   *
   * @param countedFrom the first day with figures, if the site, or none of several sites, was
   *     counted on all compared days. Then no change is known
   */
  public record Before(long views, long visits, long visitors, @Nullable LocalDate countedFrom) {
    /** The relative change of visits. Null if it is not known. */
    public @Nullable Double change(long nowVisits) {
      return countedFrom == null ? RelativeChange.of(nowVisits, visits) : null;
    }
  }
}
