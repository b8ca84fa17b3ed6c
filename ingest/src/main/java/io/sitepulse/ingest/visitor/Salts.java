package io.sitepulse.ingest.visitor;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;

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

  /** The salt of a local date if it is known now. None is created for it. */
  default Optional<Salt> ifKnown(LocalDate date) {
    Future<Salt> salt = of(date);
    return salt.succeeded() ? Optional.of(salt.result()) : Optional.empty();
  }
}
