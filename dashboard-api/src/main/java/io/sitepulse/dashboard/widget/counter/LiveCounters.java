package io.sitepulse.dashboard.widget.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.sse.LiveState;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Computes the present counters of a site from the topic tables and the clock. Never blocks. */
public final class LiveCounters {
  private final TopicTable<SiteCounters> counters;
  private final TopicTable<Site> sites;
  private final SiteSuccessionCache successions;
  private final Clock clock;

  public LiveCounters(
      TopicTable<SiteCounters> counters,
      TopicTable<Site> sites,
      SiteSuccessionCache successions,
      Clock clock) {
    this.counters = counters;
    this.sites = sites;
    this.successions = successions;
    this.clock = clock;
  }

  /**
   * The present figures of a site, with those of its predecessors. Empty if there is no such site.
   */
  public Optional<CounterFigures> figures(String site) {
    Instant now = clock.instant();
    return sites.get(site).map(known -> figures(members(known, now), now));
  }

  /** The public counters of a site. Empty if there is no such site. */
  Optional<CountersResponse> response(String site) {
    Instant now = clock.instant();
    return sites
        .get(site)
        .map(known -> members(known, now))
        .map(members -> CountersResponse.of(site, asOf(members), figures(members, now)));
  }

  /** The public counters for an event stream. States that differ in {@code asOf} only are equal. */
  Optional<LiveState> state(String site) {
    Instant now = clock.instant();
    return sites
        .get(site)
        .map(known -> members(known, now))
        .map(members -> state(site, asOf(members), figures(members, now)));
  }

  /** Calls a listener with each site that changes and with the sites that include its counters. */
  void onChange(Consumer<String> listener) {
    counters.onChange((site, value) -> successions.now().successorChain(site).forEach(listener));
    sites.onChange((site, value) -> successions.now().successorChain(site).forEach(listener));
  }

  private static LiveState state(String site, Instant asOf, CounterFigures figures) {
    return new LiveState(
        "counters",
        CountersResponse.of(site, Instant.EPOCH, figures),
        asOf.toEpochMilli(),
        () -> JsonText.of(CountersResponse.of(site, asOf, figures)));
  }

  private List<Site> members(Site site, Instant now) {
    return successions.now().members(site, now);
  }

  /** Adds up the sites, each by its own local day: their midnights may differ. */
  private CounterFigures figures(List<Site> members, Instant now) {
    return members.stream()
        .map(member -> CounterFigures.at(snapshot(member.id()), member, now))
        .reduce(CounterFigures::plus)
        .orElseThrow();
  }

  private Instant asOf(List<Site> members) {
    return members.stream()
        .map(member -> snapshot(member.id()).asOf())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private SiteCounters snapshot(String site) {
    return counters.get(site).orElseGet(() -> SiteCounters.none(site));
  }
}
