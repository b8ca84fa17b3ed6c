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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sites a report sums at an instant, with predecessors resolved. A predecessor is not an entry
 * of its own, unless the report is about that site, or the caller may see none of the sites that
 * have taken it over. In a report about a group it counts only if the last of them is of the group,
 * because the figures of a site that was taken over are those of the successor's group.
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

  /**
   * The sites of a scope.
   *
   * @param sites those of the scope that the caller may see
   */
  public static SiteSet of(
      Scope scope, Collection<Site> sites, SiteSuccession siteSuccession, Instant now) {
    Set<String> visible = sites.stream().map(Site::id).collect(Collectors.toSet());
    return new SiteSet(
        sites.stream()
            .filter(site -> isPart(site, scope, visible, siteSuccession.successors(site.id(), now)))
            .sorted(Comparator.comparing(Site::id))
            .map(site -> new Part(site, siteSuccession.members(site, now)))
            .toList(),
        now);
  }

  private static boolean isPart(
      Site site, Scope scope, Set<String> visible, List<Site> successors) {
    if (scope.equals(Scope.site(site.id())) || successors.isEmpty()) {
      return true;
    }
    return scope.contains(successors.get(successors.size() - 1))
        && successors.stream().noneMatch(successor -> visible.contains(successor.id()));
  }

  /** Number of sites of a group that a site of another group has taken over. */
  int movedSites(Scope scope, Collection<Site> sites, SiteSuccession siteSuccession) {
    if (scope.kind() != Scope.Kind.GROUP) {
      return 0;
    }
    return (int)
        sites.stream()
            .map(site -> siteSuccession.successors(site.id(), now))
            .filter(found -> !found.isEmpty() && !scope.contains(found.get(found.size() - 1)))
            .count();
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
