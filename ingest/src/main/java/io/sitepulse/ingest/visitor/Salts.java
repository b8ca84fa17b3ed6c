package io.sitepulse.ingest.visitor;

import io.vertx.core.Future;
import java.time.LocalDate;

/** The day salts that all collectors share. */
@FunctionalInterface
public interface Salts {
  /**
   * The salt of a local date. Never blocks.
   *
   * @return completes on the caller's Vert.x context; fails with a 503 problem if the salt does not
   *     come in time
   */
  Future<Salt> of(LocalDate date);
}
