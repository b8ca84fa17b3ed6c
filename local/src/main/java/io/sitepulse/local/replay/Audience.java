package io.sitepulse.local.replay;

import io.sitepulse.runtime.http.ClientAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts the page views that were sent, by visitor. */
final class Audience {
  private final Map<Visitor, Long> pages = new HashMap<>();
  private final Map<String, Boolean> bots = new HashMap<>();

  void add(Visitor visitor) {
    pages.merge(visitor, 1L, Long::sum);
  }

  /** Asks the detector once for each user agent. */
  void detectBots(BotDetector detector) throws InterruptedException {
    for (Visitor visitor : pages.keySet()) {
      if (!bots.containsKey(visitor.agent())) {
        bots.put(visitor.agent(), detector.isBot(visitor.agent()));
      }
    }
  }

  /** Pages of robots, once they are detected. */
  long botPages() {
    return pages.entrySet().stream()
        .filter(entry -> isBot(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Visitors that are no robots, once they are detected. As in the collector, an IPv6 client is its
   * /64.
   */
  long visitors() {
    return pages.keySet().stream()
        .filter(visitor -> !isBot(visitor))
        .map(visitor -> new Visitor(ClientAddress.networkOf(visitor.address()), visitor.agent()))
        .distinct()
        .count();
  }

  private boolean isBot(Visitor visitor) {
    return bots.getOrDefault(visitor.agent(), false);
  }
}
