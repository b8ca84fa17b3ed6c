package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.SiteZone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of time zones against those of the real engine. */
@ExtendWith(TablesExtension.class)
class SiteZonesIT {
  private final Tables tables;

  SiteZonesIT(Tables tables) {
    this.tables = tables;
  }

  @Test
  void aSiteMayHaveExactlyTheZonesThatJavaAndClickHouseKnow() {
    Set<String> both = clickHouseZones();
    both.retainAll(ZoneId.getAvailableZoneIds());

    var known = new TreeSet<>(ZoneId.getAvailableZoneIds());
    known.removeIf(name -> !SiteZone.isKnown(ZoneId.of(name)));

    assertThat(known).as("add or remove lines of time-zones.txt").isEqualTo(both);
  }

  @Test
  void everyZoneOfTheListCanBeUsed() {
    for (String name : clickHouseZones()) {
      if (ZoneId.getAvailableZoneIds().contains(name)) {
        assertThat(
                tables.number(
                    "SELECT toInt64(toHour(toDateTime(1763700000, 'UTC'), '" + name + "'))"))
            .as(name)
            .isEqualTo(Instant.ofEpochSecond(1_763_700_000).atZone(ZoneId.of(name)).getHour());
      }
    }
  }

  private Set<String> clickHouseZones() {
    return tables
        .jdbi()
        .withHandle(
            handle ->
                new TreeSet<>(
                    handle
                        .createQuery("SELECT time_zone FROM system.time_zones")
                        .mapTo(String.class)
                        .list()));
  }
}
