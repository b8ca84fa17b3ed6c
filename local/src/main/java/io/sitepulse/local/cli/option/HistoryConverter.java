package io.sitepulse.local.cli.option;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a span of time before today: {@code 2y}, {@code 18m} or {@code 90d}, at most three years.
 */
public final class HistoryConverter implements ITypeConverter<Period> {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})([ymd])");
  private static final Period MOST = Period.ofYears(3);

  @Override
  public Period convert(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw refused(text);
    }
    int number = Integer.parseInt(matcher.group(1));
    Period back =
        switch (matcher.group(2)) {
          case "y" -> Period.ofYears(number);
          case "m" -> Period.ofMonths(number);
          default -> Period.ofDays(number);
        };
    if (LocalDate.EPOCH.plus(back).isAfter(LocalDate.EPOCH.plus(MOST))) {
      throw refused(text);
    }
    return back;
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "'" + text + "' must be a number of years, months or days up to 3y, like 2y, 18m or 90d");
  }
}
