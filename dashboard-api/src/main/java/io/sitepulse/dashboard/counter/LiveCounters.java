package io.sitepulse.dashboard.counter;

import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.live.LiveState;
import io.sitepulse.dashboard.web.JsonText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What every site's counters are at this moment, by the tables and the clock. */
public final class LiveCounters {
  private final Table<SiteCounters> counters;
  private final Table<Site> sites;
  private final Clock clock;

  public LiveCounters(Table<SiteCounters> counters, Table<Site> sites, Clock clock) {
    this.counters = counters;
    this.sites = sites;
    this.clock = clock;
  }

  /** The figures of a site now; empty if there is no such site. */
  public Optional<CounterFigures> figures(String site) {
    return sites.get(site).map(known -> CounterFigures.at(snapshot(site), known, clock.instant()));
  }

  /** The counters as the public reads them; empty if there is no such site. */
  Optional<CountersBody> body(String site) {
    return figures(site).map(figures -> CountersBody.of(site, snapshot(site).asOf(), figures));
  }

  /** The same for an event stream. A snapshot that only repeats the figures is no news. */
  Optional<LiveState> state(String site) {
    return figures(site).map(figures -> state(site, figures));
  }

  /** Calls a listener with the site of each change. */
  void onChange(Consumer<String> listener) {
    counters.onChange((site, value) -> listener.accept(site));
    sites.onChange((site, value) -> listener.accept(site));
  }

  private LiveState state(String site, CounterFigures figures) {
    SiteCounters snapshot = snapshot(site);
    return new LiveState(
        CountersBody.of(site, Instant.EPOCH, figures),
        snapshot.asOf().toEpochMilli(),
        () -> JsonText.of(CountersBody.of(site, snapshot.asOf(), figures)));
  }

  private SiteCounters snapshot(String site) {
    return counters.get(site).orElseGet(() -> SiteCounters.none(site));
  }
}
