package io.sitepulse.clickhouse;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.source.SourceNames;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The parameters of {@code visits.sql} and {@code resolved.sql}: the counted events of a site's
 * days, each with its visit. Rollups and filtered reports share these queries, so that their
 * results agree.
 */
public final class VisitQueryParameters {
  private VisitQueryParameters() {}

  /**
   * Binds all parameters.
   *
   * @param from first local day
   * @param to last local day
   */
  public static <S extends SqlStatement<S>> S bind(
      S statement, Site site, LocalDate from, LocalDate to) {
    return bind(statement, site).bind("from", from).bind("to", to);
  }

  /** Binds the parameters of a site and of the names of sources, that is all but the days. */
  public static <S extends SqlStatement<S>> S bind(S statement, Site site) {
    return statement
        .bind("site", site.id())
        .bind("zone", site.zone().getId())
        .bindArray("own_hosts", String.class, site.hosts())
        .bindArray("source_keys", String.class, SourceNames.keys())
        .bindArray("source_names", String.class, SourceNames.names());
  }
}
