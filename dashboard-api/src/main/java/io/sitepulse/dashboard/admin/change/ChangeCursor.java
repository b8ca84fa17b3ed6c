package io.sitepulse.dashboard.admin.change;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in the log: those before it are older. Its text is milliseconds, or milliseconds, a dot
 * and the id of a change: many can have been made in one millisecond.
 *
 * @param at when
 * @param id of the change there; changes of that millisecond are passed over up to it
 */
record ChangeCursor(Instant at, UUID id) {
  /** The text of the place after everything. */
  static final String NOW = "7258118400000"; // the year 2200: what ClickHouse can hold

  private static final UUID FIRST = new UUID(0, 0);

  /**
   * Reads a place's text.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ChangeCursor parse(String text) {
    if (!text.matches("[0-9]{1,13}([.][0-9a-f-]{36})?")) {
      throw new FieldViolationException(
          "before", Rule.TIME, "must be what next was, or milliseconds");
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
