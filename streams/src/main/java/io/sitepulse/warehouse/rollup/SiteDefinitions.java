package io.sitepulse.warehouse.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.json.Json;
import org.jdbi.v3.core.Handle;

/** Reads the mirrored definitions of sites: rollups need the time zone and the hosts. */
final class SiteDefinitions {
  private SiteDefinitions() {}

  /** Returns a site, or one with the defaults if its definition was deleted. */
  static Site site(Handle handle, String id) {
    return handle
        .createQuery(SqlFile.read(SiteDefinitions.class, "definition.sql"))
        .bind("site", id)
        .mapTo(String.class)
        .findOne()
        .filter(json -> !json.isEmpty())
        .map(SiteDefinitions::read)
        .orElseGet(() -> Site.of(id, Site.DEFAULT_ZONE));
  }

  private static Site read(String json) {
    try {
      return Json.MAPPER.readValue(json, Site.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a mirrored definition", e);
    }
  }
}
