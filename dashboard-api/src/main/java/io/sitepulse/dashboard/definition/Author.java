package io.sitepulse.dashboard.definition;

/**
 * Who changes something, for the log of changes.
 *
 * @param id account id, or {@code seed}, {@code setup}, {@code command}
 * @param name as others read it
 */
public record Author(String id, String name) {
  /** The seed file. */
  public static final Author SEED = new Author("seed", "seed");
}
