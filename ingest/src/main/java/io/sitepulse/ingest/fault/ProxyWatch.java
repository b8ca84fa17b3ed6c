package io.sitepulse.ingest.fault;

import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.log.LogKeys;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a proxy that is not trusted: a peer that sends {@code X-Forwarded-For} or {@code
 * Forwarded}, is not in the list of trusted proxies, and comes with many user agents. All its
 * visitors count as one. Thread-safe, with bounded memory.
 */
public final class ProxyWatch {
  /** Number of user agents from which on a peer is a proxy. */
  static final int AGENTS = 20;

  /** Time within which the user agents must come. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Largest number of peers that are watched at the same time. */
  static final int PEERS = 1_000;

  private static final Duration BETWEEN_LOGS = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(ProxyWatch.class);

  private final FaultCounter faultCounter;
  private final Runnable metric;
  private final ClientAddress addresses;
  private final Map<String, Set<Integer>> agents = new HashMap<>();
  private Instant windowEnd = Instant.EPOCH;
  private Instant nextLog = Instant.EPOCH;

  /**
   * Creates a watch.
   *
   * @param metric counts a request through such a proxy
   */
  public ProxyWatch(ClientAddress addresses, FaultCounter faultCounter, Runnable metric) {
    this.addresses = addresses;
    this.faultCounter = faultCounter;
    this.metric = metric;
  }

  /** Looks at the headers and the peer of a request. */
  public void watch(HttpServerRequest request, Instant now) {
    boolean forwarded =
        request.headers().contains("X-Forwarded-For") || request.headers().contains("Forwarded");
    if (forwarded && !addresses.isTrusted(request)) {
      seen(request.remoteAddress().hostAddress(), request.getHeader(HttpHeaders.USER_AGENT), now);
    }
  }

  /** Counts a forwarded request of a peer that is not trusted. */
  synchronized void seen(String peer, @Nullable String userAgent, Instant now) {
    if (isOver(windowEnd, WINDOW, now)) {
      agents.clear();
      windowEnd = now.plus(WINDOW);
    }
    Set<Integer> ofPeer = agents.get(peer);
    if (ofPeer == null) {
      if (agents.size() >= PEERS) {
        return;
      }
      ofPeer = new HashSet<>();
      agents.put(peer, ofPeer);
    }
    if (ofPeer.size() < AGENTS) {
      ofPeer.add(userAgent == null ? 0 : userAgent.hashCode());
    }
    if (ofPeer.size() >= AGENTS) {
      metric.run();
      faultCounter.untrustedProxy(peer, now);
      log(peer, now);
    }
  }

  /** A clock that was set back to before the beginning ends a time too. */
  private static boolean isOver(Instant end, Duration length, Instant now) {
    return !now.isBefore(end) || now.isBefore(end.minus(length));
  }

  /** The address is that of a machine which forwards for many visitors, never that of a visitor. */
  private void log(String peer, Instant now) {
    if (!isOver(nextLog, BETWEEN_LOGS, now)) {
      return;
    }
    nextLog = now.plus(BETWEEN_LOGS);
    LOG.atWarn()
        .addKeyValue(LogKeys.VALUE, peer)
        .addKeyValue(LogKeys.SETTING, "sitepulse.ingest.trusted-proxies")
        .log("a proxy is not trusted, all its visitors count as one");
  }
}
