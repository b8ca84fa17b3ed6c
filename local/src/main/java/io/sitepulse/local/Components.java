package io.sitepulse.local;

import io.sitepulse.local.instance.StartException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running components, closed in the order of {@link Component}. A component that fails to close
 * does not keep the others open.
 */
final class Components implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Components.class);

  private final Map<Component, AutoCloseable> running = new EnumMap<>(Component.class);
  private boolean closed;

  /**
   * Adds a component and owns it from now on. A component that is added after the close is closed
   * at once.
   */
  <T extends AutoCloseable> T add(Component name, T part) {
    if (taken(name, part)) {
      return part;
    }
    end(name, part);
    throw new StartException("stopped while starting");
  }

  private synchronized boolean taken(Component name, AutoCloseable part) {
    if (!closed) {
      running.put(name, part);
    }
    return !closed;
  }

  @Override
  public void close() {
    for (Component name : Component.values()) {
      AutoCloseable part = removed(name);
      if (part != null) {
        end(name, part);
      }
    }
  }

  private synchronized @Nullable AutoCloseable removed(Component name) {
    closed = true;
    return running.remove(name);
  }

  private static void end(Component name, AutoCloseable part) {
    long begun = System.nanoTime();
    boolean interrupted = Thread.interrupted(); // A part must be able to wait for its own end.
    try {
      part.close();
    } catch (Exception e) {
      LOG.atWarn()
          .addKeyValue("part", name.label())
          .setCause(e)
          .log("component did not stop cleanly");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    LOG.atInfo()
        .addKeyValue("part", name.label())
        .addKeyValue("ms", (System.nanoTime() - begun) / 1_000_000)
        .log("component stopped");
  }
}
