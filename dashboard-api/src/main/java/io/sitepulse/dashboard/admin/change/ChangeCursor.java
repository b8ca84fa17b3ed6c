package io.sitepulse.dashboard.admin.change;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.time.Instant;
import java.util.UUID;

/**
 * A position in the change log. Its text is a time in milliseconds, optionally with a dot and a
 * change id, because one millisecond can have several changes.
 *
 * @param id change id. Of the changes in the millisecond {@code at}, those up to it are skipped.
 */
record ChangeCursor(Instant at, UUID id) {
  /** The text of the position after all changes: the year 2200, the latest in ClickHouse. */
  static final String NOW = "7258118400000";

  private static final UUID FIRST = new UUID(0, 0);

  /**
   * Parses a text.
   *
   * @throws IllegalArgumentException if it is not valid
   */
  static ChangeCursor parse(String text) {
    if (!text.matches("[0-9]{1,13}([.][0-9a-f-]{36})?")) {
      throw new FieldViolationException(
          "before", Rule.TIME, "must be the value of next, or milliseconds");
    }
    String[] parts = text.split("[.]", 2);
    Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
    return new ChangeCursor(at, parts.length == 1 ? FIRST : UUID.fromString(parts[1]));
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "." + id;
  }
}
