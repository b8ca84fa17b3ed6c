package io.sitepulse.dashboard.manage;

import io.sitepulse.runtime.http.Problem;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What it means that ClickHouse did not answer a question: if time mends it (away, busy, too slow,
 * not set up yet) it is a 503; any other refusal is a fault of ours.
 */
public final class ClickHouseErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouseErrors.class);

  /**
   * Codes of ClickHouse that time mends: tables not made yet (60, 81), too slow (159, 160), too
   * much at once (202, 241), not reached (209, 210), out of threads or space (439, 243), shutting
   * down (236, 394). 0: it was not ClickHouse that refused, so it was not reached.
   */
  private static final Set<Integer> PASSING =
      Set.of(0, 60, 81, 159, 160, 202, 209, 210, 236, 241, 243, 394, 439);

  private ClickHouseErrors() {}

  /**
   * What to throw.
   *
   * @param query the question, as a log names it
   * @param detail what a 503 tells people
   */
  public static RuntimeException of(JdbiException e, String query, String detail) {
    OptionalInt code = codeOf(e);
    if (code.isEmpty() || !PASSING.contains(code.getAsInt())) {
      return e;
    }
    LOG.atWarn()
        .addKeyValue("query", query)
        .addKeyValue("code", code.getAsInt())
        .log("clickhouse did not answer");
    return Problem.unavailable(detail).asException();
  }

  /** ClickHouse's code; 0 if it has none; empty if nothing was asked of a database at all. */
  private static OptionalInt codeOf(Throwable e) {
    OptionalInt code = OptionalInt.empty();
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        code = OptionalInt.of(refusal.getErrorCode());
        if (refusal.getErrorCode() != 0) {
          return code; // The outer ones may have no code of their own.
        }
      }
    }
    return code;
  }
}
