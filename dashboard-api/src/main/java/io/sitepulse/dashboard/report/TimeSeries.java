package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.validation.Labelled;
import io.sitepulse.dashboard.export.ColumnKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time series: by hour for a single day, by month for more than a year, otherwise by day. Points
 * without events have zeros. Points that have not begun are left out.
 *
 * @param points in order
 * @param unmatched compared points with figures that stand beside no point, such as 29 February. So
 *     all compared figures add up to those of the summary
 */
public record TimeSeries(Unit unit, List<Point> points, List<Before> unmatched) {
  public TimeSeries {
    points = List.copyOf(points);
    unmatched = List.copyOf(unmatched);
  }

  /** A time series whose compared points all stand beside a point. */
  public TimeSeries(Unit unit, List<Point> points) {
    this(unit, points, List.of());
  }

  /**
   * The same without empty compared points of before a day: they were not counted, and are not 0.
   *
   * @param firstDay the first day with figures. Null if there is none
   */
  public TimeSeries countedFrom(@Nullable LocalDate firstDay) {
    return new TimeSeries(
        unit, points.stream().map(point -> point.countedFrom(firstDay)).toList(), unmatched);
  }

  /** The length of time of a point. */
  public enum Unit implements Labelled {
    HOUR,
    DAY,
    MONTH;

    /** The kind of an exported column of such times. */
    public ColumnKind kind() {
      return switch (this) {
        case HOUR -> ColumnKind.TIME;
        case DAY -> ColumnKind.DAY;
        case MONTH -> ColumnKind.TEXT;
      };
    }

    /** The time of a point as a cell of such a column. */
    public Object cell(String at) {
      return switch (this) {
        case HOUR -> LocalDateTime.parse(at);
        case DAY -> LocalDate.parse(at);
        case MONTH -> at;
      };
    }

    /** The name in JSON. */
    @Override
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One point.
   *
   * @param at local time: {@code 2026-11-22}, {@code 2026-11-22T05:00} or {@code 2026-11}
   * @param before the compared point. Null if there is none
   */
  public record Point(
      String at,
      long views,
      long visits,
      long visitors,
      long engagedMs,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Before before) {
    /** A point from sums. */
    public static Point of(String at, DaySums sums, @Nullable Before before) {
      return new Point(at, sums.views(), sums.visits(), sums.visitors(), sums.engagedMs(), before);
    }

    private Point countedFrom(@Nullable LocalDate firstDay) {
      return before != null && before.hasNone() && (firstDay == null || before.isOver(firstDay))
          ? new Point(at, views, visits, visitors, engagedMs, null)
          : this;
    }
  }

  /** A point of the compared days. */
  public record Before(String at, long views, long visits, long visitors, long engagedMs) {
    /** A point from sums. */
    public static Before of(String at, DaySums sums) {
      return new Before(at, sums.views(), sums.visits(), sums.visitors(), sums.engagedMs());
    }

    private boolean hasNone() {
      return views == 0 && visits == 0 && visitors == 0 && engagedMs == 0;
    }

    /** Tells if the point ends before a day begins. */
    private boolean isOver(LocalDate day) {
      String first = day.toString();
      return at.compareTo(first.substring(0, Math.min(first.length(), at.length()))) < 0;
    }
  }
}
