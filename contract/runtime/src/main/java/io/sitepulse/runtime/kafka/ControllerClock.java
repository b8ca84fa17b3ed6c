package io.sitepulse.runtime.kafka;

import io.sitepulse.runtime.log.LogKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the clock of this machine with that of Kafka's active controller. Used by one thread;
 * {@link #warning} by any.
 */
final class ControllerClock {
  /** Largest difference that is ignored. */
  static final Duration TOLERANCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(ControllerClock.class);
  private static final long EVERY = Duration.ofSeconds(10).toNanos();

  private final InstantSource clock;
  private long asked = System.nanoTime() - EVERY;
  private volatile Optional<String> warning = Optional.empty();

  ControllerClock(InstantSource clock) {
    this.clock = clock;
  }

  /** A sentence that names the controller, if the two clocks differ. */
  Optional<String> warning() {
    return warning;
  }

  /** Asks the controller, unless it was asked a short time ago. Its failure is no failure here. */
  void compare(Admin admin) throws InterruptedException {
    if (System.nanoTime() - asked < EVERY) {
      return;
    }
    asked = System.nanoTime();
    try {
      Instant before = clock.instant();
      Optional<ControllerTime> answer = ControllerTime.ask(admin);
      Instant after = clock.instant();
      answer.ifPresent(time -> tell(ahead(before, time.now(), after), time.controller()));
    } catch (ExecutionException e) {
      // Not allowed, not answered, or no such request.
      LOG.atDebug().addKeyValue(LogKeys.ERROR, e.toString()).log("cannot compare clocks");
    }
  }

  /**
   * Returns by how much this clock is certainly ahead, negative if it is behind.
   *
   * @param before this clock before the request
   * @param controller the other clock, at some instant between
   * @param after this clock after the answer
   */
  static Duration ahead(Instant before, Instant controller, Instant after) {
    if (before.isAfter(controller)) {
      return Duration.between(controller, before);
    }
    return after.isBefore(controller) ? Duration.between(controller, after) : Duration.ZERO;
  }

  private void tell(Duration ahead, int controller) {
    boolean differs = ahead.abs().compareTo(TOLERANCE) > 0;
    boolean before = warning.isPresent();
    String text =
        "the clock of this machine is %d s %s that of Kafka's controller %d"
            .formatted(
                ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of", controller);
    warning = differs ? Optional.of(text) : Optional.empty();
    if (differs && !before) {
      LOG.warn("{}: one of the two is wrong", text);
    } else if (before && !differs) {
      LOG.info("the clock of this machine is that of Kafka's controller again");
    }
  }
}
