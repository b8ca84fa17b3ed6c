package io.sitepulse.local.history;

import io.sitepulse.clickhouse.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Raw events of sample sites, made by ClickHouse itself: two years of forty sites are some millions
 * of rows, and sending them would take minutes. Made again they are the same rows, which changes
 * nothing.
 */
final class SampleEvents {
  private final Jdbi jdbi;

  SampleEvents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes the events of one site.
   *
   * @param until nothing happens from this instant on
   */
  void make(SampleSite site, List<SamplePlan.Day> plan, Instant until) {
    if (plan.isEmpty()) {
      return;
    }
    LocalDate from = plan.get(0).day();
    LocalDate to = plan.get(plan.size() - 1).day();
    jdbi.useHandle(
        handle -> {
          views(handle, site, plan, until);
          for (String file : List.of("receipts.sql", "online.sql", "touched.sql")) {
            handle
                .createUpdate(SqlFile.read(SampleEvents.class, file))
                .bind("site", site.id())
                .bind("from", from)
                .bind("to", to)
                .execute();
          }
        });
  }

  private static void views(
      Handle handle, SampleSite site, List<SamplePlan.Day> plan, Instant until) {
    handle
        .createUpdate(SqlFile.read(SampleEvents.class, "views.sql"))
        .define("days", list(plan, day -> Math.toIntExact(day.day().toEpochDay())))
        .define("visits", list(plan, SamplePlan.Day::visits))
        .define("robots", list(plan, SamplePlan.Day::robots))
        .bind("site", site.id())
        .bind("host", site.host())
        .bind("until", until.toEpochMilli())
        .execute();
  }

  /** Numbers of ours only: a text of them can be nothing but numbers. */
  private static String list(List<SamplePlan.Day> plan, ToIntFunction<SamplePlan.Day> number) {
    return plan.stream()
        .map(day -> Integer.toString(number.applyAsInt(day)))
        .collect(Collectors.joining(","));
  }
}
