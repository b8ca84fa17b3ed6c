package io.sitepulse.ingest.event;

import io.sitepulse.contract.site.Site;
import org.jspecify.annotations.Nullable;

/** The sites that take events. */
@FunctionalInterface
public interface SiteLookup {
  /** The site of an id; null if there is none or it is archived. */
  @Nullable Site byId(String id);
}
