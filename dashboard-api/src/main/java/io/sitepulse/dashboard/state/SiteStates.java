package io.sitepulse.dashboard.state;

import java.time.Instant;
import java.util.List;

/**
 * The state of all sites that a caller may see.
 *
 * @param script version of the script of this release
 * @param unknownSites refused events with an id that is not registered. Only for administrators
 * @param untrustedProxies proxies that are not trusted. Only for administrators
 */
record SiteStates(
    Instant asOf,
    String script,
    List<SiteState> sites,
    List<UnknownSite> unknownSites,
    List<UntrustedProxy> untrustedProxies) {
  SiteStates {
    sites = List.copyOf(sites);
    unknownSites = List.copyOf(unknownSites);
    untrustedProxies = List.copyOf(untrustedProxies);
  }

  /**
   * Refused events with an id that is not registered.
   *
   * @param site the id as sent, empty if it was missing or no id, or above the limit
   * @param origin the origin of the pages, empty if none was sent, {@code *} for others
   */
  record UnknownSite(String site, String origin, long events) {}

  /** A proxy that is not trusted, although many visitors use it. */
  record UntrustedProxy(String address, long requests) {}
}
