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

/** What every site's counters are at this moment, by the tables and the clock. */
public final class LiveCounters {
  private final TopicTable<SiteCounters> counters;
  private final TopicTable<Site> sites;
  private final SiteSuccessionCache siteSuccessionCache;
  private final Clock clock;

  public LiveCounters(
      TopicTable<SiteCounters> counters,
      TopicTable<Site> sites,
      SiteSuccessionCache siteSuccessionCache,
      Clock clock) {
    this.counters = counters;
    this.sites = sites;
    this.siteSuccessionCache = siteSuccessionCache;
    this.clock = clock;
  }

  /**
   * The figures of a site now, with those of the sites it has taken over; empty if there is no such
   * site.
   */
  public Optional<CounterFigures> figures(String site) {
    Instant now = clock.instant();
    return sites.get(site).map(known -> figures(members(known, now), now));
  }

  /** The counters as the public reads them; empty if there is no such site. */
  Optional<CountersResponse> body(String site) {
    Instant now = clock.instant();
    return sites
        .get(site)
        .map(known -> members(known, now))
        .map(members -> CountersResponse.of(site, asOf(members), figures(members, now)));
  }

  /** The same for an event stream. A snapshot that only repeats the figures is no news. */
  Optional<LiveState> state(String site) {
    Instant now = clock.instant();
    return sites
        .get(site)
        .map(known -> members(known, now))
        .map(members -> state(site, asOf(members), figures(members, now)));
  }

  /** Calls a listener with the site of each change, and with those it counts for. */
  void onChange(Consumer<String> listener) {
    counters.onChange(
        (site, value) -> siteSuccessionCache.now().successorChain(site).forEach(listener));
    sites.onChange(
        (site, value) -> siteSuccessionCache.now().successorChain(site).forEach(listener));
  }

  private static LiveState state(String site, Instant asOf, CounterFigures figures) {
    return new LiveState(
        CountersResponse.of(site, Instant.EPOCH, figures),
        asOf.toEpochMilli(),
        () -> JsonText.of(CountersResponse.of(site, asOf, figures)));
  }

  private List<Site> members(Site site, Instant now) {
    return siteSuccessionCache.now().members(site, now);
  }

  /** Each by its own days: a midnight may come earlier for one of them. */
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
