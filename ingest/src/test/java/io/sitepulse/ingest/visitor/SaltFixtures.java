package io.sitepulse.ingest.visitor;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Salts for tests without Kafka. */
public final class SaltFixtures {
  private SaltFixtures() {}

  /** Returns a fixed salt for each day. */
  public static Salts eachDayItsOwn() {
    return date -> {
      byte[] secret = ByteBuffer.allocate(Salt.BYTES).putLong(date.toEpochDay()).array();
      return Future.succeededFuture(new Salt(secret, Instant.EPOCH, true));
    };
  }
}
