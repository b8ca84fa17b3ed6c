package io.sitepulse.local.replay;

import io.sitepulse.streams.view.ViewRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * The earlier events of an instance whose ClickHouse cannot be asked. A line that is younger than
 * the memory of ids cannot have been sent before it. An older one is refused.
 */
public final class UnknownEvents implements EarlierEvents {
  private final Clock clock;

  public UnknownEvents(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<UUID> among(Collection<UUID> ids) {
    return Set.of();
  }

  @Override
  public void check(Instant at) {
    if (at.isBefore(clock.instant().minus(ViewRules.DUPLICATE_WINDOW))) {
      throw new UnknownEarlierEventsException(
          "a line of "
              + at
              + " may have been sent before, and would count twice: the ClickHouse of this instance"
              + " is not known here. Name it in SITEPULSE_CLICKHOUSE_URL, or give --first if these"
              + " lines were never sent");
    }
  }
}
