package io.sitepulse.dashboard.http;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language of texts rendered by the server, with its formats of numbers and times. */
public enum Language {
  VI("vi", '.', ',', "HH:mm 'ngày' dd/MM/yyyy"),
  EN("en", ',', '.', "HH:mm 'on' yyyy-MM-dd");

  private final String tag;
  private final char grouping;
  private final char decimal;
  private final String times;

  Language(String tag, char grouping, char decimal, String times) {
    this.tag = tag;
    this.grouping = grouping;
    this.decimal = decimal;
    this.times = times;
  }

  /** The language of a tag such as {@code en-GB}. Vietnamese for other languages and null. */
  public static Language of(@Nullable String tag) {
    return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : VI;
  }

  /** The language tag, for {@code lang} attributes. */
  public String tag() {
    return tag;
  }

  /** Selects the text in this language. */
  public String of(String vietnamese, String english) {
    return this == VI ? vietnamese : english;
  }

  /** Formats a whole number with grouping: {@code 676.536}, {@code 676,536}. */
  public String number(long number) {
    return new DecimalFormat("#,##0", symbols()).format(number);
  }

  /**
   * Formats a fraction of 1 as a percentage with at most one decimal: {@code 42,5%}. Half a tenth
   * is rounded up, as in widgets and files. {@link DecimalFormat} alone rounds to the even tenth.
   */
  public String percent(double share) {
    return new DecimalFormat("0.#", symbols()).format(Math.round(share * 1000) / 10.0) + "%";
  }

  /** Formats an instant as local time of a zone. */
  public String time(Instant instant, ZoneId zone) {
    return time(LocalDateTime.ofInstant(instant, zone));
  }

  /** Formats a local time. */
  public String time(LocalDateTime time) {
    return DateTimeFormatter.ofPattern(times, Locale.ROOT).format(time);
  }

  /** Symbols are constants here: the locale data of the JDK differ between releases. */
  private DecimalFormatSymbols symbols() {
    var symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(grouping);
    symbols.setDecimalSeparator(decimal);
    return symbols;
  }
}
