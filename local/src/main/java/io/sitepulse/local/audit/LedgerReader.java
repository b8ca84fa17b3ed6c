package io.sitepulse.local.audit;

import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.kafka.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Reads the claimed and the recounted numbers from ClickHouse. */
final class LedgerReader {
  private final Handle handle;
  private final AuditScope scope;

  private record Rejection(LedgerKey key, String reason, long count) {}

  LedgerReader(Handle handle, AuditScope scope) {
    this.handle = handle;
    this.scope = scope;
    handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
  }

  /** Reads each day's counters and ledger, and counts the stored rejected events. */
  Ledgers claimedDays() {
    Ledgers ledgers = read("reported_days.sql", Topics.PAGE_VIEWS.name(), LedgerReader::addDay);
    for (Rejection kept : rejections("stored_rejections.sql", Topics.PAGE_VIEWS.name())) {
      ledgers.add(kept.key(), Map.of(Ledgers.KEPT + kept.reason(), kept.count()));
    }
    return ledgers;
  }

  /** Reads imported days, which cannot be recounted here. */
  SortedMap<LedgerKey, Imported> importedDays() {
    var imported = new TreeMap<LedgerKey, Imported>();
    query("imported_days.sql", Topics.PAGE_VIEWS.name())
        .map(
            (row, context) ->
                imported.put(
                    key(row), new Imported(row.getString("source"), new NamedCounts(day(row)))))
        .list();
    return imported;
  }

  /**
   * Recounts each day from the raw events and adds the days imported without any.
   *
   * @param imported imported numbers of the same days
   */
  Ledgers recountedDays(Map<LedgerKey, Imported> imported) {
    Ledgers ledgers = read("recounted_days.sql", Topics.PAGE_VIEWS.name(), LedgerReader::addDay);
    for (Rejection kept : rejections("stored_rejections.sql", Topics.PAGE_VIEWS.name())) {
      if (kept.reason().equals(Reason.UNREADABLE.label())) {
        ledgers.addUnreadable(kept.key(), kept.count());
      }
    }
    ledgers.expectRejectionsKept();
    imported.forEach((key, day) -> ledgers.add(key, day.figures().byName()));
    return ledgers;
  }

  /** Reads each poll's tally. */
  Ledgers claimedPolls() {
    return read(
        "reported_polls.sql",
        Topics.POLL_VOTES.name(),
        (ledgers, row) -> {
          addPoll(ledgers, row);
          ledgers.add(poll(row), numbers(row, "rejected", Ledgers.REJECTED));
        });
  }

  /** Recounts each poll from its votes. */
  Ledgers recountedPolls() {
    Ledgers ledgers = read("recounted_polls.sql", Topics.POLL_VOTES.name(), LedgerReader::addPoll);
    for (Rejection kept : rejections("stored_vote_rejections.sql", Topics.POLL_VOTES.name())) {
      ledgers.add(kept.key(), Map.of(Ledgers.REJECTED + kept.reason(), kept.count()));
    }
    return ledgers;
  }

  /** Counts the votes of each poll before an instant. Null: there are none. */
  SortedMap<String, Long> votesBefore(@Nullable Instant end) {
    var votes = new TreeMap<String, Long>();
    if (end != null) {
      query("votes_before.sql", Topics.POLL_VOTES.name())
          .bind("end", end.toEpochMilli())
          .map((row, context) -> votes.put(row.getString("subject"), row.getLong("votes")))
          .list();
    }
    return votes;
  }

  /** Reads the sites' time zones. */
  static List<ZoneId> zones(Handle handle, String site) {
    return handle
        .createQuery(SqlFile.read(LedgerReader.class, "zones.sql"))
        .bind("site", site)
        .map((row, context) -> ZoneId.of(row.getString("zone")))
        .list();
  }

  private interface RowReader {
    void add(Ledgers ledgers, ResultSet row) throws SQLException;
  }

  private Ledgers read(String file, String topic, RowReader reader) {
    var ledgers = new Ledgers();
    query(file, topic)
        .map(
            (row, context) -> {
              reader.add(ledgers, row);
              return true;
            })
        .list();
    return ledgers;
  }

  private List<Rejection> rejections(String file, String topic) {
    return query(file, topic)
        .map(
            (row, context) ->
                new Rejection(key(row), row.getString("reason"), row.getLong("rejected")))
        .list();
  }

  private Query query(String file, String topic) {
    String site = scope.site();
    return handle
        .createQuery(SqlFile.read(LedgerReader.class, file))
        .bind("site", site == null ? "" : site)
        .bind("from", scope.from())
        .bind("to", scope.to())
        .bind("topic", topic);
  }

  private static void addDay(Ledgers ledgers, ResultSet row) throws SQLException {
    ledgers.add(key(row), day(row));
  }

  private static Map<String, Long> day(ResultSet row) throws SQLException {
    var numbers = new LinkedHashMap<String, Long>();
    numbers.put("views", row.getLong("views"));
    numbers.put("visits", row.getLong("visits"));
    numbers.put("visitors", row.getLong("visitors"));
    numbers.put("engagedMs", row.getLong("engaged_ms"));
    numbers.put("received", row.getLong("received"));
    numbers.put("counted.views", row.getLong("counted_views"));
    numbers.put("counted.heartbeats", row.getLong("counted_heartbeats"));
    numbers.put("duplicates", row.getLong("duplicates"));
    numbers.put("bots", row.getLong("bots"));
    numbers.putAll(numbers(row, "rejected", Ledgers.REJECTED));
    return numbers;
  }

  private static void addPoll(Ledgers ledgers, ResultSet row) throws SQLException {
    var numbers = new LinkedHashMap<String, Long>();
    numbers.put("participants", row.getLong("participants"));
    numbers.put("ballots.first", row.getLong("first_ballots"));
    numbers.put("ballots.changed", row.getLong("changes"));
    numbers.putAll(numbers(row, "ballots", "option."));
    ledgers.add(poll(row), numbers);
  }

  private static LedgerKey key(ResultSet row) throws SQLException {
    return new LedgerKey(row.getString("subject"), row.getObject("day", LocalDate.class));
  }

  private static LedgerKey poll(ResultSet row) throws SQLException {
    return new LedgerKey(row.getString("subject"), null);
  }

  /** A column of the type Map(String, UInt64). */
  private static Map<String, Long> numbers(ResultSet row, String column, String prefix)
      throws SQLException {
    var numbers = new LinkedHashMap<String, Long>();
    if (row.getObject(column) instanceof Map<?, ?> map) {
      map.forEach((name, count) -> numbers.put(prefix + name, ((Number) count).longValue()));
    }
    return numbers;
  }
}
