package io.sitepulse.dashboard.succession;

import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.table.TopicTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Caches the {@link SiteSuccession} of all sites until a definition changes. Thread-safe. */
public final class SiteSuccessionCache {
  private final TopicTable<Site> sites;
  private final AtomicLong changes = new AtomicLong();
  private volatile Cached cached;

  private record Cached(long change, SiteSuccession succession) {}

  public SiteSuccessionCache(TopicTable<Site> sites) {
    this.sites = sites;
    this.cached = new Cached(-1, SiteSuccession.of(List.of()));
    sites.onChange((id, site) -> changes.incrementAndGet());
  }

  /** Returns the succession of the present definitions. */
  public SiteSuccession now() {
    // Read before the sites: a change meanwhile makes the cached value outdated, never too new.
    long change = changes.get();
    Cached last = cached;
    if (last.change() == change) {
      return last.succession();
    }
    var fresh = new Cached(change, SiteSuccession.of(sites.all()));
    cached = fresh;
    return fresh.succession();
  }
}
