package io.sitepulse.clickhouse;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.source.SourceNames;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The parameters of {@code visits.sql} and {@code resolved.sql}: the counted events of the days of
 * sites, each with its visit. Rollups and filtered reports share these queries, so that their
 * results agree.
 */
public final class VisitQueryParameters {
  private VisitQueryParameters() {}

  /**
   * Binds all parameters for one site.
   *
   * @param from first local day
   * @param to last local day
   */
  public static <S extends SqlStatement<S>> S bind(
      S statement, Site site, LocalDate from, LocalDate to) {
    return bind(statement, List.of(site), from, to);
  }

  /**
   * Binds all parameters.
   *
   * @param sites sites of one time zone, at least one
   * @param from first local day
   * @param to last local day
   * @throws IllegalArgumentException if there is no site, or if the time zones differ
   */
  public static <S extends SqlStatement<S>> S bind(
      S statement, Collection<Site> sites, LocalDate from, LocalDate to) {
    return bind(statement, sites).bind("from", from).bind("to", to);
  }

  /** Binds the parameters of the sites and of the names of sources, that is all but the days. */
  public static <S extends SqlStatement<S>> S bind(S statement, Collection<Site> sites) {
    List<String> zones = sites.stream().map(site -> site.zone().getId()).distinct().toList();
    if (zones.size() != 1) {
      throw new IllegalArgumentException("sites of one time zone expected, not of " + zones);
    }
    return statement
        .bindArray("sites", String.class, sites.stream().map(Site::id).toList())
        .bind("zone", zones.get(0))
        .bindArray("own_hosts", String.class, ownHosts(sites))
        .bindArray("source_keys", String.class, SourceNames.keys())
        .bindArray("source_names", String.class, SourceNames.names());
  }

  /** Each as "site|host", and one that is no host: ClickHouse finds no type for an empty list. */
  private static List<String> ownHosts(Collection<Site> sites) {
    return Stream.concat(
            Stream.of(""),
            sites.stream()
                .flatMap(site -> site.hosts().stream().map(host -> site.id() + '|' + host)))
        .toList();
  }
}
