package io.sitepulse.local;

import java.util.Locale;

/** The parts of an instance, in the order in which they end. */
enum Component {
  /** Off the list first, so that nobody finds what is about to go. */
  REGISTRATION,
  /** The port: no new connections from here on. */
  PORT,
  /** Event streams end, votes under way are stored. */
  DASHBOARD,
  /** What was still being answered. */
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
