package io.sitepulse.dashboard.export;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import io.sitepulse.dashboard.http.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kind of a column: it determines the text of a cell, its type in files and its alignment. */
public enum ColumnKind implements Labelled {
  /** Text. */
  TEXT(String.class, "@") {
    @Override
    String format(Language language, Object cell) {
      return (String) cell;
    }
  },
  /** A whole number. */
  COUNT(Long.class, "#,##0") {
    @Override
    String format(Language language, Object cell) {
      return language.number((Long) cell);
    }
  },
  /** A share: 0.425 is 42.5 %. May be above 1, for the progress of a target. */
  SHARE(Double.class, "0.0%") {
    @Override
    String format(Language language, Object cell) {
      return NumberFormat.percent(language, (Double) cell);
    }
  },
  /** A relative change: 0.123 is 12.3 % more. */
  CHANGE(Double.class, "+0.0%;-0.0%;0.0%") {
    @Override
    String format(Language language, Object cell) {
      return NumberFormat.change(language, (Double) cell);
    }
  },
  /** A local day. */
  DAY(LocalDate.class, "") {
    @Override
    String format(Language language, Object cell) {
      return NumberFormat.day(language, (LocalDate) cell);
    }
  },
  /** A local day and time, to the minute. */
  TIME(LocalDateTime.class, "") {
    @Override
    String format(Language language, Object cell) {
      return language.time((LocalDateTime) cell);
    }
  },
  /** A duration in milliseconds. */
  DURATION(Long.class, "[h]:mm:ss") {
    @Override
    String format(Language language, Object cell) {
      return NumberFormat.duration(language, (Long) cell);
    }
  };

  /** Text of a cell without a value. */
  public static final String NONE = "–";

  private final Class<?> type;
  private final String pattern;

  ColumnKind(Class<?> type, String pattern) {
    this.type = type;
    this.pattern = pattern;
  }

  abstract String format(Language language, Object cell);

  /** The text of a cell. {@link #NONE} if it is null. */
  public String text(Language language, @Nullable Object cell) {
    return cell == null ? NONE : format(language, cell);
  }

  /** The name in JSON. */
  @Override
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if a column of this kind accepts the cell. */
  boolean holds(@Nullable Object cell) {
    return cell == null || type.isInstance(cell);
  }

  /** True if cells are right-aligned. */
  public boolean numeric() {
    return this != TEXT && this != DAY && this != TIME;
  }

  /** Number format in a spreadsheet, in the English codes of the file format. */
  String pattern(Language language) {
    return switch (this) {
      case DAY -> language.of("dd/mm/yyyy", "yyyy-mm-dd");
      case TIME -> language.of("dd/mm/yyyy hh:mm", "yyyy-mm-dd hh:mm");
      default -> pattern;
    };
  }
}
