package io.sitepulse.dashboard.note;

import io.sitepulse.dashboard.http.Language;
import java.time.LocalDate;

/**
 * A holiday of Vietnam.
 *
 * @param from first day
 * @param to last day
 * @param vietnamese name
 * @param english name
 */
public record Holiday(LocalDate from, LocalDate to, String vietnamese, String english) {
  /** The name in a language. */
  public String name(Language language) {
    return language.of(vietnamese, english);
  }
}
