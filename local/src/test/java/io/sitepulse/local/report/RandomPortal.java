package io.sitepulse.local.report;

import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Random traffic of a small portal over some days: returning visitors, late events, referrers,
 * language changes, views without a visitor, robots, heartbeats, redeliveries and wrong clocks.
 */
final class RandomPortal {
  private static final List<String> PAGES =
      List.of("/", "/tin-tuc", "/tin-tuc/1", "/thu-tuc?id=7", "/Liên-hệ", "/en");
  private static final List<String> BROWSERS = List.of("Chrome", "Firefox", "Cốc Cốc", "Unknown");
  private static final List<String> BOTS = List.of("Googlebot", "curl", "Cốc Cốc bot");
  private static final int PEOPLE = 9;

  private final Random random;
  private final Site site;
  private final List<Seen> all = new ArrayList<>();

  RandomPortal(long seed, Site site) {
    this.random = new Random(seed * 31 + site.id().hashCode());
    this.site = site;
  }

  /** Adds deliveries until an instant. */
  RandomPortal read(Instant from, Instant until, int averageMinutes) {
    Instant now = from;
    while (true) {
      now = now.plusSeconds(1 + random.nextInt(2 * 60 * averageMinutes));
      if (!now.isBefore(until)) {
        return this;
      }
      all.add(chance(12) && !all.isEmpty() ? again(now) : fresh(now));
    }
  }

  List<Seen> all() {
    return all;
  }

  private Seen fresh(Instant now) {
    // A millisecond of its own: which of two views was first is never a matter of chance.
    Instant at = now.minus(lateness()).plusMillis(all.size() % 1000);
    LocalDate day = site.dayAt(at);
    boolean bot = chance(8);
    boolean heartbeat = chance(25);
    int person = chance(10) ? 0 : 1 + random.nextInt(PEOPLE);
    long visitor = person == 0 ? 0 : day.toEpochDay() * 100 + person;
    String page = pick(PAGES);
    long engaged = heartbeat ? 1000 + random.nextInt(59_000) : 0;
    var delivered =
        delivered(
            new UUID(random.nextLong(), random.nextLong()),
            day,
            at,
            now,
            heartbeat,
            visitor,
            bot,
            engaged);
    return new Seen(
        delivered,
        page,
        heartbeat || chance(20) ? "" : "Trang " + page + " " + random.nextInt(3),
        heartbeat ? "" : pick(referrers()),
        person % 3 == 0 ? "phone" : "desktop",
        BROWSERS.get(person % BROWSERS.size()),
        person % 2 == 0 ? "Windows" : "Android",
        person % 5 == 0 ? "" : person % 5 == 1 ? "DE" : "VN",
        chance(20) ? "en" : "vi",
        bot ? pick(BOTS) : "");
  }

  private List<String> referrers() {
    return List.of(
        "",
        "",
        "google.com/",
        "www.Google.com/search",
        "bao.vn/a/b",
        site.id(),
        "www." + site.id() + "/x");
  }

  /** The same event delivered once more. */
  private Seen again(Instant now) {
    Seen seen = all.get(Math.max(0, all.size() - 1 - random.nextInt(30)));
    Delivered first = seen.delivered();
    return new Seen(
        delivered(
            first.id(),
            first.day(),
            first.at(),
            now,
            first.heartbeat(),
            first.visitor(),
            first.bot(),
            first.engagedMs()),
        seen.page(),
        seen.title(),
        seen.referrer(),
        seen.device(),
        seen.browser(),
        seen.system(),
        seen.country(),
        seen.language(),
        seen.bot());
  }

  private Delivered delivered(
      UUID id,
      LocalDate day,
      Instant at,
      Instant now,
      boolean heartbeat,
      long visitor,
      boolean bot,
      long engaged) {
    Instant kafkaTime = chance(1) ? now.minus(Duration.ofHours(25)) : now;
    return new Delivered(
        id, day, at, now, kafkaTime, heartbeat, visitor, bot, engaged, 0, all.size());
  }

  private Duration lateness() {
    if (chance(2)) {
      return Duration.ofMinutes(-1L * random.nextInt(12));
    }
    if (chance(3)) {
      return Duration.ofHours(21 + random.nextInt(6));
    }
    return Duration.ofMinutes(chance(70) ? 0 : random.nextInt(100));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
