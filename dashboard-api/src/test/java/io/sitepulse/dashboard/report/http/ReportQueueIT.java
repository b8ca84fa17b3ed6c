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

/** The report queue over HTTP, with reports that block until the test releases them. */
class ReportQueueIT {
  private static final int THREADS = 3;
  private static final int SHARE = 2;
  private static final int WAITING = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration MOMENT = Duration.ofMillis(100);

  /** HTTP/1.1, because HTTP/2 allows only a hundred concurrent requests. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final CountDownLatch disconnected = new CountDownLatch(1);
  private final List<Future<HttpResponse<String>>> unread = new ArrayList<>();
  private final List<String> requested = new CopyOnWriteArrayList<>();
  private final List<String> started = new CopyOnWriteArrayList<>();
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
  void runsTheReportsOfAnAccountInOrderUpToItsLimit() throws Exception {
    var answers = new ArrayList<Future<HttpResponse<String>>>();
    for (int i = 1; i <= 5; i++) {
      answers.add(send("an", "an" + i));
      awaitRequested(i);
    }
    await().until(() -> started.size() == SHARE);
    release("an2");
    await().until(() -> started.size() == SHARE + 1);
    release("an1");
    await().until(() -> started.size() == SHARE + 2);
    assertThat(started.subList(0, SHARE)).containsExactlyInAnyOrder("an1", "an2");
    assertThat(started.subList(SHARE, SHARE + 2)).containsExactly("an3", "an4");
    List.of("an3", "an4", "an5").forEach(this::release);
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
    assertThat(answers.get(4).get().body()).isEqualTo("\"an5\"");
  }

  @Test
  void manyReportsOfOneAccountDoNotDelayAnother() throws Exception {
    for (int i = 1; i <= 20; i++) {
      sendOnly("an", "an" + i);
    }
    awaitRequested(20);
    var other = send("ba", "ba1");
    await().until(() -> started.contains("ba1"));
    release("ba1");
    assertThat(other.get().statusCode()).isEqualTo(200);
    assertThat(started.stream().filter(name -> name.startsWith("an"))).hasSize(SHARE);
  }

  @Test
  void rejectsWith503AndRetryAfterIfTooManyAreWaiting() throws Exception {
    for (int i = 1; i <= SHARE + WAITING; i++) {
      sendOnly("an", "an" + i);
    }
    awaitRequested(SHARE + WAITING);
    var refused = send("an", "one too many").get();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
        .hasValueSatisfying(seconds -> assertThat(seconds).isPositive());
    var other = send("ba", "ba1");
    await().until(() -> started.contains("ba1"));
    release("ba1");
    assertThat(other.get().statusCode()).isEqualTo(200);

    started.forEach(this::release);
    await().until(() -> started.size() > SHARE + 1);
    var again = send("an", "room again");
    releaseAll();
    assertThat(again.get().statusCode()).isEqualTo(200);
  }

  @Test
  void startsTheNextReportAfterAFailure() throws Exception {
    var failing = List.of(send("an", "fails 1"), send("an", "fails 2"));
    var next = send("an", "an1");
    awaitRequested(3);
    release("fails 1");
    release("fails 2");
    for (var answer : failing) {
      assertThat(answer.get().statusCode()).isEqualTo(500);
    }
    release("an1");
    assertThat(next.get().statusCode()).isEqualTo(200);
  }

  @Test
  void skipsTheReportOfADisconnectedClient() throws Exception {
    sendOnly("an", "an1");
    sendOnly("an", "an2");
    awaitRequested(2);
    try (var leaving = new Socket(InetAddress.getLoopbackAddress(), pulse.port())) {
      leaving
          .getOutputStream()
          .write(
              "GET /api/manage/held?name=disconnected HTTP/1.1\r\nHost: x\r\n%s: an\r\n\r\n"
                  .formatted(ManageTester.AS)
                  .getBytes(StandardCharsets.US_ASCII));
      awaitRequested(3);
    }
    var stays = send("an", "stays");
    awaitRequested(4);
    await().until(() -> disconnected.getCount() == 0);
    release("an1");
    release("stays");
    assertThat(stays.get().statusCode()).isEqualTo(200);
    release("an2");
    assertThat(started).containsExactlyInAnyOrder("an1", "an2", "stays");
  }

  /** The report that waits longer than its work may take is answered by its work all the same. */
  @Test
  void timeInTheQueueIsNoneOfTheWork() throws Exception {
    var held = List.of(send("an", "an1"), send("an", "an2"));
    await().until(() -> started.size() == SHARE);
    release("late an");
    var waiting = send("an", "late an");
    awaitRequested(3);
    // The other account's report begins at once, and its work takes too long.
    assertThat(send("ba", "late ba").get().body()).isEqualTo("\"AWAY\"");
    assertThat(waiting.isDone()).isFalse();
    release("an1");
    assertThat(waiting.get().body()).isEqualTo("\"late an\"");
    release("an2");
    for (var answer : held) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aReportThatWaitsTooLongSaysThatOthersAreBusy() throws Exception {
    sendOnly("an", "an1");
    sendOnly("an", "an2");
    await().until(() -> started.size() == SHARE);
    assertThat(send("an", "impatient").get().body()).isEqualTo("\"BUSY\"");
    assertThat(started).doesNotContain("impatient");
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
    if (name.equals("disconnected")) {
      requestContext.context().response().closeHandler(closed -> disconnected.countDown());
    }
    boolean late = name.startsWith("late");
    requestContext.json(
        late || name.equals("impatient")
            ? queue.run(
                requestContext,
                report(name),
                new ReportQueue.Limits(late ? PATIENCE : MOMENT, MOMENT),
                Enum::name)
            : queue.run(requestContext, report(name)));
    requested.add(name);
  }

  private Callable<String> report(String name) {
    return () -> {
      started.add(name);
      gate(name).await();
      if (name.startsWith("fails")) {
        throw new IOException("expected by the test");
      }
      return name;
    };
  }

  private Future<HttpResponse<String>> send(String account, String name) {
    String address =
        "http://127.0.0.1:%d/api/manage/held?name=%s"
            .formatted(pulse.port(), name.replace(" ", "+"));
    var request = HttpRequest.newBuilder(URI.create(address)).header(ManageTester.AS, account);
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a request and ignores the response. */
  private void sendOnly(String account, String name) {
    unread.add(send(account, name));
  }

  private void awaitRequested(int reports) {
    await().until(() -> requested.size() >= reports);
  }

  private void release(String name) {
    gate(name).countDown();
  }

  private CountDownLatch gate(String name) {
    return gates.computeIfAbsent(name, none -> new CountDownLatch(open ? 0 : 1));
  }

  private void releaseAll() {
    open = true;
    gates.values().forEach(CountDownLatch::countDown);
  }
}
