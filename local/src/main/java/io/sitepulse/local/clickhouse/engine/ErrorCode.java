package io.sitepulse.local.clickhouse.engine;

/** The error codes that this server raises by itself. */
public enum ErrorCode {
  BAD_ARGUMENTS(36),
  NOT_IMPLEMENTED(48),
  SYNTAX_ERROR(62),
  TOO_MANY_SIMULTANEOUS_QUERIES(202),
  SOCKET_TIMEOUT(209),
  NETWORK_ERROR(210),
  QUERY_IS_TOO_LARGE(229),
  AUTHENTICATION_FAILED(516),
  UNKNOWN_EXCEPTION(1002);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
