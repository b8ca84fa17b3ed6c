package io.sitepulse.bench.process;

import java.net.URI;
import java.time.Duration;

/**
 * A started service.
 *
 * @param url base URL on loopback
 * @param ready time from the start of its process to its first ready answer
 */
public record Service(ChildProcess process, URI url, Duration ready) implements AutoCloseable {
  @Override
  public void close() {
    process.close();
  }
}
