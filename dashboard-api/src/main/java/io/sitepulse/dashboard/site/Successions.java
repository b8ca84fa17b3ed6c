package io.sitepulse.dashboard.site;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Table;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The {@link Succession} of the sites there are, made anew when a definition has changed. */
public final class Successions {
  private final Table<Site> sites;
  private final AtomicLong changes = new AtomicLong();
  private volatile Known known;

  private record Known(long change, Succession succession) {}

  public Successions(Table<Site> sites) {
    this.sites = sites;
    this.known = new Known(-1, Succession.of(List.of()));
    sites.onChange((id, site) -> changes.incrementAndGet());
  }

  /** As the definitions are now. */
  public Succession now() {
    // Read before the sites are: a change meanwhile makes what is known old, never new.
    long change = changes.get();
    Known last = known;
    if (last.change() == change) {
      return last.succession();
    }
    var fresh = new Known(change, Succession.of(sites.all()));
    known = fresh;
    return fresh.succession();
  }
}
