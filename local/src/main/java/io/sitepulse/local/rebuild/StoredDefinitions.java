package io.sitepulse.local.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sitepulse.clickhouse.SqlFile;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.ImportedDay;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.local.backup.RecordSender;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topic;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people entered, as ClickHouse has it: definitions, imported days, the change log. */
final class StoredDefinitions {
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, @Nullable Object>> STATE =
      new TypeReference<>() {};

  private final Handle handle;
  private final RecordSender sender;

  StoredDefinitions(Handle handle, RecordSender sender) {
    this.handle = handle;
    this.sender = sender;
  }

  /** Sends all of it. Returns the number of events in the ledgers of imported days. */
  long send() throws ExecutionException {
    definitions(Topics.SITES, "sites");
    definitions(Topics.GROUPS, "groups");
    definitions(Topics.POLLS, "polls");
    definitions(Topics.TARGETS, "targets");
    long imported = 0;
    for (ImportedDay day :
        handle.createQuery(sql("imported_days.sql")).map((row, context) -> imported(row)).list()) {
      send(Topics.IMPORTED_DAYS, day.key().toString(), day);
      imported += day.ledger().received();
    }
    for (Change change :
        handle.createQuery(sql("changes.sql")).map((row, context) -> change(row)).list()) {
      send(Topics.CHANGES, change.subject(), change);
    }
    sender.await();
    return imported;
  }

  /** The text is sent as it is, so that fields of a newer version stay. */
  private void definitions(Topic<?> topic, String table) throws ExecutionException {
    List<Map.Entry<String, String>> all =
        handle
            .createQuery(
                "SELECT id, definition FROM sitepulse."
                    + table
                    + " FINAL WHERE definition != '' ORDER BY version, id")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .list();
    for (var definition : all) {
      sender.send(
          new ProducerRecord<>(
              topic.name(),
              definition.getKey().getBytes(StandardCharsets.UTF_8),
              definition.getValue().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private <V> void send(Topic<V> topic, String key, V value) throws ExecutionException {
    sender.send(
        new ProducerRecord<>(
            topic.name(),
            key.getBytes(StandardCharsets.UTF_8),
            topic.value().serializer().serialize(topic.name(), value)));
  }

  private static ImportedDay imported(ResultSet row) throws SQLException {
    var rejected = new EnumMap<Reason, Long>(Reason.class);
    json(row.getString("rejected"), COUNTS)
        .forEach((reason, count) -> rejected.put(Reason.of(reason), count));
    return new ImportedDay(
        ImportedDay.VERSION,
        row.getString("site"),
        LocalDate.parse(row.getString("date")),
        new DaySums(
            row.getLong("views"),
            row.getLong("visits"),
            row.getLong("visitors"),
            row.getLong("engaged_ms")),
        new Ledger(
            row.getLong("received"),
            row.getLong("counted_views"),
            row.getLong("counted_heartbeats"),
            row.getLong("duplicates"),
            row.getLong("bots"),
            rejected,
            row.getLong("merged_visits")),
        row.getBoolean("raw"),
        row.getString("source"),
        row.getString("entered_by"));
  }

  private static Change change(ResultSet row) throws SQLException {
    return Change.builder()
        .id(UUID.fromString(row.getString("change")))
        .at(Instant.ofEpochMilli(row.getLong("millis")))
        .by(row.getString("actor"), row.getString("actor_name"))
        .action(row.getString("action"))
        .subject(row.getString("subject"))
        .before(state(row.getString("before")))
        .after(state(row.getString("after")))
        .build();
  }

  private static @Nullable Map<String, @Nullable Object> state(String text) {
    return text.isEmpty() ? null : json(text, STATE);
  }

  static <T> T json(String text, TypeReference<T> type) {
    try {
      return Json.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ClickHouse has JSON that cannot be read: " + text, e);
    }
  }

  static String sql(String file) {
    return SqlFile.read(StoredDefinitions.class, file);
  }
}
