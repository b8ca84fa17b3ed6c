package io.sitepulse.local.history;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.RecountedDay;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills a fresh installation with years of sample days. The days go the way of all imported days,
 * and their sums are a recount of raw events that are in ClickHouse too, so an audit finds them in
 * order and reports can filter them.
 *
 * <pre>
 * sample.yaml ─▶ definitions ─▶ sites, groups, targets
 *      └──▶ plan ─▶ raw events (ClickHouse) ─┬─▶ recount ─▶ imported-days ─▶ streams ─▶ counters
 *                                            └─▶ touched_days ─▶ rollups
 * </pre>
 */
public final class SampleHistory {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int TARGET_YEARS = 2;

  private final Jdbi jdbi;
  private final KafkaConfig kafka;
  private final Clock clock;
  private final SampleProvince province = SampleProvince.read();

  /**
   * Prepares.
   *
   * @param jdbi ClickHouse, with all migrations applied
   */
  public SampleHistory(Jdbi jdbi, KafkaConfig kafka, Clock clock) {
    this.jdbi = jdbi;
    this.kafka = kafka;
    this.clock = clock;
  }

  /** Ids of the sample sites, by visits, descending. */
  public List<String> sites() {
    return province.sites().stream()
        .sorted((one, other) -> Integer.compare(other.weight(), one.weight()))
        .map(SampleSite::id)
        .toList();
  }

  /**
   * Fills the days from a while ago until now, and returns once counters and rollups have them.
   *
   * @param back how far back
   * @param progress told in words for people
   * @throws StartException if counters or rollups do not come in time
   */
  public void fill(Period back, Consumer<String> progress) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(Site.DEFAULT_ZONE).toLocalDate();
    LocalDate from = today.minus(back);
    try (var sender = new DefinitionSender(kafka)) {
      define(sender, from, today);
      int done = 0;
      for (SampleSite site : province.sites()) {
        fill(sender, site, SamplePlan.days(site, from, today, today), now);
        done++;
        progress.accept("Sample history: " + done + " of " + province.sites().size() + " sites");
      }
    }
    await(progress);
  }

  private void define(DefinitionSender sender, LocalDate from, LocalDate today) {
    province.definedGroups().forEach(group -> sender.send(Topics.GROUPS, group.id(), group));
    for (SampleSite sample : province.sites()) {
      sender.send(Topics.SITES, sample.id(), sample.site(from, today, province.sites()));
      for (int year = today.getYear(); year > today.getYear() - TARGET_YEARS; year--) {
        var target = sample.target(year);
        sender.send(Topics.TARGETS, target.id(), target);
      }
    }
    sender.awaitAll();
  }

  private void fill(
      DefinitionSender sender, SampleSite site, List<SamplePlan.Day> plan, Instant now) {
    new SampleEvents(jdbi).make(site, plan, now);
    if (!plan.isEmpty()) {
      LocalDate last = plan.get(plan.size() - 1).day();
      for (RecountedDay day : RecountedDay.of(jdbi, site.id(), plan.get(0).day(), last)) {
        var imported =
            new ImportedDay(
                ImportedDay.VERSION,
                day.site(),
                day.day(),
                day.sums(),
                day.ledger(),
                true,
                "Dữ liệu mẫu (demo --history)",
                SampleSite.AUTHOR);
        sender.send(Topics.IMPORTED_DAYS, imported.key().toString(), imported);
      }
    }
  }

  private void await(Consumer<String> progress) {
    Instant end = clock.instant().plus(TIMEOUT);
    long least = Long.MAX_VALUE;
    for (Missing missing = missing(); missing.days() > 0; missing = missing()) {
      if (clock.instant().isAfter(end)) {
        throw new StartException("the sample history was not counted in time: " + missing);
      }
      if (missing.days() < least) {
        least = missing.days();
        progress.accept(
            "Sample history: "
                + missing.uncounted()
                + " site-days to count, "
                + missing.unrolled()
                + " to roll up");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private record Missing(long uncounted, long unrolled) {
    long days() {
      return Math.max(uncounted, unrolled);
    }
  }

  private Missing missing() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SqlFile.read(SampleHistory.class, "missing.sql"))
                .bindList("sites", sites())
                .map((row, context) -> new Missing(row.getLong(1), row.getLong(2)))
                .one());
  }
}
