package io.sitepulse.local.chaos;

import io.sitepulse.local.chaos.load.Load;
import io.sitepulse.local.chaos.machine.Relay;
import io.sitepulse.local.chaos.machine.Surroundings;
import io.sitepulse.local.chaos.plan.Fault;
import io.sitepulse.local.chaos.plan.PlannedFault;
import io.sitepulse.local.chaos.plan.Role;
import io.sitepulse.local.chaos.process.Cluster;
import io.sitepulse.local.chaos.process.ManagedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Makes the faults of a plan, one after another, and heals each. */
final class FaultInjector {
  /** A process may notice late that its disk was full. */
  private static final Duration ENDS_LATER = Duration.ofSeconds(20);

  private final Cluster cluster;
  private final Load load;
  private final Consumer<String> progress;
  private final List<Made> made = new ArrayList<>();

  /**
   * A fault that was made.
   *
   * @param begun time of a clock that is never set, in nanoseconds
   */
  record Made(Fault fault, long begun) {}

  FaultInjector(Cluster cluster, Load load, Consumer<String> progress) {
    this.cluster = cluster;
    this.load = load;
    this.progress = progress;
  }

  /** Returns the faults in the order in which they were made. */
  List<Made> made() {
    return List.copyOf(made);
  }

  /** Makes all faults at their times. Returns when the last one is healed. */
  void run(List<PlannedFault> plan) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (PlannedFault planned : plan) {
      awaitTime(begun + planned.at().toNanos());
      make(planned, begun);
    }
  }

  private void make(PlannedFault planned, long begun) throws IOException, InterruptedException {
    List<ManagedProcess> targets = targets(planned);
    Duration at = Duration.ofNanos(System.nanoTime() - begun);
    progress.accept(
        String.format(
            Locale.ROOT,
            "%6.1f s  %s%s %s, healed after %.1f s",
            at.toMillis() / 1000.0,
            planned.fault().text(),
            by(planned),
            targets.stream().map(ManagedProcess::name).toList(),
            planned.length().toMillis() / 1000.0));
    made.add(new Made(planned.fault(), System.nanoTime()));
    begin(planned, targets);
    awaitTime(System.nanoTime() + planned.length().toNanos());
    heal(planned.fault().action(), targets);
  }

  private static String by(PlannedFault planned) {
    return planned.fault().action() == Fault.Action.WRONG_CLOCK
        ? String.format(Locale.ROOT, " by %+d h", planned.clockOffset().toHours())
        : "";
  }

  private List<ManagedProcess> targets(PlannedFault planned) {
    List<ManagedProcess> all = running(planned.fault().role());
    return switch (planned.fault().action()) {
      case KILL_ALL -> all;
      case REPEAT -> List.of();
      case ADD -> List.of(cluster.joinStreams());
      default -> List.of(all.get(planned.target() % all.size()));
    };
  }

  private List<ManagedProcess> running(Role role) {
    return cluster.of(role).stream().filter(ManagedProcess::isRunning).toList();
  }

  private void begin(PlannedFault planned, List<ManagedProcess> targets)
      throws IOException, InterruptedException {
    Surroundings surroundings = cluster.surroundings();
    Fault.Action action = planned.fault().action();
    if (action == Fault.Action.REPEAT) {
      load.sendAgain();
    }
    for (ManagedProcess target : targets) {
      switch (action) {
        case KILL, KILL_ALL -> target.kill();
        case PAUSE -> target.pause();
        case STOP -> target.stop();
        case FULL_DISK -> {
          target.mayEndFor(planned.length().plus(ENDS_LATER));
          surroundings.fill(target.name());
        }
        case WRONG_CLOCK -> surroundings.setClock(target.name(), planned.clockOffset());
        case STALL -> surroundings.cut(Relay.Mode.STALL, target.name(), planned.variant());
        case RESET -> surroundings.cut(Relay.Mode.RESET, target.name(), planned.variant());
        default -> {}
      }
    }
  }

  private void heal(Fault.Action action, List<ManagedProcess> targets)
      throws IOException, InterruptedException {
    for (ManagedProcess target : targets) {
      switch (action) {
        case KILL, KILL_ALL, STOP -> target.start();
        case PAUSE -> target.resume();
        case ADD -> target.stop();
        case FULL_DISK -> cluster.surroundings().free(target.name());
        case WRONG_CLOCK -> cluster.surroundings().setClock(target.name(), Duration.ZERO);
        case STALL, RESET -> cluster.surroundings().connect();
        default -> {}
      }
    }
  }

  private static void awaitTime(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left).toMillis());
    }
  }
}
