package io.sitepulse.local.replay;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.streams.view.ViewRules;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Looks earlier events up in ClickHouse. Not thread-safe. */
public final class StoredEvents implements EarlierEvents {
  /** An hour before the window ends, so that no event leaves it between the query and its send. */
  private static final long HOURS = ViewRules.DUPLICATE_WINDOW.toHours() - 1;

  private final ClickHouse clickHouse;
  private final String site;
  private @Nullable Boolean any;

  /**
   * Prepares the connection, which the first query opens.
   *
   * @param config where ClickHouse is
   * @param site the site that is replayed
   */
  public StoredEvents(ClickHouseConfig config, String site) {
    this.clickHouse = new ClickHouse(config);
    this.site = site;
  }

  /**
   * Returns those of the ids that were stored more than {@value #HOURS} hours ago.
   *
   * @throws ReplayFailedException if ClickHouse does not answer
   */
  @Override
  public Set<UUID> among(Collection<UUID> ids) {
    try {
      return ids.isEmpty() || !hasAny() ? Set.of() : stored(ids);
    } catch (JdbiException e) {
      throw new ReplayFailedException(
          "ClickHouse cannot tell what was sent before: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    clickHouse.close();
  }

  /** A site that no log was replayed for needs no further queries. */
  private boolean hasAny() {
    if (any == null) {
      any =
          clickHouse
                  .jdbi()
                  .withHandle(
                      handle ->
                          handle
                              .createQuery(
                                  SqlFile.read(StoredEvents.class, "has_earlier_events.sql"))
                              .bind("site", site)
                              .bind("hours", HOURS)
                              .mapTo(Long.class)
                              .one())
              > 0;
    }
    return any;
  }

  private Set<UUID> stored(Collection<UUID> ids) {
    String list = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    return clickHouse
        .jdbi()
        .withHandle(
            handle ->
                new HashSet<>(
                    handle
                        .createQuery(SqlFile.read(StoredEvents.class, "earlier_events.sql"))
                        .bind("site", site)
                        .bind("hours", HOURS)
                        .bind("ids", list)
                        .map((row, context) -> UUID.fromString(row.getString("id")))
                        .list()));
  }
}
