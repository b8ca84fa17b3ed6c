package io.sitepulse.local.replay.log;

/** The columns of access logs that a page view needs. */
enum LogField {
  CLIENT("address"),
  TIME("time"),
  /** Day of a format that writes day and time in two columns. */
  DATE("date"),
  /** Method, target and protocol in one. */
  REQUEST("request"),
  METHOD("method"),
  /** Path with query. */
  TARGET("target"),
  PATH("path"),
  QUERY("query"),
  STATUS("status"),
  REFERRER("referrer"),
  AGENT("user agent"),
  /** Any other column. */
  OTHER("column");

  private final String label;

  LogField(String label) {
    this.label = label;
  }

  /** Name for messages. */
  String label() {
    return label;
  }
}
