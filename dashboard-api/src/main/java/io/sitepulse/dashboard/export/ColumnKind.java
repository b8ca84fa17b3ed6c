package io.sitepulse.dashboard.export;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import io.sitepulse.dashboard.http.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds: it decides how a cell reads, how a file stores it, which side it leans to.
 */
public enum ColumnKind implements Labelled {
  /** Words. */
  TEXT(String.class, "@") {
    @Override
    String shown(Language language, Object cell) {
      return (String) cell;
    }
  },
  /** A whole number. */
  COUNT(Long.class, "#,##0") {
    @Override
    String shown(Language language, Object cell) {
      return language.number((Long) cell);
    }
  },
  /** A part of one: 0.425 is 42.5 per cent. May be above one (attainment of a target). */
  SHARE(Double.class, "0.0%") {
    @Override
    String shown(Language language, Object cell) {
      return NumberFormat.percent(language, (Double) cell);
    }
  },
  /** Now against before, less one: 0.123 is 12.3 per cent more. */
  CHANGE(Double.class, "+0.0%;-0.0%;0.0%") {
    @Override
    String shown(Language language, Object cell) {
      return NumberFormat.change(language, (Double) cell);
    }
  },
  /** A local day. */
  DAY(LocalDate.class, "") {
    @Override
    String shown(Language language, Object cell) {
      return NumberFormat.day(language, (LocalDate) cell);
    }
  },
  /** A local day and time, to the minute. */
  TIME(LocalDateTime.class, "") {
    @Override
    String shown(Language language, Object cell) {
      return language.time((LocalDateTime) cell);
    }
  },
  /** A length of time in milliseconds. */
  DURATION(Long.class, "[h]:mm:ss") {
    @Override
    String shown(Language language, Object cell) {
      return NumberFormat.duration(language, (Long) cell);
    }
  };

  /** What stands where there is no figure. */
  public static final String NONE = "–";

  private final Class<?> type;
  private final String pattern;

  ColumnKind(Class<?> type, String pattern) {
    this.type = type;
    this.pattern = pattern;
  }

  abstract String shown(Language language, Object cell);

  /** A cell as it is read in a text; {@link #NONE} if there is nothing in it. */
  public String text(Language language, @Nullable Object cell) {
    return cell == null ? NONE : shown(language, cell);
  }

  @Override
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a cell of such a column may hold a value. */
  boolean holds(@Nullable Object cell) {
    return cell == null || type.isInstance(cell);
  }

  /** Whether cells lean to the right. */
  public boolean numeric() {
    return this != TEXT && this != DAY && this != TIME;
  }

  /** How a spreadsheet shows it; in English codes, which it translates for its reader. */
  String pattern(Language language) {
    return switch (this) {
      case DAY -> language.of("dd/mm/yyyy", "yyyy-mm-dd");
      case TIME -> language.of("dd/mm/yyyy hh:mm", "yyyy-mm-dd hh:mm");
      default -> pattern;
    };
  }
}
