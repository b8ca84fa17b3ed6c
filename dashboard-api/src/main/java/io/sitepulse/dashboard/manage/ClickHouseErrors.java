package io.sitepulse.dashboard.manage;

import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.log.LogKeys;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates ClickHouse errors. Temporary ones (unreachable, busy, too slow, not set up yet) become
 * a 503 problem. All others are bugs and stay as they are.
 */
public final class ClickHouseErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouseErrors.class);

  /**
   * Temporary error codes: missing tables (60, 81), too slow (159, 160), too many queries or too
   * much memory (202, 241), network (209, 210), out of threads or space (439, 243), shutting down
   * (236, 394). 0 is an error of the driver: ClickHouse was not reached.
   */
  private static final Set<Integer> TEMPORARY =
      Set.of(0, 60, 81, 159, 160, 202, 209, 210, 236, 241, 243, 394, 439);

  private ClickHouseErrors() {}

  /**
   * Returns the exception to throw.
   *
   * @param query name of the query, for the log
   * @param detail text of the 503 problem
   */
  public static RuntimeException of(JdbiException e, String query, String detail) {
    OptionalInt code = codeOf(e);
    if (code.isEmpty() || !TEMPORARY.contains(code.getAsInt())) {
      return e;
    }
    LOG.atWarn()
        .addKeyValue(LogKeys.QUERY, query)
        .addKeyValue(LogKeys.CODE, code.getAsInt())
        .log("ClickHouse query failed temporarily");
    return Problem.unavailable(detail).asException();
  }

  /** Returns the error code, 0 if there is none, or empty if no database error is the cause. */
  private static OptionalInt codeOf(Throwable e) {
    OptionalInt code = OptionalInt.empty();
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sqlException) {
        code = OptionalInt.of(sqlException.getErrorCode());
        if (sqlException.getErrorCode() != 0) {
          return code; // Outer exceptions may have no code.
        }
      }
    }
    return code;
  }
}
