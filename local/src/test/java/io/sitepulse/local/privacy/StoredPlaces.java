package io.sitepulse.local.privacy;

import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Searches everything that an installation stores, and collects what is found by place. */
final class StoredPlaces {
  private static final byte[] NONE = {};
  private static final Duration POLL = Duration.ofMillis(200);

  /** Tables of the engine in which statements or their values may stand. */
  private static final String TABLES =
      """
      SELECT database || '.`' || name || '`' FROM system.tables
      WHERE lower(database) NOT IN ('system', 'information_schema')
        OR database = 'system' AND (name LIKE '%\\_log%' OR name IN ('errors', 'query_cache'))
      ORDER BY 1
      """;

  private final SearchTerms terms;
  private final Map<String, Set<String>> found = new TreeMap<>();
  private final List<String> searched = new ArrayList<>();

  StoredPlaces(SearchTerms terms) {
    this.terms = terms;
  }

  /** Names of the terms by the place in which they are. */
  Map<String, Set<String>> found() {
    return found;
  }

  /** Returns all places that were searched. */
  List<String> searched() {
    return searched;
  }

  void search(String place, String text) {
    search(place, text.getBytes(StandardCharsets.UTF_8));
  }

  private void search(String place, byte[] data) {
    if (!searched.contains(place)) {
      searched.add(place);
    }
    Set<String> names = terms.in(data);
    if (!names.isEmpty()) {
      found.computeIfAbsent(place, none -> new TreeSet<>()).addAll(names);
    }
  }

  /** Searches keys, values and headers of all records of all topics, internal ones too. */
  void topics(KafkaConfig kafka) throws Exception {
    Properties properties = kafka.client();
    try (var admin = Admin.create(properties);
        var consumer =
            new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions = new ArrayList<TopicPartition>();
      var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
      for (String topic : names) {
        searched.add("topic " + topic);
        consumer
            .partitionsFor(topic)
            .forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var left = new ArrayList<>(partitions);
      while (!left.isEmpty()) {
        for (var message : consumer.poll(POLL)) {
          String place = "topic " + message.topic();
          search(place, Objects.requireNonNullElse(message.key(), NONE));
          search(place, Objects.requireNonNullElse(message.value(), NONE));
          message.headers().forEach(header -> search(place, header.key()));
          message
              .headers()
              .forEach(header -> search(place, Objects.requireNonNullElse(header.value(), NONE)));
        }
        left.removeIf(part -> consumer.position(part) >= ends.getOrDefault(part, 0L));
      }
    }
  }

  /** Searches all columns of all tables. */
  void tables(EmbeddedClickHouse server) throws Exception {
    String names = new String(query(server, TABLES), StandardCharsets.UTF_8);
    for (String table : names.lines().toList()) {
      byte[] rows = query(server, "SELECT * FROM " + table);
      search("table " + table.replace("`", ""), rows);
    }
  }

  private static byte[] query(EmbeddedClickHouse server, String sql) throws Exception {
    String user = server.user() + ":" + server.password();
    var request =
        HttpRequest.newBuilder(server.httpUrl())
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(sql + " FORMAT TSVRaw"))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(sql + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  /** Searches all files of a folder. Files of one partition of a topic are one place. */
  void files(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replaceFirst("-[0-9]+/[0-9]+\\..*", "");
        search("file " + name, Files.readAllBytes(path));
      }
    }
  }
}
