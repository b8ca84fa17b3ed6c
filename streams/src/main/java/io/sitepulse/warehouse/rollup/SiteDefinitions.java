package io.sitepulse.warehouse.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.json.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the mirrored definitions of sites: rollups need the time zone and the hosts. */
final class SiteDefinitions {
  /** Limit of sites in a statement, because their ids are part of its text. */
  private static final int AT_ONCE = 500;

  private SiteDefinitions() {}

  /** Returns sites by their ids, one with the defaults if its definition was deleted. */
  static Map<String, Site> of(Handle handle, Collection<String> ids) {
    var sites = new HashMap<String, Site>();
    ids.forEach(id -> sites.put(id, Site.of(id, Site.DEFAULT_ZONE)));
    List<String> all = List.copyOf(sites.keySet());
    for (int begin = 0; begin < all.size(); begin += AT_ONCE) {
      handle
          .createQuery(SqlFile.read(SiteDefinitions.class, "definitions.sql"))
          .bindArray(
              "sites", String.class, all.subList(begin, Math.min(begin + AT_ONCE, all.size())))
          .map((row, context) -> Map.entry(row.getString("id"), row.getString("definition")))
          .filter(entry -> !entry.getValue().isEmpty())
          .forEach(entry -> sites.put(entry.getKey(), read(entry.getValue())));
    }
    return sites;
  }

  private static Site read(String json) {
    try {
      return Json.MAPPER.readValue(json, Site.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a mirrored definition", e);
    }
  }
}
