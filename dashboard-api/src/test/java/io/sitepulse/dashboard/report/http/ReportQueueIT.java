package io.sitepulse.dashboard.report.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of reports over HTTP, with reports that take until the test lets them go. */
class ReportQueueIT {
  private static final int THREADS = 3;
  private static final int SHARE = 2;
  private static final int WAITING = 100;

  /** Of HTTP/1.1: in HTTP/2 a hundred requests are all that go at once. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final CountDownLatch gone = new CountDownLatch(1);
  private final List<Future<HttpResponse<String>>> unread = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private volatile boolean open;
  private ManageTester pulse;

  @BeforeEach
  void start() {
    pulse = ManageTester.start(ManageResponses.AWAY, this::features);
    pulse.account("an", false);
    pulse.account("ba", false);
  }

  @AfterEach
  void stop() {
    gates.values().forEach(CountDownLatch::countDown);
    pulse.close();
  }

  @Test
  void oneAccountHasItsShareAtOnceAndTheRestInOrder() throws Exception {
    var answers = new ArrayList<Future<HttpResponse<String>>>();
    for (int i = 1; i <= 5; i++) {
      answers.add(ask("an", "an" + i));
      awaitAsked(i);
    }
    await().until(() -> begun.size() == SHARE);
    letGo("an2");
    await().until(() -> begun.size() == SHARE + 1);
    letGo("an1");
    await().until(() -> begun.size() == SHARE + 2);
    assertThat(begun.subList(0, SHARE)).containsExactlyInAnyOrder("an1", "an2");
    assertThat(begun.subList(SHARE, SHARE + 2)).containsExactly("an3", "an4");
    List.of("an3", "an4", "an5").forEach(this::letGo);
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
    assertThat(answers.get(4).get().body()).isEqualTo("\"an5\"");
  }

  @Test
  void whoAsksForMuchKeepsNobodyElseWaiting() throws Exception {
    for (int i = 1; i <= 20; i++) {
      begin("an", "an" + i);
    }
    awaitAsked(20);
    var other = ask("ba", "ba1");
    await().until(() -> begun.contains("ba1"));
    letGo("ba1");
    assertThat(other.get().statusCode()).isEqualTo(200);
    assertThat(begun.stream().filter(name -> name.startsWith("an"))).hasSize(SHARE);
  }

  @Test
  void whoHasTooManyWaitingIsTurnedAwayAndToldWhenToComeBack() throws Exception {
    for (int i = 1; i <= SHARE + WAITING; i++) {
      begin("an", "an" + i);
    }
    awaitAsked(SHARE + WAITING);
    var refused = ask("an", "one too many").get();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
        .hasValueSatisfying(seconds -> assertThat(seconds).isPositive());
    var other = ask("ba", "ba1");
    await().until(() -> begun.contains("ba1"));
    letGo("ba1");
    assertThat(other.get().statusCode()).isEqualTo(200);

    begun.forEach(this::letGo);
    await().until(() -> begun.size() > SHARE + 1);
    var again = ask("an", "room again");
    letAllGo();
    assertThat(again.get().statusCode()).isEqualTo(200);
  }

  @Test
  void aReportThatFailsMakesRoomForTheNext() throws Exception {
    var failing = List.of(ask("an", "fails 1"), ask("an", "fails 2"));
    var next = ask("an", "an1");
    awaitAsked(3);
    letGo("fails 1");
    letGo("fails 2");
    for (var answer : failing) {
      assertThat(answer.get().statusCode()).isEqualTo(500);
    }
    letGo("an1");
    assertThat(next.get().statusCode()).isEqualTo(200);
  }

  @Test
  void theReportOfAReaderWhoHasGoneIsNotMadeAndTheNextOneIs() throws Exception {
    begin("an", "an1");
    begin("an", "an2");
    awaitAsked(2);
    try (var leaving = new Socket(InetAddress.getLoopbackAddress(), pulse.port())) {
      leaving
          .getOutputStream()
          .write(
              "GET /api/manage/held?name=gone HTTP/1.1\r\nHost: x\r\n%s: an\r\n\r\n"
                  .formatted(ManageTester.AS)
                  .getBytes(StandardCharsets.US_ASCII));
      awaitAsked(3);
    }
    var stays = ask("an", "stays");
    awaitAsked(4);
    await().until(() -> gone.getCount() == 0);
    letGo("an1");
    letGo("stays");
    assertThat(stays.get().statusCode()).isEqualTo(200);
    letGo("an2");
    assertThat(begun).containsExactlyInAnyOrder("an1", "an2", "stays");
  }

  private List<RouteProvider> features(ManageTester.Parts parts) {
    var pool = new BlockingPool(parts.vertx(), "test", THREADS, new SimpleMeterRegistry());
    var queue = new ReportQueue(parts.vertx(), pool, SHARE);
    return List.of(
        routes ->
            routes.add(
                HttpMethod.GET,
                "/held",
                RequiredAccess.SIGNED_IN,
                requestContext -> held(queue, requestContext)));
  }

  private void held(ReportQueue queue, RequestContext requestContext) {
    String name = Objects.requireNonNull(requestContext.query("name"));
    if (name.equals("gone")) {
      requestContext.context().response().closeHandler(closed -> gone.countDown());
    }
    requestContext.json(queue.make(requestContext, report(name)));
    asked.add(name);
  }

  private Callable<String> report(String name) {
    return () -> {
      begun.add(name);
      gate(name).await();
      if (name.startsWith("fails")) {
        throw new IOException("as the test wants");
      }
      return name;
    };
  }

  private Future<HttpResponse<String>> ask(String account, String name) {
    String address =
        "http://127.0.0.1:%d/api/manage/held?name=%s"
            .formatted(pulse.port(), name.replace(" ", "+"));
    var request = HttpRequest.newBuilder(URI.create(address)).header(ManageTester.AS, account);
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Asks without looking at the answer. */
  private void begin(String account, String name) {
    unread.add(ask(account, name));
  }

  private void awaitAsked(int reports) {
    await().atMost(Duration.ofSeconds(30)).until(() -> asked.size() >= reports);
  }

  private void letGo(String name) {
    gate(name).countDown();
  }

  private CountDownLatch gate(String name) {
    return gates.computeIfAbsent(name, none -> new CountDownLatch(open ? 0 : 1));
  }

  private void letAllGo() {
    open = true;
    gates.values().forEach(CountDownLatch::countDown);
  }
}
