package io.sitepulse.ingest.useragent;

/** Analyzes user agents. Not thread-safe. */
@FunctionalInterface
interface Analyzer {
  /**
   * Analyzes a user agent. May take some milliseconds.
   *
   * @param userAgent not blank
   */
  ParsedUserAgent analyze(String userAgent);
}
