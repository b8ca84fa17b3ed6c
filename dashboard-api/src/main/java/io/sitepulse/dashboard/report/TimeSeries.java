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
 * Figures over time: of each hour of a single day, of each month of more than a year, otherwise of
 * each day. What had no event has zeros, what has not begun is left out.
 *
 * @param points in order
 */
public record TimeSeries(Unit unit, List<Point> points) {
  public TimeSeries {
    points = List.copyOf(points);
  }

  /** What a point stands for. */
  public enum Unit implements Labelled {
    HOUR,
    DAY,
    MONTH;

    /** What a column of such times holds. */
    public ColumnKind kind() {
      return switch (this) {
        case HOUR -> ColumnKind.TIME;
        case DAY -> ColumnKind.DAY;
        case MONTH -> ColumnKind.TEXT;
      };
    }

    /** A point's time as a cell of such a column. */
    public Object cell(String at) {
      return switch (this) {
        case HOUR -> LocalDateTime.parse(at);
        case DAY -> LocalDate.parse(at);
        case MONTH -> at;
      };
    }

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
   * @param before the point it stands beside; null if there is none
   */
  public record Point(
      String at,
      long views,
      long visits,
      long visitors,
      long engagedMs,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Before before) {
    /** Sums at a time. */
    public static Point of(String at, DaySums sums, @Nullable Before before) {
      return new Point(at, sums.views(), sums.visits(), sums.visitors(), sums.engagedMs(), before);
    }
  }

  /** A point of the days compared. */
  public record Before(String at, long views, long visits, long visitors, long engagedMs) {
    /** Sums at a time. */
    public static Before of(String at, DaySums sums) {
      return new Before(at, sums.views(), sums.visits(), sums.visitors(), sums.engagedMs());
    }
  }
}
