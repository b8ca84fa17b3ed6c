package io.sitepulse.runtime.log;

/**
 * Names of the key-value pairs of log lines. The message says what happened, the pairs say to which
 * object. A cause is logged as {@link #ERROR} if a short text is enough, or with {@code setCause}
 * if the stack trace is needed.
 */
public final class LogKeys {
  /** Account id, never what was typed as login. */
  public static final String ACCOUNT = "account";

  /** Error code of ClickHouse. */
  public static final String CODE = "code";

  /** Local date, ISO 8601. */
  public static final String DATE = "date";

  /** Time since the start of the operation, in milliseconds. */
  public static final String DURATION_MS = "ms";

  /** Short text of a cause. It contains nothing that a client sent. */
  public static final String ERROR = "error";

  /** Number of failed attempts. */
  public static final String FAILURES = "failures";

  /** Path of a file. */
  public static final String FILE = "file";

  /** Number of groups. */
  public static final String GROUPS = "groups";

  /** Id of a definition. */
  public static final String ID = "id";

  /** Id that the client got with a 500 response. */
  public static final String INCIDENT = "incident";

  /** Method of signing in. */
  public static final String METHOD = "method";

  /** File name of a migration. */
  public static final String MIGRATION = "migration";

  /** Offset of a record. */
  public static final String OFFSET = "offset";

  /** Component of the process. */
  public static final String PART = "part";

  /** Former value of a setting. */
  public static final String OLD = "old";

  /** Number of partitions. */
  public static final String PARTITION = "partition";

  public static final String PARTITIONS = "partitions";

  /** Id of a poll. */
  public static final String POLL = "poll";

  /** Number of polls. */
  public static final String POLLS = "polls";

  /** TCP port. */
  public static final String PORT = "port";

  /** Name of a query. */
  public static final String QUERY = "query";

  /** Reason for a refusal, one of a closed set of values. */
  public static final String REASON = "reason";

  /** Pattern of an HTTP route, never the path. */
  public static final String RECORDS = "records";

  public static final String ROUTE = "route";

  /** Name of a setting. */
  public static final String SETTING = "setting";

  /** Number of sites. */
  public static final String SITES = "sites";

  /** State of a component. */
  public static final String STATE = "state";

  /** Number of targets. */
  public static final String TARGETS = "targets";

  /** Name of a topic. */
  public static final String TOPIC = "topic";

  /** Value of a setting. Never a secret. */
  public static final String VALUE = "value";

  /** Time until the next attempt. */
  public static final String WAIT = "wait";

  private LogKeys() {}
}
