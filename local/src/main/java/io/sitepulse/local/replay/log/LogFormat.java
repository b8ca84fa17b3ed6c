package io.sitepulse.local.replay.log;

import org.jspecify.annotations.Nullable;

/** A format of access logs. Not thread-safe: a format may learn columns from the lines it reads. */
public interface LogFormat {
  /** Name for people, for example {@code combined}. */
  String name();

  /**
   * Reads a line.
   *
   * @param line the line, one char per byte, without its line end
   * @return the request, or null if the line describes none, such as a directive or an empty line
   * @throws MalformedLineException if it is not a line of this format
   */
  @Nullable LogLine read(String line) throws MalformedLineException;
}
