package io.sitepulse.local.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Recounts raw events and compares. A running system has events on their way: while there are any,
 * or differences, it looks again, until it has waited long enough.
 */
public final class Audit {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Jdbi jdbi;
  private final Kafka kafka;
  private final Clock clock;

  /** What is asked of Kafka. */
  interface Kafka {
    /** No Kafka is asked. */
    Kafka NONE =
        new Kafka() {
          @Override
          public @Nullable Long pending() {
            return null;
          }

          @Override
          public Retained retained() {
            return Retained.UNKNOWN;
          }
        };

    /**
     * Counts acknowledged records that are not counted and stored yet. Null if it cannot be known.
     */
    @Nullable Long pending();

    /** Times since which Kafka has all events and votes. */
    Retained retained();
  }

  Audit(Jdbi jdbi, Kafka kafka, Clock clock) {
    this.jdbi = jdbi;
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * Audits.
   *
   * @param settle how long a difference may take to go away
   * @throws org.jdbi.v3.core.JdbiException if ClickHouse cannot be asked
   */
  AuditReport run(AuditScope scope, Duration settle) {
    Instant end = clock.instant().plus(settle);
    Retained retained = kafka.retained();
    AuditReport report = look(scope, retained);
    while (!(report.isComplete() && report.differences() == 0) && clock.instant().isBefore(end)) {
      LockSupport.parkNanos(PAUSE.toNanos());
      report = look(scope, retained);
    }
    return report;
  }

  private AuditReport look(AuditScope scope, Retained retained) {
    // Asked first: what comes meanwhile may be in the lines already.
    Long waiting = kafka.pending();
    return jdbi.withHandle(
        handle -> {
          var books = new LedgerReader(handle, scope);
          var imported = books.importedDays();
          return new AuditReport(
              scope,
              lines(books.claimedDays(), books.recountedDays(imported), imported),
              lines(books.claimedPolls(), books.recountedPolls(), Map.of()),
              waiting,
              retained,
              books.votesBefore(retained.votes()));
        });
  }

  private static List<AuditLine> lines(
      Ledgers claimed, Ledgers recounted, Map<LedgerKey, Imported> imported) {
    var keys = new TreeSet<LedgerKey>();
    claimed.keys().forEach(keys::add);
    recounted.keys().forEach(keys::add);
    var lines = new ArrayList<AuditLine>();
    for (LedgerKey key : keys) {
      lines.add(
          new AuditLine(
              key.subject(), key.day(), claimed.get(key), recounted.get(key), imported.get(key)));
    }
    return lines;
  }

  /** The days on which it is "today" somewhere: first and last, the same for one site. */
  List<LocalDate> today(String site) {
    Instant now = clock.instant();
    var zones = jdbi.withHandle(handle -> LedgerReader.zones(handle, site));
    var days = new TreeSet<LocalDate>();
    zones.forEach(zone -> days.add(now.atZone(zone).toLocalDate()));
    if (days.isEmpty()) {
      days.add(now.atZone(io.sitepulse.contract.site.Site.DEFAULT_ZONE).toLocalDate());
    }
    return List.of(days.first(), days.last());
  }
}
