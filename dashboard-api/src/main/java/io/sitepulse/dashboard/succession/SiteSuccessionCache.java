package io.sitepulse.dashboard.succession;

import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.table.TopicTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The {@link SiteSuccession} of the sites there are, made anew when a definition has changed. */
public final class SiteSuccessionCache {
  private final TopicTable<Site> sites;
  private final AtomicLong changes = new AtomicLong();
  private volatile Known known;

  private record Known(long change, SiteSuccession succession) {}

  public SiteSuccessionCache(TopicTable<Site> sites) {
    this.sites = sites;
    this.known = new Known(-1, SiteSuccession.of(List.of()));
    sites.onChange((id, site) -> changes.incrementAndGet());
  }

  /** As the definitions are now. */
  public SiteSuccession now() {
    // Read before the sites are: a change meanwhile makes what is known old, never new.
    long change = changes.get();
    Known last = known;
    if (last.change() == change) {
      return last.succession();
    }
    var fresh = new Known(change, SiteSuccession.of(sites.all()));
    known = fresh;
    return fresh.succession();
  }
}
