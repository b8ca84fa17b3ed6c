package io.sitepulse.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.source.SourceNames;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Any text as each parameter of a report. It is read, or refused with a message (400). */
class QueryParametersFuzzTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @FuzzTest(maxDuration = "5m")
  void parameter(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Period period = read(text, Period::parse);
    if (period != null) {
      assertThat(Period.parse(period.toString())).isEqualTo(period);
      for (Comparison comparison : Comparison.values()) {
        period
            .comparedBy(comparison, TODAY)
            .ifPresent(days -> assertThat(days.days()).isPositive());
      }
    }
    Scope scope = read(text, Scope::parse);
    assertThat(scope == null ? text : scope.toString()).isEqualTo(text);
    read(text, Comparison::parse);
    read(text, Dimension::parse);
    read(text, Sort::parse);
    ListQuery listed = read(text, search -> new ListQuery(Sort.VISITS, search, 10, 0));
    if (listed != null) {
      assertThat(listed.search().length()).isLessThanOrEqualTo(3 * 200);
    }
  }

  /** A filter that was taken has the form that events have, so taking it again changes nothing. */
  @FuzzTest(maxDuration = "5m")
  void filter(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    for (Dimension dimension : Dimension.filtering()) {
      Filters filters = read(text, value -> filters(dimension, value));
      if (filters != null) {
        assertThat(filters(dimension, valueOf(filters, dimension))).isEqualTo(filters);
        assertThat(filters.unusual()).isSubsetOf(List.of(dimension));
      }
    }
  }

  private static String valueOf(Filters filters, Dimension dimension) {
    String value = filters.values().get(dimension);
    assertThat(value).isNotNull();
    return String.valueOf(value);
  }

  private static Filters filters(Dimension dimension, String value) {
    Map<Dimension, String> values = new EnumMap<>(Dimension.class);
    values.put(dimension, dimension == Dimension.SOURCE ? SourceNames.of(value) : value);
    return new Filters(values);
  }

  private static <T> @Nullable T read(String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return null;
    }
  }
}
