package io.sitepulse.dashboard.review.issued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.kafka.KafkaDefinitions;
import io.sitepulse.dashboard.kafka.ReadYourWrites;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.review.ReviewLoader;
import io.sitepulse.dashboard.review.Specimen;
import io.sitepulse.dashboard.review.SpecimenReports;
import io.sitepulse.runtime.kafka.KafkaConfig;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.TopicSetup;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of issued reviews that several instances give on one broker. */
class IssuedReviewNumbersIT {
  private static final int EACH = 8;

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private TestBroker broker;
  private KafkaTopicTable<Change> log;

  /** An instance of the module, as far as issued reviews go. */
  private final class Instance implements AutoCloseable {
    final KafkaTopicTable<IssuedReview> table;
    final KafkaDefinitions definitions;
    final IssuedReviewService service;
    final String account;

    Instance(String account) {
      this.account = account;
      table = new KafkaTopicTable<>(Topics.ISSUED_REVIEWS, kafka().client(), (next, now) -> false);
      var readBack = new ReadYourWrites(vertx).of(Topics.ISSUED_REVIEWS, table);
      table.start().ready().join();
      definitions = new KafkaDefinitions(vertx, kafka().client(), readBack, Clock.systemUTC());
      var sources =
          new ManageSources(
              new ManageSources.Tables(
                  new FakeTable<>(),
                  new FakeTable<>(),
                  new FakeTable<>(),
                  new ManageSources.Counted(new FakeTable<>(), new FakeTable<>()),
                  new FakeTable<>(),
                  new FakeTable<>(),
                  new FakeTable<>(),
                  TopicTable.of(table)),
              definitions,
              ManageResponses.AWAY);
      var reports = new SpecimenReports(new AtomicBoolean());
      service =
          new IssuedReviewService(sources, new ReviewLoader(sources, reports), Clock.systemUTC());
    }

    Future<IssuedReview> issue(int i) {
      var draft = IssuedSample.draft(sites(i), Specimen.full().review(), account);
      return service.issue(draft, new Author(account, account));
    }

    @Override
    public void close() {
      definitions.close();
      table.close();
    }
  }

  /** Many, because a write is confirmed only if their names come back in the same order. */
  private static List<String> sites(int i) {
    return IntStream.range(0, 60).mapToObj(n -> "site-" + i + "-" + n).toList();
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
  }

  @AfterEach
  void stop() {
    log.close();
    broker.close();
    vertx.close().await();
  }

  @Test
  void twoInstancesNeverGiveTheSameNumber() throws Exception {
    try (var one = new Instance("an");
        var other = new Instance("binh")) {
      var pending = new ArrayList<Future<IssuedReview>>();
      IntStream.range(0, EACH)
          .forEach(
              i -> {
                pending.add(one.issue(i));
                pending.add(other.issue(i));
              });
      var issued = new ArrayList<IssuedReview>();
      for (var future : pending) {
        issued.add(future.toCompletionStage().toCompletableFuture().get(2, TimeUnit.MINUTES));
      }
      assertThat(issued)
          .extracting(IssuedReview::id)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 2 * EACH).mapToObj(n -> "2026-" + n).toList());
      // Both instances and one that starts later know the same reviews under the same numbers.
      try (var later = new Instance("chi")) {
        for (IssuedReview review : issued) {
          await()
              .untilAsserted(
                  () -> {
                    assertThat(one.table.get(review.id())).hasValue(review);
                    assertThat(other.table.get(review.id())).hasValue(review);
                    assertThat(later.table.get(review.id())).hasValue(review);
                  });
        }
      }
      // Each number has one entry in the change log, by the one who got it.
      await().until(() -> changes.size() >= 2 * EACH);
      assertThat(changes)
          .extracting(change -> change.subject() + " " + change.by())
          .containsExactlyInAnyOrderElementsOf(
              issued.stream().map(review -> review.id() + " " + review.by().id()).toList());
    }
  }

  private KafkaConfig kafka() {
    return broker.config();
  }
}
