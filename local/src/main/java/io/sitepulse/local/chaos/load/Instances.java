package io.sitepulse.local.chaos.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a service, in turn. An instance that does not answer gets no further requests
 * than a share, so that the others are asked, as by a proxy. Thread-safe.
 */
final class Instances {
  private final List<Instance> instances = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  /** An instance with its free places. */
  record Instance(URI url, Semaphore places) implements AutoCloseable {
    /** Gives the place back. */
    @Override
    public void close() {
      places.release();
    }
  }

  /**
   * Lists instances.
   *
   * @param places number of requests that each may have at a time
   */
  Instances(List<URI> urls, int places) {
    urls.forEach(url -> instances.add(new Instance(url, new Semaphore(places))));
  }

  /** Takes a place at an instance, or returns null if none is free. */
  @Nullable Instance take() {
    int first = next.getAndIncrement();
    for (int i = 0; i < instances.size(); i++) {
      Instance instance = instances.get(Math.floorMod(first + i, instances.size()));
      if (instance.places().tryAcquire()) {
        return instance;
      }
    }
    return null;
  }
}
