package io.sitepulse.local.chaos.plan;

/** The kinds of processes of an installation. */
public enum Role {
  BROKER("broker"),
  CLICKHOUSE("clickhouse"),
  INGEST("ingest"),
  STREAMS("streams"),
  DASHBOARD("dashboard");

  private final String command;

  Role(String command) {
    this.command = command;
  }

  /** The subcommand of {@code sitepulse} that runs it. */
  public String command() {
    return command;
  }
}
