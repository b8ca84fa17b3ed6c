package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** {@code sites}: the definitions, for reports. */
public final class SitesTable implements Table<Site> {

  @Override
  public String name() {
    return "sites";
  }

  @Override
  public Row row(String key, @Nullable Site site, RecordPosition recordPosition) {
    return new Row(key, site == null ? gone(key, recordPosition) : values(site, recordPosition));
  }

  private static List<Object> values(Site site, RecordPosition recordPosition) {
    return List.of(
        site.id(),
        site.name(),
        site.zone().getId(),
        baseline(site, Baseline::views),
        baseline(site, Baseline::visits),
        baseline(site, Baseline::visitors),
        site.archived(),
        Definition.json(site),
        recordPosition.offset());
  }

  private static List<Object> gone(String id, RecordPosition recordPosition) {
    return List.of(id, "", "", 0L, 0L, 0L, true, Definition.GONE, recordPosition.offset());
  }

  private static long baseline(Site site, ToLongFunction<Baseline> figure) {
    return site.baseline() == null ? 0 : figure.applyAsLong(site.baseline());
  }
}
