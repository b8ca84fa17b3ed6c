package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.succession.SiteSuccession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sites a report sums at an instant, with predecessors resolved. A predecessor is not an entry
 * of its own, unless the report is about that site.
 */
public record SiteSet(List<Part> parts, Instant now) {
  public SiteSet {
    parts = List.copyOf(parts);
  }

  /**
   * A listed site.
   *
   * @param members the site first, then its predecessors
   */
  public record Part(Site site, List<Site> members) {}

  /** The sites of a scope. */
  public static SiteSet of(
      Scope scope, Collection<Site> sites, SiteSuccession siteSuccession, Instant now) {
    return new SiteSet(
        sites.stream()
            .filter(site -> scope.kind() == Scope.Kind.SITE || siteSuccession.isListed(site, now))
            .sorted(Comparator.comparing(Site::id))
            .map(site -> new Part(site, siteSuccession.members(site, now)))
            .toList(),
        now);
  }

  /** All sites to sum, predecessors included. */
  List<Site> members() {
    return parts.stream().flatMap(part -> part.members().stream()).toList();
  }

  /** The single site to sum, if there is only one. */
  Optional<Site> only() {
    List<Site> members = members();
    return members.size() == 1 ? Optional.of(members.get(0)) : Optional.empty();
  }

  /** The time zone, if all sites have the same. */
  Optional<ZoneId> zone() {
    List<ZoneId> zones = members().stream().map(Site::zone).distinct().toList();
    return zones.size() == 1 ? Optional.of(zones.get(0)) : Optional.empty();
  }

  /** The latest local day that has begun at any of the sites. */
  LocalDate today() {
    return members().stream()
        .map(site -> site.dayAt(now))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> now.atZone(Site.DEFAULT_ZONE).toLocalDate());
  }

  /** The sites by their current local day. */
  Map<LocalDate, List<Site>> byToday() {
    return members().stream()
        .collect(Collectors.groupingBy(site -> site.dayAt(now), TreeMap::new, Collectors.toList()));
  }

  /** The days of a range before {@code today}. */
  static Optional<Period> closed(Period range, LocalDate today) {
    return range.begun(today.minusDays(1));
  }
}
