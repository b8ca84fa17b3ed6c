package io.sitepulse.local.chaos.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Starts processes again that ended by themselves, as a service manager does, and counts how often.
 * Thread-safe.
 */
final class Supervisor {
  private final Map<String, Integer> ended = new ConcurrentSkipListMap<>();

  /**
   * Starts again those that should run and do not, and returns the names of those that should not
   * have ended.
   */
  List<String> startAgain(Collection<ManagedProcess> processes) {
    List<String> names =
        processes.stream()
            .filter(process -> process.startAgainIfEnded() && !process.mayEnd())
            .map(ManagedProcess::name)
            .toList();
    names.forEach(name -> ended.merge(name, 1, Integer::sum));
    return names;
  }

  /** Returns a sentence for each process that ended without having been killed or stopped. */
  List<String> endings() {
    return ended.entrySet().stream()
        .map(process -> process.getKey() + " ended by itself, times: " + process.getValue())
        .toList();
  }
}
