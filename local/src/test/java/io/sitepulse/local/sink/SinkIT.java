package io.sitepulse.local.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.warehouse.sink.Sink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static Plumbing plumbing;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    plumbing = Plumbing.start(folder);
  }

  @AfterAll
  static void stop() {
    plumbing.close();
  }

  @Test
  void deliveringEverythingTwiceChangesNothing() throws Exception {
    Sample.everything(plumbing);
    try (var first = plumbing.sink("first", 50)) {
      assertThat(first.drain(LONG)).isTrue();
    }
    var once = plumbing.contents();

    try (var second = plumbing.sink("second", 7)) {
      assertThat(second.drain(LONG)).isTrue();
    }

    assertThat(plumbing.contents()).isEqualTo(once);
    assertThat(once.values()).noneMatch(rows -> rows.startsWith("0:"));
  }

  @Test
  void aPageTitleIsStoredUnchanged() throws Exception {
    List<String> titles =
        List.of(
            "{fn now()} và {d '2026-01-01'}",
            "{d ",
            "}', 1); DROP TABLE sitepulse.page_views; --",
            "dấu ' và \\ và \" và ` và ?",
            "hai\n\ndòng\r\n\ttab",
            "🙂 Nguyễn Ước",
            "NULL");
    var ids = titles.stream().map(title -> UUID.randomUUID()).toList();
    for (int i = 0; i < titles.size(); i++) {
      Sample.send(plumbing, Sample.view("titles", ids.get(i), titles.get(i)));
    }
    plumbing.flush();

    drain("titles");

    for (int i = 0; i < titles.size(); i++) {
      String where = " FROM sitepulse.page_views FINAL WHERE id = '" + ids.get(i) + "'";
      assertThat(plumbing.text("SELECT title" + where)).isEqualTo(titles.get(i));
      assertThat(plumbing.text("SELECT page" + where)).isEqualTo("/" + titles.get(i));
    }
  }

  @Test
  void timesAndPseudonymsArriveAsTheyAre() throws Exception {
    var event = Sample.view("times", UUID.randomUUID(), "t");
    Sample.send(plumbing, event);
    plumbing.flush();

    drain("times");

    String where = " FROM sitepulse.page_views FINAL WHERE site = 'times'";
    assertThat(plumbing.number("SELECT toUnixTimestamp64Milli(at)" + where))
        .isEqualTo(event.at().toEpochMilli());
    assertThat(plumbing.text("SELECT lower(hex(visitor))" + where)).isEqualTo(event.visitor());
    assertThat(plumbing.text("SELECT toString(day)" + where)).isEqualTo("2026-11-21");
    assertThat(plumbing.text("SELECT country" + where)).isEqualTo("VN");
    assertThat(
            plumbing.text(
                "SELECT concat(campaign, '|', campaign_source, '|', campaign_medium, '|',"
                    + " campaign_term, '|', campaign_content)"
                    + where))
        .isEqualTo("Tết|zalo|oa|từ khóa|ảnh 1");
  }

  @Test
  void theFirstOfTwoDeliveriesCounts() throws Exception {
    var id = UUID.randomUUID();
    for (String title : List.of("first", "second")) {
      Sample.send(plumbing, Sample.view("twice", id, title));
    }
    plumbing.flush();

    drain("twice");

    assertThat(plumbing.text("SELECT title FROM sitepulse.page_views FINAL WHERE site = 'twice'"))
        .isEqualTo("first");
    assertThat(
            plumbing.number(
                "SELECT count() FROM sitepulse.page_view_receipts FINAL WHERE site = 'twice'"))
        .isEqualTo(2);
  }

  @Test
  void eachEventOfARecordIsStoredWithItsReceipt() throws Exception {
    var id = UUID.randomUUID();
    Sample.sendJson(plumbing, Sample.view("pack", UUID.randomUUID(), "single"));
    Sample.sendTogether(
        plumbing,
        Sample.view("pack", id, "first"),
        Sample.view("pack", UUID.randomUUID(), "other"),
        Sample.view("pack", id, "again"));
    plumbing.flush();

    drain("pack");
    drain("pack-again");

    String views = "SELECT arrayStringConcat(arraySort(groupArray(title)), ' ')";
    assertThat(plumbing.text(views + " FROM sitepulse.page_views FINAL WHERE site = 'pack'"))
        .isEqualTo("first other single");
    assertThat(
            plumbing.number(
                "SELECT count() FROM sitepulse.page_view_receipts FINAL WHERE site = 'pack'"))
        .isEqualTo(4);
  }

  @Test
  void aDayIsTouchedOnlyOnceItsEventsAndTheirReceiptsAreThere() throws Exception {
    try (var sink = plumbing.sink("touched", 100)) {
      assertThat(sink.drain(LONG)).isTrue();
      plumbing.execute("RENAME TABLE sitepulse.page_view_receipts TO sitepulse.receipts_away");
      produce("touched", 1);
      await().until(() -> !sink.isClickHouseResponding());
      assertThat(views("touched")).isEqualTo(1);
      assertThat(touched("touched")).isZero();

      plumbing.execute("RENAME TABLE sitepulse.receipts_away TO sitepulse.page_view_receipts");

      assertThat(sink.drain(LONG)).isTrue();
      assertThat(touched("touched")).isEqualTo(1);
    }
  }

  /**
   * Rows were ordered by offsets alone once, so those of a new topic were older than all others.
   */
  @Test
  void topicsOfANewClusterAndMorePartitionsReplaceWhatIsStored() throws Exception {
    for (int name = 0; name < 40; name++) {
      moved(name, 0);
    }
    drain("moved");
    movedAre(0);

    plumbing.recreate(Topics.SITES, Topics.SITE_DAYS, Topics.POLL_TALLIES);
    moved(0, 1);
    drain("moved-1");
    movedAre(1);

    plumbing.grow(Topics.SITE_DAYS, 11);
    plumbing.grow(Topics.POLL_TALLIES, 11);
    moved(0, 2);
    drain("moved-2");
    movedAre(2);

    // What an earlier delivery of the topic before left in a slow sink is still older.
    drain("moved-3");
    movedAre(2);
  }

  /** Sends a definition, a day and a tally that tell the state. */
  private static void moved(int name, int state) throws Exception {
    String id = "moved" + (name == 0 ? "" : name);
    Instant asOf = Sample.NOON.plusSeconds(state);
    var sums = new DaySums(state, 0, 0, 0);
    var ledger = new Ledger(state, state, 0, 0, 0, Map.of(), 0);
    plumbing.send(Topics.SITES, id, Site.builder().id(id).name("state " + state).build());
    plumbing.send(
        Topics.SITE_DAYS,
        Topics.key(id, Sample.DAY.toString()),
        new SiteDay(1, id, Sample.DAY, asOf, sums, ledger));
    plumbing.send(
        Topics.POLL_TALLIES,
        id,
        new PollTally(
            1, id, asOf, new TreeMap<>(), state, new VoteLedger(state, state, 0, 0, Map.of())));
    plumbing.flush();
  }

  private static void movedAre(int state) {
    assertThat(
            plumbing.text(
                """
                SELECT concat(
                    (SELECT name FROM sitepulse.sites FINAL WHERE id = 'moved'), ', ',
                    (SELECT toString(views) FROM sitepulse.site_days FINAL WHERE site = 'moved'),
                    ', ',
                    (SELECT toString(received) FROM sitepulse.poll_tallies FINAL
                     WHERE poll = 'moved'))
                """))
        .isEqualTo("state %d, %d, %d".formatted(state, state, state));
  }

  /** What a sink of an older release could not read, a newer one stores. */
  @Test
  void aRecordOfANewerReleaseIsParkedAndStoredOnceItCanBeRead() throws Exception {
    String newer =
        """
        {"v":1,"site":"newer","day":"2026-11-21","asOf":1,"sums":{"views":0},
         "ledger":{"received":1,"rejected":{"of-a-newer-release":1}}}
        """;
    plumbing.send(new ProducerRecord<>(Topics.SITE_DAYS.name(), 0, "newer", newer.getBytes(UTF_8)));
    plumbing.flush();
    drain("older");
    assertThat(parked("newer")).isEqualTo("0");
    assertThat(plumbing.number("SELECT count() FROM sitepulse.site_days WHERE site = 'newer'"))
        .isZero();

    String known = newer.replace("of-a-newer-release", "too-old");
    plumbing.execute(
        "INSERT INTO sitepulse.unreadable_records (topic, kafka_partition, kafka_offset,"
            + " kafka_time, key, value, error, done) SELECT topic, kafka_partition, kafka_offset,"
            + " kafka_time, 'known', '%s', error, 0 FROM sitepulse.unreadable_records"
                .formatted(Base64.getEncoder().encodeToString(known.getBytes(UTF_8)))
            + " WHERE key = 'newer'");
    drain("newer");

    assertThat(plumbing.number("SELECT received FROM sitepulse.site_days WHERE site = 'newer'"))
        .isEqualTo(1);
    assertThat(parked("known")).isEqualTo("1");
  }

  private static String parked(String key) {
    return plumbing.text(
        "SELECT toString(done) FROM sitepulse.unreadable_records FINAL WHERE key = '" + key + "'");
  }

  @Test
  void anOutageOfClickHouseLosesNothingAndSkipsNothing() throws Exception {
    try (var sink = plumbing.sink("outage", 500)) {
      produce("outage", 1000);
      assertThat(sink.drain(LONG)).isTrue();
      plumbing.engine.kill();
      produce("outage", 4000);
      await().until(() -> !sink.isClickHouseResponding());

      plumbing.engine.restart();

      assertThat(sink.drain(LONG)).isTrue();
      assertThat(sink.isClickHouseResponding()).isTrue();
    }
    assertThat(views("outage")).isEqualTo(5000);
  }

  @Test
  void killingClickHouseInTheMiddleOfBatchesLosesNothing() throws Exception {
    produce("killed", 30_000);
    try (var sink = plumbing.sink("killed", 1000)) {
      await().until(() -> views("killed") > 0);

      plumbing.engine.kill();
      plumbing.engine.restart();

      assertThat(sink.drain(LONG)).isTrue();
    }
    assertThat(views("killed")).isEqualTo(30_000);
  }

  @Test
  void severalSinksShareTheTopicsAndOneMayLeave() throws Exception {
    try (var stays = plumbing.sink("shared", 300)) {
      try (var leaves = plumbing.sink("shared", 300)) {
        produce("shared", 5000);
        await().until(() -> views("shared") > 0);
        await().until(leaves::isClickHouseResponding);
      }
      produce("shared", 5000);
      await().untilAsserted(() -> assertThat(views("shared")).isEqualTo(10_000));
      assertThat(stays.drain(LONG)).isTrue();
    }
  }

  private static void drain(String group) throws InterruptedException {
    try (Sink sink = plumbing.sink(group, 1000)) {
      assertThat(sink.drain(LONG)).isTrue();
    }
  }

  private static void produce(String site, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      Sample.send(plumbing, Sample.view(site, UUID.randomUUID(), "t"));
    }
    plumbing.flush();
  }

  private static long touched(String site) {
    return plumbing.number(
        "SELECT count() FROM sitepulse.touched_days FINAL WHERE site = '" + site + "'");
  }

  private static long views(String site) {
    return plumbing.number(
        "SELECT count() FROM sitepulse.page_views FINAL WHERE site = '" + site + "'");
  }
}
