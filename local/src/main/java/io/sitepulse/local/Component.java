package io.sitepulse.local;

import io.sitepulse.contract.validation.Labelled;
import java.util.Locale;

/** The components of an instance, in the order in which they are closed. */
enum Component implements Labelled {
  /** Removed first, so that other commands stop discovering this instance. */
  REGISTRATION,
  /** Stops accepting connections. */
  PORT,
  /** Ends event streams and stores the votes under way. */
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

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
