package io.sitepulse.contract.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteZoneTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asia/Ho_Chi_Minh",
        "Asia/Saigon",
        "Asia/Bangkok",
        "Europe/Kyiv",
        "America/Argentina/Buenos_Aires",
        "Etc/GMT-7",
        "Etc/UTC",
        "UTC",
        "GMT",
        "Japan",
      })
  void namesThatJavaAndClickHouseKnowAreTaken(String name) {
    assertThatCode(() -> SiteZone.require(ZoneId.of(name), "zone")).doesNotThrowAnyException();
    assertThat(SiteZone.read(name).getId()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GMT+7",
        "+07:00",
        "Z",
        "UTC+7",
        "UT+07:00",
        "GMT+05:30",
        "-3",
        "+0700",
        "SystemV/PST8",
        "SystemV/EST5EDT",
      })
  void otherZonesOfJavaAreRefusedWithWhatToEnter(String name) {
    assertThatThrownBy(() -> SiteZone.require(ZoneId.of(name), "zone"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zone must be the IANA name")
        .hasMessageContaining("Asia/Ho_Chi_Minh");
  }

  @ParameterizedTest
  @CsvSource({
    "GMT+7, Etc/GMT-7",
    "GMT+07:00, Etc/GMT-7",
    "+07:00, Etc/GMT-7",
    "UTC+7, Etc/GMT-7",
    "UT+07:00, Etc/GMT-7",
    "-05:00, Etc/GMT+5",
    "GMT-12, Etc/GMT+12",
    "+14:00, Etc/GMT-14",
    "Z, Etc/UTC",
    "+00:00, Etc/UTC",
    "SystemV/PST8, Etc/GMT+8",
    "EST, Etc/GMT+5",
    "VST, Asia/Ho_Chi_Minh",
    "' Asia/Bangkok ', Asia/Bangkok",
  })
  void aStoredZoneIsReadAsTheOneWithTheSameTime(String stored, String name) {
    ZoneId zone = SiteZone.read(stored);

    assertThat(zone.getId()).isEqualTo(name);
    Instant instant = Instant.parse("2026-11-21T00:00:00Z");
    assertThat(zone.getRules().getOffset(instant))
        .isEqualTo(ZoneId.of(stored.strip(), ZoneId.SHORT_IDS).getRules().getOffset(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+05:30", "+18:00", "GMT+08:45", "SystemV/EST5EDT", "-09:30"})
  void aStoredZoneWithoutSuchANameStays(String stored) {
    assertThat(SiteZone.read(stored)).isEqualTo(ZoneId.of(stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Moon/Crater", "", "GMT+99", "Asia/Hanoi", "+7:00:", "\u0000"})
  void theDefaultTakesThePlaceOfWhatJavaDoesNotKnow(String stored) {
    assertThat(SiteZone.read(stored)).isEqualTo(Site.DEFAULT_ZONE);
  }

  @Test
  void theNamesAreManyAndOfAllContinents() {
    assertThat(ZoneId.getAvailableZoneIds().stream().filter(SiteZone::isKnown))
        .hasSizeGreaterThan(550)
        .contains("Africa/Cairo", "Australia/Sydney", "Pacific/Auckland", "Antarctica/Troll");
  }
}
