package io.sitepulse.ingest.visitor;

import io.vertx.core.Future;
import java.time.LocalDate;

/** The daily salts that all collectors share. */
@FunctionalInterface
public interface Salts {
  /**
   * Finds the salt of a local date. Never blocks.
   *
   * @return completes on the caller's Vert.x context. Fails with a 503 problem if the salt is not
   *     known in time.
   */
  Future<Salt> of(LocalDate date);
}
