package io.sitepulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.local.Noon;
import io.sitepulse.local.OnePoll;
import io.sitepulse.local.Reader;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.local.backup.Backup;
import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.kafka.EmbeddedKafka;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: an installation is lost, and is the same after its backup was restored. */
class BackupIT {
  private static final String SITE = "drill";
  private static final String POLL = "drill-poll";
  private static final String PASSWORD = "một mật khẩu dài";
  private static final int VIEWS = 30;
  private static final int VOTES = 5;

  /** Accepted, and neither counted nor stored when the backup was made. */
  private static final int WAITING = 7;

  private static final UUID KNOWN = UUID.randomUUID();

  /** Duplicates, bots, rejected events. */
  private static final Reader.Sums UNCOUNTED = new Reader.Sums(1, 1, 3);

  @TempDir private Path folder;

  private final HttpClient voter =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private String printed = "";

  /** Sends the log to where all tests log. Commands choose their own destination otherwise. */
  @BeforeAll
  static void logAsTestsDo() {
    System.setProperty("logback.configurationFile", "logback-test.xml");
  }

  @Test
  void whatWasLostIsTheSameAfterTheRestore() throws Exception {
    Path data = folder.resolve("data");
    Path restored = folder.resolve("restored");
    Path passphrase = Files.writeString(folder.resolve("passphrase"), "một câu đủ dài\n");
    try (var pulse = Sitepulse.start(options(data))) {
      pulse.firstAdministrator("quantri", "Nguyễn Thị Quản Trị", PASSWORD);
      fill(pulse);
      assertThatARunningInstallationIsNotCopied(pulse, data);
    }
    accept(data);

    Path plain = folder.resolve("plain.zip");
    assertThat(run("backup", "--data", data.toString(), "--to", plain.toString())).isZero();
    assertThat(printed).contains("Not in it: the salts", "accounts and secrets");
    assertThatNothingSecretIsIn(plain);
    Path file = folder.resolve("backup.zip");
    assertThat(
            run(
                "backup",
                "--data",
                data.toString(),
                "--to",
                file.toString(),
                "--with-secrets",
                "--passphrase-file",
                passphrase.toString()))
        .as(printed)
        .isZero();
    delete(data);

    assertThatMistakesChangeNothing(file, restored);
    assertThat(
            run(
                "restore",
                "--from",
                file.toString(),
                "--data",
                restored.toString(),
                "--passphrase-file",
                passphrase.toString()))
        .as(printed)
        .isZero();

    try (var pulse = Sitepulse.start(SitepulseOptions.in(restored))) {
      assertThatAllIsAsBefore(pulse);
      assertThatCountingGoesOn(pulse, VIEWS + WAITING, 0);
      assertThatAFullInstallationIsNotOverwritten(pulse, plain);
    }
  }

  @Test
  void clickHouseIsRebuiltFromKafka() throws Exception {
    Path data = folder.resolve("kept");
    try (var pulse = Sitepulse.start(options(data))) {
      fill(pulse);
    }
    delete(data.resolve("clickhouse"));

    assertThat(run("rebuild", "--data", data.toString())).as(printed).isZero();

    try (var pulse = Sitepulse.start(SitepulseOptions.in(data))) {
      var reader = new Reader(pulse);
      await()
          .untilAsserted(
              () -> assertThat(reader.stored(SITE)).isEqualTo(new Reader.Sums(VIEWS, 10, 10)));
      assertThat(reader.live(SITE, "total")).isEqualTo(new Reader.Sums(VIEWS, 10, 10));
      await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
      assertThat(reader.audit(SITE)).doesNotContain("Kafka has deleted");
    }
  }

  @Test
  void kafkaIsRebuiltFromClickHouse() throws Exception {
    Path data = folder.resolve("stored");
    try (var pulse = Sitepulse.start(options(data))) {
      fill(pulse);
      assertThat(sendKnown(new Reader(pulse))).isEqualTo(202);
      sendUncountable(pulse.kafka());
      await()
          .untilAsserted(() -> assertThat(new Reader(pulse).uncounted(SITE)).isEqualTo(UNCOUNTED));
      await().untilAsserted(() -> assertThat(new Reader(pulse).audit(SITE)).endsWith("exit 0"));
    }
    assertThat(run("rebuild", "--kafka", "--data", data.toString())).isEqualTo(1);
    assertOneLine("the installation is not empty: Kafka has the topic sitepulse");
    delete(data.resolve("kafka"));

    assertThat(run("rebuild", "--kafka", "--data", data.toString())).as(printed).isZero();
    assertThat(printed).contains("Kafka is rebuilt. All totals are those of ClickHouse.");

    try (var pulse = Sitepulse.start(SitepulseOptions.in(data))) {
      var reader = new Reader(pulse);
      var expected = new Reader.Sums(VIEWS, 10, 10);
      await()
          .untilAsserted(
              () -> {
                assertThat(reader.live(SITE, "total")).isEqualTo(expected);
                assertThat(reader.stored(SITE)).isEqualTo(expected);
                assertThat(reader.uncounted(SITE)).isEqualTo(UNCOUNTED);
              });
      assertTally(reader, 3, 2);
      await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
      assertThatCountingGoesOn(pulse, VIEWS, UNCOUNTED.views());
    }
  }

  private SitepulseOptions options(Path data) throws Exception {
    return OnePoll.options(folder, data, SITE, POLL);
  }

  private void fill(Sitepulse pulse) throws Exception {
    var reader = new Reader(pulse);
    for (int i = 0; i < VIEWS - 1; i++) {
      assertThat(reader.view(SITE, "/page-" + i % 3, "192.0.2." + (1 + i % 10))).isEqualTo(202);
    }
    assertThat(sendKnown(reader)).isEqualTo(202);
    for (int i = 0; i < VOTES - 1; i++) {
      assertThat(
              reader.post(
                  "/api/polls/" + POLL + "/votes",
                  vote(i % 2 == 0 ? "good" : "bad"),
                  "192.0.2." + (100 + i)))
          .isEqualTo(202);
    }
    vote(pulse, "good");
    var expected = new Reader.Sums(VIEWS, 10, 10);
    await()
        .untilAsserted(
            () -> {
              assertThat(reader.live(SITE, "total")).isEqualTo(expected);
              assertThat(reader.stored(SITE)).isEqualTo(expected);
              assertTally(reader, 3, 2);
            });
    await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
  }

  /** A bot, an event that is ahead of its record, one that is too old, and an unreadable one. */
  private static void sendUncountable(KafkaConfig kafka) throws Exception {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    var ahead = now.plus(Duration.ofHours(1));
    LocalDate today = LocalDate.ofInstant(now, Noon.zone());
    try (var producer =
        new KafkaProducer<>(kafka.client(), new StringSerializer(), new ByteArraySerializer())) {
      for (var event :
          List.of(
              event(now).agent(new Agent("Robot", "Bot", "Unknown", "Googlebot")).build(),
              event(now).received(ahead).at(ahead).build(),
              event(now).at(now.minus(Duration.ofHours(25))).build())) {
        producer
            .send(
                new ProducerRecord<>(
                    Topics.PAGE_VIEWS.name(),
                    Topics.partitionOf(event.id(), kafka.partitions()),
                    event.received().equals(ahead)
                        ? ahead.minus(Duration.ofHours(26)).toEpochMilli()
                        : null,
                    null,
                    Topics.PAGE_VIEWS.value().serializer().serialize("", event)))
            .get();
      }
      String unreadable = "{\"site\":\"%s\",\"day\":\"%s\",\"id\":1}".formatted(SITE, today);
      producer
          .send(
              new ProducerRecord<>(
                  Topics.PAGE_VIEWS.name(), 0, null, unreadable.getBytes(StandardCharsets.UTF_8)))
          .get();
    }
  }

  private static PageView.Builder event(Instant now) {
    return PageView.builder()
        .id(UUID.randomUUID())
        .kind(EventKind.VIEW)
        .site(SITE)
        .day(LocalDate.ofInstant(now, Noon.zone()))
        .visitor("00000000000000aa")
        .at(now)
        .received(now)
        .page("/waiting")
        .agent(new Agent("Phone", "Chrome", "Android", null));
  }

  /** Of a visitor that was not there before, so that only the number of views is certain. */
  private void accept(Path data) throws Exception {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    try (var kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
        var producer =
            new KafkaProducer<>(
                kafka.config().client(), new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < WAITING; i++) {
        PageView event = event(now).build();
        producer
            .send(
                new ProducerRecord<>(
                    Topics.PAGE_VIEWS.name(),
                    Topics.partitionOf(event.id(), kafka.config().partitions()),
                    null,
                    Topics.PAGE_VIEWS.value().serializer().serialize("", event)))
            .get();
      }
    }
  }

  private void assertThatARunningInstallationIsNotCopied(Sitepulse pulse, Path data) {
    String to = folder.resolve("never.zip").toString();
    assertThat(run("backup", "--data", data.toString(), "--to", to)).isEqualTo(1);
    assertOneLine("sitepulse already runs with the data in");
    var settings = Settings.load(null, pulse.environment());
    var backup = new Backup(Storage.from(settings), "test", Clock.systemUTC());
    assertThatThrownBy(() -> backup.awaitIdle(Duration.ZERO))
        .hasMessageContaining("streams runs: the consumer group sitepulse-streams has members");
    assertThat(folder.resolve("never.zip")).doesNotExist();
  }

  private static void assertThatNothingSecretIsIn(Path file) throws Exception {
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .noneMatch(name -> name.contains("salts"))
          .noneMatch(name -> name.contains("accounts"))
          .noneMatch(name -> name.contains("secret"))
          .anyMatch(name -> name.startsWith("kafka/sitepulse.sites/"))
          .anyMatch(name -> name.startsWith("clickhouse/page_views/"))
          .anyMatch(name -> name.contains("visitors-changelog"));
      for (var entry : zip.stream().toList()) {
        try (var in = zip.getInputStream(entry)) {
          assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
              .doesNotContain("$argon2id$");
        }
      }
    }
  }

  private void assertThatMistakesChangeNothing(Path file, Path restored) throws Exception {
    String from = file.toString();
    assertThat(run("restore", "--from", from, "--data", restored.toString())).isEqualTo(1);
    assertOneLine("the backup holds secrets: give --passphrase-file, or --without-secrets");
    Path wrong = Files.writeString(folder.resolve("wrong"), "một câu khác hẳn");
    assertThat(
            run(
                "restore",
                "--from",
                from,
                "--data",
                restored.toString(),
                "--passphrase-file",
                wrong.toString()))
        .isEqualTo(1);
    assertOneLine("the passphrase is wrong");
    assertThat(restored).doesNotExist();
    assertThat(run("restore", "--from", from, "--data", folder.toString(), "--without-secrets"))
        .isEqualTo(1);
    assertOneLine("is not empty");
    assertThat(run("restore", "--from", from)).isEqualTo(1);
    assertOneLine("which installation?");
  }

  private void assertThatAllIsAsBefore(Sitepulse pulse) throws Exception {
    var reader = new Reader(pulse);
    // Ten visitors and the one whose events were waiting.
    var expected = new Reader.Sums(VIEWS + WAITING, 11, 11);
    await()
        .untilAsserted(
            () -> {
              assertThat(reader.live(SITE, "total")).isEqualTo(expected);
              assertThat(reader.stored(SITE)).isEqualTo(expected);
            });
    assertTally(reader, 3, 2);
    await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
    assertThat(reader.audit(SITE))
        .contains("No difference")
        // A restore brings events that were counted to ClickHouse only.
        .contains("Kafka has deleted events before ", "Kafka has deleted votes before ")
        .doesNotContain("Not complete");
    var manager = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String login = "{\"login\":\"quantri\",\"password\":\"" + PASSWORD + "\"}";
    assertThat(post(manager, pulse.url().resolve("/api/manage/session"), login)).isEqualTo(200);
    String day = LocalDate.ofInstant(Clock.systemUTC().instant(), Noon.zone()).toString();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        get(
                            manager,
                            pulse,
                            "/reports/breakdown?scope=site:%s&compare=none&period=%s&dimension=page"
                                .formatted(SITE, day)))
                    .contains("/page-0", "/waiting"));
    assertThat(get(manager, pulse, "/changes?subject=" + POLL)).contains("Bạn thấy thế nào?");
  }

  /** Streams knows earlier event ids and ballots, and the voter's token is still valid. */
  private void assertThatCountingGoesOn(Sitepulse pulse, long views, long duplicates)
      throws Exception {
    var reader = new Reader(pulse);
    assertThat(sendKnown(reader)).isEqualTo(202);
    assertThat(reader.view(SITE, "/after", "192.0.2.200")).isEqualTo(202);
    vote(pulse, "bad");
    await()
        .untilAsserted(
            () -> {
              assertThat(reader.live(SITE, "total").views()).isEqualTo(views + 1);
              assertThat(reader.stored(SITE).views()).isEqualTo(views + 1);
              assertThat(reader.duplicates(SITE)).isEqualTo(duplicates + 1);
              assertTally(reader, 2, 3);
            });
    await().untilAsserted(() -> assertThat(reader.audit(SITE)).endsWith("exit 0"));
  }

  private void assertThatAFullInstallationIsNotOverwritten(Sitepulse pulse, Path file)
      throws Exception {
    var clickHouse = pulse.clickHouse();
    Path settings =
        Files.write(
            folder.resolve("s.properties"),
            List.of(
                "sitepulse.kafka.bootstrap=" + pulse.kafka().bootstrap(),
                "sitepulse.kafka.client-properties="
                    + pulse.kafka().security().text().replace("\n", "\\n"),
                "sitepulse.clickhouse.url=" + clickHouse.jdbcUrl(),
                "sitepulse.clickhouse.user=" + clickHouse.user(),
                "sitepulse.clickhouse.password=" + clickHouse.password()));
    assertThat(run("restore", "--from", file.toString(), "--config", settings.toString()))
        .isEqualTo(1);
    assertOneLine("the installation is not empty: Kafka has the topic sitepulse");
  }

  private static int sendKnown(Reader reader) {
    String event = "{\"id\":\"%s\",\"site\":\"%s\",\"page\":\"/page-0\"}".formatted(KNOWN, SITE);
    return reader.post("/api/events", event, "192.0.2.1");
  }

  private static void assertTally(Reader reader, long good, long bad) {
    JsonNode poll = reader.get("/api/polls/" + POLL);
    assertThat(poll.path("participants").asLong()).isEqualTo(good + bad);
    assertThat(poll.path("options").path(0).path("ballots").asLong()).isEqualTo(good);
    assertThat(poll.path("options").path(1).path("ballots").asLong()).isEqualTo(bad);
  }

  private void vote(Sitepulse pulse, String choice) throws Exception {
    URI votes = pulse.url().resolve("/api/polls/" + POLL + "/votes");
    assertThat(post(voter, votes, vote(choice))).isEqualTo(202);
  }

  private static String vote(String choice) {
    return "{\"id\":\"%s\",\"choices\":[\"%s\"]}".formatted(UUID.randomUUID(), choice);
  }

  private static int post(HttpClient client, URI url, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String get(HttpClient client, Sitepulse pulse, String path) throws Exception {
    URI url = pulse.url().resolve("/api/manage" + path);
    return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
  }

  private int run(String... arguments) {
    var out = new StringWriter();
    int code =
        SitepulseCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(out, true))
            .execute(arguments);
    printed = out.toString();
    return code;
  }

  private void assertOneLine(String part) {
    assertThat(printed.strip().lines()).as(printed).hasSize(1);
    assertThat(printed).contains(part);
  }

  private static void delete(Path data) throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
