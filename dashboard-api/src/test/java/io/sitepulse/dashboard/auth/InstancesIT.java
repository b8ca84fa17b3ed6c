package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.KafkaDashboard;
import io.sitepulse.runtime.kafka.TestBroker;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.KafkaTopicTable;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two complete instances that share a broker and a secret. */
class InstancesIT {
  private static final String PASSWORD = "một mật khẩu dài";

  @TempDir private Path folder;

  @Test
  void sessionsStartAndEndOnBothInstances() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var two = KafkaDashboard.start(broker, folder)) {
      await().until(() -> one.isReady() && two.isReady());
      String code = one.accounts().setupLink(URI.create(one.origin())).orElseThrow().getFragment();
      var root = new Browser(two.origin());
      var made =
          root.keep(
              root.post(
                  "/setup",
                  "{\"code\":\"%s\",\"login\":\"quantri\",\"name\":\"Q\",\"password\":\"%s\"}"
                      .formatted(code, PASSWORD)));
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
      assertThat(root.get("/session").status()).isEqualTo(200);
      root.at(one.origin());
      await().until(() -> root.get("/session").status() == 200);
      var copy = new Browser(two.origin());
      copy.cookies.putAll(root.cookies);
      assertThat(copy.get("/session").status()).isEqualTo(200);
      assertThat(root.delete("/session").status()).isEqualTo(204);
      await().until(() -> copy.get("/session").status() == 401);
      assertThat(one.accounts().setupLink(URI.create(one.origin()))).isEmpty();
    }
  }

  /** Each change of the account that is under way was read before it was disabled. */
  @Test
  void anAccountThatIsBeingDisabledCannotUndoIt() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var two = KafkaDashboard.start(broker, folder)) {
      await().until(() -> one.isReady() && two.isReady());
      one.accounts().createFirst("quantri", "Q", PASSWORD).await();
      var root = new Browser(one.origin());
      await().until(() -> root.signIn("quantri", PASSWORD).status() == 200);
      var made = root.post("/accounts", "{\"login\":\"an\",\"name\":\"An\"}");
      String path = "/accounts/" + made.text("id");
      var an = new Browser(two.origin());
      await().until(() -> accept(an, made.text("invitation")).status() == 200);
      var watcher = new Browser(two.origin());
      watcher.cookies.putAll(root.cookies);
      for (int round = 0; round < 10; round++) {
        await().until(() -> !isDisabled(watcher, path));
        assertThat(an.signIn("an", PASSWORD).status()).isEqualTo(200);
        var loop = Executors.newSingleThreadExecutor();
        var signedOut = loop.submit(() -> changeUntilSignedOut(an));
        await().until(() -> root.get(path).json().path("tokens").size() > 0);
        assertThat(root.put(path, "{\"disabled\":true}").status()).isEqualTo(200);
        assertThat(signedOut.get(2, TimeUnit.MINUTES)).isTrue();
        loop.shutdown();
        assertThat(isDisabled(root, path)).isTrue();
        assertThat(isDisabled(watcher, path)).isTrue();
        assertThat(root.put(path, "{\"disabled\":false}").status()).isEqualTo(200);
      }
      // A reader that begins now comes to the same result.
      assertThat(root.put(path, "{\"disabled\":true}").status()).isEqualTo(200);
      try (var three = KafkaDashboard.start(broker, folder)) {
        await().until(three::isReady);
        assertThat(isDisabled(root.at(three.origin()), path)).isTrue();
      }
    }
  }

  @Test
  void sessionsAreListedAndEndedOnEveryInstanceAndAfterARestart() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var two = KafkaDashboard.start(broker, folder)) {
      await().until(() -> one.isReady() && two.isReady());
      one.accounts().createFirst("quantri", "Q", PASSWORD).await();
      var lost = new Browser(one.origin());
      await().until(() -> lost.signIn("quantri", PASSWORD).status() == 200);
      var here = new Browser(two.origin());
      await().until(() -> here.signIn("quantri", PASSWORD).status() == 200);
      await().until(() -> here.get("/sessions").json().size() == 2);
      String id = "";
      for (var session : here.get("/sessions").json()) {
        id = session.path("current").asBoolean() ? id : session.path("id").asText();
      }
      assertThat(here.delete("/sessions/" + id).status()).isEqualTo(204);
      await().until(() -> lost.get("/session").status() == 401);
      try (var three = KafkaDashboard.start(broker, folder)) {
        await().until(three::isReady);
        assertThat(lost.at(three.origin()).get("/session").status()).isEqualTo(401);
        assertThat(here.at(three.origin()).get("/sessions").json()).hasSize(1);
      }
    }
  }

  /** Two who have seen the same code enter it at the same moment, each at another instance. */
  @Test
  void aCodeOfTheSecondFactorSignsInAtOneInstanceOnly() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var two = KafkaDashboard.start(broker, folder)) {
      await().until(() -> one.isReady() && two.isReady());
      one.accounts().createFirst("quantri", "Q", PASSWORD).await();
      var root = new Browser(one.origin());
      await().until(() -> root.signIn("quantri", PASSWORD).status() == 200);
      var app = new AuthenticatorApp(one.clock);
      var begun =
          root.post("/second-factor/enrolment", "{\"password\":\"%s\"}".formatted(PASSWORD));
      app.scan(begun.text("secret"));
      var made =
          root.post(
              "/second-factor",
              "{\"enrolment\":\"%s\",\"code\":\"%s\"}"
                  .formatted(begun.text("enrolment"), app.code()));
      assertThat(made.status()).as(made.toString()).isEqualTo(200);
      var here = new Browser(one.origin());
      var there = new Browser(two.origin());
      await().until(() -> there.signIn("quantri", PASSWORD).status() == 202);
      String pending = here.signIn("quantri", PASSWORD).text("pending");
      var codes = new ArrayList<>(List.of(app.nextCode()));
      made.json().path("recoveryCodes").forEach(code -> codes.add(code.asText()));
      // Five wrong codes are allowed, and of each pair one is wrong.
      for (String code : codes.subList(0, 5)) {
        String body = "{\"pending\":\"%s\",\"code\":\"%s\"}".formatted(pending, code);
        var first = CompletableFuture.supplyAsync(() -> status(here, body));
        var second = CompletableFuture.supplyAsync(() -> status(there, body));
        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 401);
      }
    }
  }

  private static int status(Browser browser, String body) {
    try {
      return browser.post("/session/code", body).status();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Two processes start while there is no account, and both have read that. */
  @Test
  void aSecondFirstAccountReplacesNone() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var two = KafkaDashboard.start(broker, folder)) {
      await().until(() -> one.isReady() && two.isReady());
      var first = one.accounts().createFirst("mot", "Một", PASSWORD);
      var second = two.accounts().createFirst("hai", "Hai", PASSWORD);
      Future.join(first, second).otherwiseEmpty().await();
      assertThat(first.succeeded()).isNotEqualTo(second.succeeded());
      String login = first.succeeded() ? "mot" : "hai";
      for (var instance : List.of(one, two)) {
        var browser = new Browser(instance.origin());
        await().until(() -> browser.signIn(login, PASSWORD).status() == 200);
      }
    }
  }

  /** Compaction keeps the last record of a key, which must not be a rejected one. */
  @Test
  void aRejectedRecordDoesNotStayTheLastOfItsAccount() throws Exception {
    try (var broker = TestBroker.start(folder.resolve("kafka"));
        var one = KafkaDashboard.start(broker, folder);
        var last = new KafkaTopicTable<>(Topics.ACCOUNTS, one.client())) {
      await().until(one::isReady);
      var account = one.accounts().createFirst("quantri", "Q", PASSWORD).await();
      last.start().ready().join();
      one.put(Topics.ACCOUNTS, account.id(), account.toBuilder().login("evil").build());
      await().until(() -> isLast(last, account.id(), "evil"));
      await().until(() -> isLast(last, account.id(), "quantri"));
      one.put(Topics.ACCOUNTS, "gone", account.toBuilder().id("gone").login("gone").build());
      await().until(() -> isLast(last, "gone", "gone"));
      one.put(Topics.ACCOUNTS, "gone", null);
      await().until(() -> last.get("gone").isEmpty());
      var late = account.toBuilder().id("gone").login("gone").revision(7).build();
      one.put(Topics.ACCOUNTS, "gone", late);
      await().until(() -> isLast(last, "gone", "gone"));
      await().until(() -> last.get("gone").isEmpty());
    }
  }

  private static boolean isLast(KafkaTopicTable<Account> last, String id, String login) {
    return last.get(id).filter(account -> account.login().equals(login)).isPresent();
  }

  private static Browser.Answer accept(Browser browser, String code) throws Exception {
    return browser.post(
        "/invitation", "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(code, PASSWORD));
  }

  private static boolean isDisabled(Browser administrator, String path) throws Exception {
    return administrator.get(path).json().path("disabled").asBoolean();
  }

  /** Creates and deletes API tokens, and returns true when a request was answered 401. */
  private static boolean changeUntilSignedOut(Browser browser) throws Exception {
    for (int i = 0; i < 2_000; i++) {
      var made = browser.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}");
      if (made.status() == 401 || browser.delete("/tokens/" + made.text("id")).status() == 401) {
        return true;
      }
    }
    return false;
  }
}
