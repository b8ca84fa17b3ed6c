package io.sitepulse.bench.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The result of a run of wrk.
 *
 * @param requests answered requests
 * @param seconds time of the run
 * @param errors answers above 399, and connections that failed
 * @param p99Millis 99th percentile of the latency
 */
public record WrkResult(long requests, double seconds, long errors, double p99Millis) {
  private static final String MARK = "RESULT ";
  private static final double MICROS = 1e6;

  /**
   * Reads the line that the scripts print.
   *
   * @throws IOException if there is none
   */
  static WrkResult parse(String output) throws IOException {
    int begin = output.lastIndexOf(MARK);
    if (begin < 0) {
      throw new IOException("wrk printed no result: " + output);
    }
    Map<String, Long> values = new HashMap<>();
    for (String pair : output.substring(begin + MARK.length()).strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(pair.substring(0, equals), Long.parseLong(pair.substring(equals + 1)));
      }
    }
    long errors = 0;
    for (String name : new String[] {"status", "connect", "read", "write", "timeout"}) {
      errors += value(values, name, output);
    }
    return new WrkResult(
        value(values, "requests", output),
        value(values, "micros", output) / MICROS,
        errors,
        value(values, "p99", output) / 1000.0);
  }

  private static long value(Map<String, Long> values, String name, String output)
      throws IOException {
    Long value = values.get(name);
    if (value == null) {
      throw new IOException("wrk's result lacks " + name + ": " + output);
    }
    return value;
  }

  /**
   * Returns this result if there was no error.
   *
   * @throws IOException otherwise: a refused event costs less than an accepted one
   */
  public WrkResult requireNoErrors() throws IOException {
    if (errors > 0) {
      throw new IOException(errors + " of " + requests + " requests failed");
    }
    return this;
  }
}
