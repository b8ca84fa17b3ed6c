package io.sitepulse.streams.sink;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** {@code sites}: the definitions, for reports. */
final class SitesTable implements Table<Site> {

  @Override
  public String name() {
    return "sites";
  }

  @Override
  public Row row(String key, @Nullable Site site, Origin origin) {
    return new Row(key, site == null ? gone(key, origin) : values(site, origin));
  }

  private static List<Object> values(Site site, Origin origin) {
    return List.of(
        site.id(),
        site.name(),
        site.zone().getId(),
        baseline(site, Baseline::views),
        baseline(site, Baseline::visits),
        baseline(site, Baseline::visitors),
        site.archived(),
        Definition.json(site),
        origin.offset());
  }

  private static List<Object> gone(String id, Origin origin) {
    return List.of(id, "", "", 0L, 0L, 0L, true, Definition.GONE, origin.offset());
  }

  private static long baseline(Site site, ToLongFunction<Baseline> figure) {
    return site.baseline() == null ? 0 : figure.applyAsLong(site.baseline());
  }
}
