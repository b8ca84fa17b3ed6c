package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.sink.Plumbing;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.streams.runner.CountingConfig;
import io.sitepulse.streams.runner.StreamsService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The audit against the whole way: broker, topology, sink, ClickHouse. */
class PipelineIT {
  private static final String SITE = "pipeline";

  /**
   * Lately enough for the broker to keep it, and four days long: read back at once, one partition
   * comes days ahead of another, and no visitor may be forgotten meanwhile.
   */
  private final Instant begin =
      Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(5));

  private final StringWriter printed = new StringWriter();

  @Test
  void theAuditFindsNoDifferenceWhateverCameAndFindsOneThatIsMade(@TempDir Path folder)
      throws Exception {
    var events = new RandomEvents(42, begin, 30).make(380);
    try (var plumbing = Plumbing.start(folder)) {
      define(plumbing);
      try (var counting = count(plumbing, folder);
          var sink = plumbing.sink("pipeline", 500)) {
        send(plumbing, events);
        await().until(counting::isReady);
        assertThat(sink.drain(Duration.ofSeconds(60))).isTrue();
        assertThat(audit(plumbing, "--settle", "90")).as(printed.toString()).isZero();
      }

      assertThatCountersAreThose(NaiveRecount.days(NaiveRecount.classify(events)));
      corrupt(plumbing);
      assertThat(audit(plumbing, "--settle", "0")).isEqualTo(1);
    }
  }

  private void define(Plumbing plumbing) throws Exception {
    plumbing.send(Topics.SITES, SITE, Site.of(SITE, Site.DEFAULT_ZONE));
    for (var poll : new RandomVotes(42, begin).polls()) {
      plumbing.send(Topics.POLLS, poll.id(), poll);
    }
    plumbing.flush();
  }

  private static StreamsService count(Plumbing plumbing, Path folder) throws Exception {
    var settings =
        Settings.load(
            null, Map.of("SITEPULSE_STREAMS_STATE_DIR", folder.resolve("streams").toString()));
    return StreamsService.start(
        CountingConfig.from(settings), plumbing.kafka.config(), new SimpleMeterRegistry());
  }

  private void send(Plumbing plumbing, List<Delivered> events) throws Exception {
    for (Delivered event : events) {
      send(plumbing, pageView(event), event.kafkaTime());
    }
    for (var vote : new RandomVotes(42, begin).make(500)) {
      plumbing.send(Topics.POLL_VOTES, Topics.key(vote.poll(), vote.voter()), vote);
    }
    LocalDate tomorrow =
        LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(1);
    for (String text : List.of("{", "{\"site\":\"pipeline\",\"day\":\"" + tomorrow + "\"}")) {
      plumbing.send(
          new ProducerRecord<>(
              Topics.PAGE_VIEWS.name(), "x", text.getBytes(StandardCharsets.UTF_8)));
    }
    plumbing.flush();
  }

  private static void send(Plumbing plumbing, PageView event, Instant time) {
    plumbing.send(
        new ProducerRecord<>(
            Topics.PAGE_VIEWS.name(),
            Topics.partitionOf(event.id(), plumbing.kafka.config().partitions()),
            time.toEpochMilli(),
            Topics.keyOf(event),
            Topics.PAGE_VIEWS.value().serializer().serialize(Topics.PAGE_VIEWS.name(), event)));
  }

  private static PageView pageView(Delivered event) {
    return PageView.builder()
        .id(event.id())
        .kind(event.heartbeat() ? EventKind.HEARTBEAT : EventKind.VIEW)
        .site(SITE)
        .day(event.day())
        .visitor(event.visitor() == 0 ? null : String.format(Locale.ROOT, "%016x", event.visitor()))
        .at(event.at())
        .received(event.received())
        .page("/")
        .agent(new Agent("Phone", "Chrome", "Android", event.bot() ? "Bot" : null))
        .engagedMs(event.engagedMs())
        .build();
  }

  private void assertThatCountersAreThose(Map<LocalDate, Map<String, Long>> days) throws Exception {
    JsonNode report = Json.MAPPER.readTree(printed.toString());
    int compared = 0;
    for (JsonNode line : report.get("days")) {
      var expected = days.get(LocalDate.parse(line.get("day").textValue()));
      if (expected != null) {
        compared++;
        expected.forEach(
            (figure, count) ->
                assertThat(line.get("claimed").path(figure).asLong()).as(figure).isEqualTo(count));
      }
    }
    assertThat(compared).isEqualTo(days.size());
    assertThat(report.get("polls")).hasSize(4);
  }

  private int audit(Plumbing plumbing, String... options) {
    printed.getBuffer().setLength(0);
    var command =
        new AuditCommand(
            data -> new AuditCommand.Installation(plumbing.clickHouseConfig(), null),
            Map.of(),
            Clock.systemUTC());
    String from = LocalDate.ofInstant(begin, ZoneOffset.UTC).minusDays(3).toString();
    String to = LocalDate.ofInstant(begin, ZoneOffset.UTC).plusDays(9).toString();
    return new CommandLine(command)
        .setOut(new PrintWriter(printed))
        .setErr(new PrintWriter(printed))
        .execute(
            Stream.concat(Stream.of("--json", "--from", from, "--to", to), Arrays.stream(options))
                .toArray(String[]::new));
  }

  private static void corrupt(Plumbing plumbing) {
    plumbing
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO sitepulse.poll_tallies (poll, participants, version)"
                        + " VALUES ('once', 1, 18446744073709551615)")); // the highest version
  }
}
