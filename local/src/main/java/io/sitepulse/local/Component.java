package io.sitepulse.local;

import java.util.Locale;

/** The parts of an instance, in the order in which they end. */
enum Component {
  /** Removed first, so that other commands stop discovering this instance. */
  REGISTRATION,
  /** The port: no new connections from here on. */
  PORT,
  /** Event streams end, votes under way are stored. */
  DASHBOARD,
  /** Waits for the requests that are still being answered. */
  REQUESTS,
  INGEST,
  STREAMS,
  SINK,
  KAFKA,
  CLICKHOUSE,
  THREADS,
  LOCK;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
