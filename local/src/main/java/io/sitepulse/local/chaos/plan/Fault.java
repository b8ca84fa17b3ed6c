package io.sitepulse.local.chaos.plan;

import java.time.Duration;

/** The faults, each with the shortest and the longest time until it is healed. */
public enum Fault {
  KILL_INGEST("kill -9 of ingest", Action.KILL, Role.INGEST, 0, 4),
  PAUSE_INGEST("SIGSTOP of ingest", Action.PAUSE, Role.INGEST, 2, 12),
  KILL_STREAMS("kill -9 of streams", Action.KILL, Role.STREAMS, 0, 8),
  PAUSE_STREAMS("SIGSTOP of streams", Action.PAUSE, Role.STREAMS, 2, 14),
  KILL_DASHBOARD("kill -9 of dashboard-api", Action.KILL, Role.DASHBOARD, 0, 4),
  PAUSE_DASHBOARD("SIGSTOP of dashboard-api", Action.PAUSE, Role.DASHBOARD, 2, 12),
  KILL_CLICKHOUSE("kill -9 of ClickHouse", Action.KILL, Role.CLICKHOUSE, 0, 3),
  CLICKHOUSE_AWAY("ClickHouse away", Action.KILL, Role.CLICKHOUSE, 10, 25),
  PAUSE_CLICKHOUSE("SIGSTOP of ClickHouse", Action.PAUSE, Role.CLICKHOUSE, 2, 12),
  KILL_BROKER("kill -9 of a broker", Action.KILL, Role.BROKER, 0, 4),
  PAUSE_BROKER("SIGSTOP of a broker", Action.PAUSE, Role.BROKER, 2, 12),
  KILL_BROKERS("kill -9 of all brokers", Action.KILL_ALL, Role.BROKER, 0, 4),
  ADD_STREAMS("an instance of streams joins", Action.ADD, Role.STREAMS, 8, 16),
  REMOVE_STREAMS("an instance of streams is stopped", Action.STOP, Role.STREAMS, 2, 8),
  REPEAT("all of the last requests again", Action.REPEAT, Role.INGEST, 2, 4),
  FULL_STREAMS("full disk of streams", Action.FULL_DISK, Role.STREAMS, 4, 15),
  FULL_CLICKHOUSE("full disk of ClickHouse", Action.FULL_DISK, Role.CLICKHOUSE, 4, 15),
  FULL_BROKER("full disk of a broker", Action.FULL_DISK, Role.BROKER, 4, 12),
  CLOCK_INGEST("wrong clock of ingest", Action.WRONG_CLOCK, Role.INGEST, 6, 15),
  CLOCK_STREAMS("wrong clock of streams, sink", Action.WRONG_CLOCK, Role.STREAMS, 6, 20),
  CLOCK_BROKER("wrong clock of a broker", Action.WRONG_CLOCK, Role.BROKER, 6, 20),
  STALL_INGEST("ingest to Kafka stalls", Action.STALL, Role.INGEST, 2, 15),
  STALL_STREAMS("streams to Kafka stalls", Action.STALL, Role.STREAMS, 2, 20),
  STALL_DASHBOARD("dashboard-api to Kafka stalls", Action.STALL, Role.DASHBOARD, 2, 15),
  STALL_BROKER("a broker to the others stalls", Action.STALL, Role.BROKER, 2, 15),
  RESET_INGEST("ingest to Kafka is reset", Action.RESET, Role.INGEST, 2, 10),
  RESET_STREAMS("streams to Kafka is reset", Action.RESET, Role.STREAMS, 2, 15),
  RESET_DASHBOARD("dashboard-api to Kafka is reset", Action.RESET, Role.DASHBOARD, 2, 10),
  RESET_BROKER("a broker to the others is reset", Action.RESET, Role.BROKER, 2, 10);

  private final String text;
  private final Action action;
  private final Role role;
  private final int leastSeconds;
  private final int mostSeconds;

  Fault(String text, Action action, Role role, int leastSeconds, int mostSeconds) {
    this.text = text;
    this.action = action;
    this.role = role;
    this.leastSeconds = leastSeconds;
    this.mostSeconds = mostSeconds;
  }

  /** What is done to the processes of a role, and how it is healed. */
  public enum Action {
    /** Killed with all its children, started again. */
    KILL,
    /** As {@link #KILL}, all processes of the role at once. */
    KILL_ALL,
    /** SIGSTOP, then SIGCONT. */
    PAUSE,
    /** SIGTERM, then started again. */
    STOP,
    /** One more process is started, then stopped by SIGTERM. */
    ADD,
    /** Acknowledged requests are sent again with the same ids. */
    REPEAT,
    /** The disk with its data has no room, then has room again. */
    FULL_DISK(FaultGroup.DISK),
    /** Its clock is an hour, a day or a month ahead or back, then right again. */
    WRONG_CLOCK(FaultGroup.CLOCK),
    /**
     * Nothing passes on its connections with brokers, and no side is told. Afterwards what waited
     * arrives late.
     */
    STALL(FaultGroup.NETWORK),
    /** Its connections with brokers are reset, and new ones too. */
    RESET(FaultGroup.NETWORK);

    private final FaultGroup group;

    Action() {
      this(FaultGroup.PROCESS);
    }

    Action(FaultGroup group) {
      this.group = group;
    }
  }

  /** Name in the table. */
  public String text() {
    return text;
  }

  public Action action() {
    return action;
  }

  public Role role() {
    return role;
  }

  /** The group of faults that need the same of the machine. */
  FaultGroup group() {
    return action.group;
  }

  /** Tells whether an installation with a number of brokers can have the fault. */
  boolean isPossible(int brokers) {
    boolean betweenBrokers = role == Role.BROKER && group() == FaultGroup.NETWORK;
    return brokers > 1 || (action != Action.KILL_ALL && !betweenBrokers);
  }

  /**
   * A time until the fault is healed.
   *
   * @param share 0 for the shortest, 1 for the longest
   */
  Duration length(double share) {
    return Duration.ofMillis(
        Math.round(1000 * (leastSeconds + share * (mostSeconds - leastSeconds))));
  }
}
