package io.sitepulse.ingest.event;

import io.sitepulse.contract.site.Site;
import org.jspecify.annotations.Nullable;

/** Finds the sites that accept events. */
@FunctionalInterface
public interface SiteLookup {
  /** Finds a site by its id. Returns null if it does not exist or is archived. */
  @Nullable Site byId(String id);
}
