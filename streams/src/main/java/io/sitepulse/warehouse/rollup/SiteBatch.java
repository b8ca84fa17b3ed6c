package io.sitepulse.warehouse.rollup;

import io.sitepulse.contract.counter.DayKey;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same days of some sites of one time zone, recomputed in one statement. A statement takes some
 * tenths of a second however little it reads, so thousands of small sites share a few.
 *
 * @param sites at least one, all of one time zone
 * @param from first local day
 * @param to last local day
 */
record SiteBatch(List<Site> sites, LocalDate from, LocalDate to) {
  /** Limit of sites, because their ids and hosts are part of the statement's text. */
  static final int MAX_SITES = 200;

  private record Group(ZoneId zone, LocalDate from, LocalDate to) {}

  SiteBatch {
    sites = List.copyOf(sites);
    Require.present(from, "from");
    Require.present(to, "to");
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a batch must have a site");
    }
  }

  /**
   * Groups ranges into batches. The groups keep the order of their first ranges.
   *
   * @param definitions of all sites of the ranges, by id
   */
  static List<SiteBatch> of(List<DayRange> ranges, Map<String, Site> definitions) {
    var groups = new LinkedHashMap<Group, List<Site>>();
    for (DayRange range : ranges) {
      Site site = Require.present(definitions.get(range.site()), "site");
      groups
          .computeIfAbsent(
              new Group(site.zone(), range.from(), range.to()), group -> new ArrayList<>())
          .add(site);
    }
    var batches = new ArrayList<SiteBatch>();
    groups.forEach(
        (group, sites) -> {
          for (int begin = 0; begin < sites.size(); begin += MAX_SITES) {
            int end = Math.min(begin + MAX_SITES, sites.size());
            batches.add(new SiteBatch(sites.subList(begin, end), group.from, group.to));
          }
        });
    return batches;
  }

  /** Ids of the sites. */
  List<String> ids() {
    return sites.stream().map(Site::id).toList();
  }

  /** Number of days, those of all sites. */
  int days() {
    return Math.multiplyExact(sites.size(), Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1);
  }

  /** A batch for each site alone. */
  List<SiteBatch> single() {
    return sites.stream().map(site -> new SiteBatch(List.of(site), from, to)).toList();
  }

  /**
   * Splits this batch into ones of a limited number of events. A single day of a site is never
   * split.
   *
   * @param events number of events of each day. A missing day has none
   * @param maxEvents limit of events in a batch of several days or sites
   */
  List<SiteBatch> split(Map<DayKey, Long> events, long maxEvents) {
    var parts = new ArrayList<SiteBatch>();
    var together = new ArrayList<Site>();
    long eventsTogether = 0;
    for (Site site : sites) {
      Map<LocalDate, Long> ofSite = eventsOf(site, events);
      long sum = ofSite.values().stream().mapToLong(Long::longValue).sum();
      if (sum > maxEvents) {
        new DayRange(site.id(), from, to)
            .split(ofSite, maxEvents)
            .forEach(part -> parts.add(new SiteBatch(List.of(site), part.from(), part.to())));
        continue;
      }
      if (eventsTogether + sum > maxEvents) {
        parts.add(new SiteBatch(together, from, to));
        together.clear();
        eventsTogether = 0;
      }
      together.add(site);
      eventsTogether += sum;
    }
    if (!together.isEmpty()) {
      parts.add(new SiteBatch(together, from, to));
    }
    return parts;
  }

  private static Map<LocalDate, Long> eventsOf(Site site, Map<DayKey, Long> events) {
    return events.entrySet().stream()
        .filter(entry -> entry.getKey().site().equals(site.id()))
        .collect(Collectors.toMap(entry -> entry.getKey().day(), Map.Entry::getValue));
  }
}
