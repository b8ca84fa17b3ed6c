package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.runtime.StandingClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidnightIT {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId BRAZIL = ZoneId.of("America/Sao_Paulo");
  private static final Reader.Sums NONE = new Reader.Sums(0, 0, 0);

  private final StandingClock clock = new StandingClock(Instant.EPOCH);

  @Test
  void todayBeginsAtEachSitesOwnMidnightAndAVisitThatCrossesItIsTwo(@TempDir Path folder)
      throws Exception {
    Path seed = Seeds.sites(folder, Map.of("vn", VIETNAM, "br", BRAZIL));
    Instant now = Clock.systemUTC().instant();
    Instant vietnam = latestMidnight(VIETNAM, now);
    Instant brazil = latestMidnight(BRAZIL, now);
    boolean vietnamFirst = vietnam.isBefore(brazil);
    clock.set((vietnamFirst ? vietnam : brazil).minusSeconds(60));
    var options =
        SitepulseOptions.in(folder.resolve("data"))
            .withClock(clock)
            .with("SITEPULSE_DEFINITIONS_SEED", seed.toString());
    try (var pulse = Sitepulse.start(options)) {
      var reader = new Reader(pulse);
      if (vietnamFirst) {
        crosses(reader, "vn", "br", vietnam);
        crosses(reader, "br", "vn", brazil);
      } else {
        crosses(reader, "br", "vn", brazil);
        crosses(reader, "vn", "br", vietnam);
      }
    }
  }

  /** A visitor before a site's midnight and after it, while it is another time elsewhere. */
  private void crosses(Reader reader, String site, String elsewhere, Instant midnight) {
    clock.set(midnight.minusSeconds(60));
    Reader.Sums there = reader.live(elsewhere, "today");
    assertThat(reader.view(site, "/before", "192.0.2.1")).isEqualTo(202);
    shows(reader, site, "today", new Reader.Sums(1, 1, 1));

    clock.set(midnight);
    shows(reader, site, "today", NONE);
    shows(reader, site, "yesterday", new Reader.Sums(1, 1, 1));

    clock.set(midnight.plusSeconds(60));
    assertThat(reader.view(site, "/after", "192.0.2.1")).isEqualTo(202);
    shows(reader, site, "today", new Reader.Sums(1, 1, 1));
    shows(reader, site, "total", new Reader.Sums(2, 2, 2));
    assertThat(reader.live(elsewhere, "today")).isEqualTo(there);
  }

  private static void shows(Reader reader, String site, String period, Reader.Sums expected) {
    await().untilAsserted(() -> assertThat(reader.live(site, period)).isEqualTo(expected));
  }

  /** In the past: a broker takes no records from more than an hour ahead. */
  private static Instant latestMidnight(ZoneId zone, Instant now) {
    return ZonedDateTime.of(now.atZone(zone).toLocalDate(), LocalTime.MIDNIGHT, zone).toInstant();
  }
}
