package io.sitepulse.local.audit;

import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is audited.
 *
 * @param site site id; null: all sites
 * @param from first local day
 * @param to last local day
 */
record AuditScope(@Nullable String site, LocalDate from, LocalDate to) {
  AuditScope {
    if (site != null) {
      Site.checkId(site);
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("--to must not be before --from");
    }
  }
}
