package io.sitepulse.local.chaos.book;

/**
 * A number that is known exactly or between two limits. A request without an answer may have been
 * accepted, and one at midnight may belong to either day.
 *
 * @param least the smallest possible number
 * @param most the largest possible number
 */
public record Bounds(long least, long most) {
  static final Bounds ZERO = new Bounds(0, 0);

  public Bounds {
    if (least < 0 || least > most) {
      throw new IllegalArgumentException("no bounds: " + least + " to " + most);
    }
  }

  static Bounds exactly(long number) {
    return new Bounds(number, number);
  }

  Bounds plus(Bounds other) {
    return new Bounds(least + other.least, most + other.most);
  }

  boolean contains(long number) {
    return least <= number && number <= most;
  }

  @Override
  public String toString() {
    return least == most ? Long.toString(least) : least + " to " + most;
  }
}
