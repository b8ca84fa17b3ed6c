package io.sitepulse.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions and their notes on a real broker. */
class KafkaDefinitionsIT {
  private static final Author AN = new Author("an", "Nguyễn Văn An");

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private TestBroker broker;
  private KafkaTopicTable<Change> log;
  private Instance one;

  /** An instance of the module, as far as definitions go. */
  private final class Instance implements AutoCloseable {
    final KafkaTopicTable<Site> sites;
    final KafkaDefinitions definitions;

    Instance() {
      sites = new KafkaTopicTable<>(Topics.SITES, kafka().client());
      var readBack = new ReadYourWrites(vertx).of(Topics.SITES, sites);
      sites.start().ready().join();
      definitions = new KafkaDefinitions(vertx, kafka().client(), readBack, Clock.systemUTC());
    }

    Future<Void> put(Site site) {
      Site before = sites.get(site.id()).orElse(null);
      return definitions.put(Topics.SITES, site.id(), before, site, AN, "site.update");
    }

    @Override
    public void close() {
      definitions.close();
      sites.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    broker = TestBroker.start(folder.resolve("kafka"));
    TopicSetup.createOnceKafkaAnswers(kafka(), () -> false);
    log = new KafkaTopicTable<>(Topics.CHANGES, kafka().client());
    log.onChange(
        (subject, change) -> {
          if (change != null) {
            changes.add(change);
          }
        });
    log.start().ready().join();
    one = new Instance();
  }

  @AfterEach
  void stop() {
    one.close();
    log.close();
    broker.close();
    vertx.close().await();
  }

  @Test
  void aWrittenDefinitionIsReadBackWithItsLogEntry() throws Exception {
    for (int i = 0; i < 20; i++) {
      Site site = named("Tên " + i);
      done(one.put(site));
      assertThat(one.sites.get("demo")).hasValue(site);
    }
    await().until(() -> changes.size() == 20);
    Change last = changes.get(19);
    assertThat(last.by()).isEqualTo("an");
    assertThat(last.action()).isEqualTo("site.update");
    assertThat(nameIn(last.before())).isEqualTo("Tên 18");
    assertThat(nameIn(last.after())).isEqualTo("Tên 19");
    done(one.definitions.remove(Topics.SITES, "demo", named("Tên 19"), AN, "site.remove"));
    assertThat(one.sites.get("demo")).isEmpty();
    await().until(() -> changes.size() == 21);
    assertThat(changes.get(20).after()).isNull();
    assertThat(nameIn(changes.get(20).before())).isEqualTo("Tên 19");
    done(one.put(named("Tên 20")));
    done(one.definitions.erase(Topics.SITES, "demo", AN, "site.remove"));
    assertThat(one.sites.get("demo")).isEmpty();
    await().until(() -> changes.size() == 23);
    assertThat(changes.get(22).subject()).isEqualTo("demo");
    assertThat(changes.get(22).before()).isNull();
    assertThat(changes.get(22).after()).isNull();
  }

  @Test
  void whatTheSystemRecordsIsReadBackAndHasNoLogEntry() throws Exception {
    done(one.definitions.record(Topics.SITES, "demo", named("ghi")));
    assertThat(one.sites.get("demo")).hasValue(named("ghi"));
    done(one.put(named("sau")));
    await().until(() -> !changes.isEmpty());
    assertThat(changes)
        .singleElement()
        .satisfies(change -> assertThat(nameIn(change.before())).isEqualTo("ghi"));
  }

  @Test
  void aDefinitionIsNotStoredWithoutItsLogEntry() throws Exception {
    // Kafka takes messages of 1 MB: the definition alone fits, the note with before and after not.
    done(one.put(large("a")));
    assertThatThrownBy(() -> done(one.put(large("b")))).satisfies(KafkaDefinitionsIT::is503);
    done(one.put(named("sau")));
    await().until(() -> changes.size() == 2);
    try (var other = new Instance()) {
      assertThat(other.sites.get("demo")).hasValue(named("sau"));
    }
    assertThat(changes).extracting(change -> change.subject()).containsOnly("demo");
  }

  @Test
  void twoInstancesWriteInTurnAndReadEachOther() throws Exception {
    try (var two = new Instance()) {
      for (int i = 0; i < 5; i++) {
        Site mine = named("một " + i);
        done(one.put(mine));
        await().until(() -> two.sites.get("demo").filter(mine::equals).isPresent());
        Site theirs = named("hai " + i);
        done(two.put(theirs));
        await().until(() -> one.sites.get("demo").filter(theirs::equals).isPresent());
      }
      var both =
          IntStream.range(0, 20)
              .mapToObj(i -> (i % 2 == 0 ? one : two).put(named("cùng lúc " + i)))
              .toList();
      for (Future<Void> each : both) {
        done(each);
      }
      await().until(() -> changes.size() == 30);
      await().until(() -> one.sites.get("demo").equals(two.sites.get("demo")));
    }
  }

  @Test
  void writesFailInTimeWithoutKafkaAndWorkAgainAfterwards() throws Exception {
    done(one.put(named("trước")));
    broker.stop();
    assertThatThrownBy(() -> done(one.put(named("giữa")))).satisfies(KafkaDefinitionsIT::is503);
    broker.comeBack();
    await().untilAsserted(() -> done(one.put(named("sau"))));
    assertThat(one.sites.get("demo")).hasValue(named("sau"));
    await().untilAsserted(() -> assertThat(changes).extracting(Change::action).isNotEmpty());
    assertThat(changes.get(changes.size() - 1).after()).isNotNull();
  }

  private static void is503(Throwable failure) {
    assertThat(failure).isInstanceOf(ExecutionException.class);
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
  }

  private static @Nullable Object nameIn(@Nullable Map<String, @Nullable Object> definition) {
    return definition == null ? "" : definition.get("name");
  }

  /** Waits no longer than a manager would: a write that has not failed by then is a failure too. */
  private static void done(Future<Void> write) throws Exception {
    write.toCompletionStage().toCompletableFuture().get(2, TimeUnit.MINUTES);
  }

  private KafkaConfig kafka() {
    return broker.config();
  }

  private static Site named(String name) {
    return site(name, List.of());
  }

  /** 600 kB. */
  private static Site large(String name) {
    return site(
        name,
        IntStream.range(0, 20_000)
            .mapToObj(i -> "https://site-%09d.example".formatted(i))
            .toList());
  }

  private static Site site(String name, List<String> origins) {
    return Site.builder()
        .id("demo")
        .name(name)
        .origins(origins)
        .baseline(Samples.site("demo").baseline())
        .build();
  }
}
