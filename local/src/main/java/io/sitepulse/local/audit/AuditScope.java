package io.sitepulse.local.audit;

import io.sitepulse.contract.site.Site;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The sites and days to audit.
 *
 * @param site site id, null for all sites
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
