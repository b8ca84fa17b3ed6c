package io.sitepulse.ingest.useragent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.event.Agent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The parser with analyzers that work only when the test lets them. */
class AnalyzerPoolTest {
  private static final int THREADS = 2;
  private static final AnalyzerPool.Limits LIMITS = new AnalyzerPool.Limits(THREADS, 100, 50, 20);
  private static final Agent WEBVIEW = new Agent("Phone", "Chrome Webview", "Android", null);

  private final Vertx vertx = Vertx.vertx();
  private final Semaphore permits = new Semaphore(0);
  private final Semaphore started = new Semaphore(0);
  private final ConcurrentLinkedQueue<String> analyzed = new ConcurrentLinkedQueue<>();
  private final AtomicLong nanos = new AtomicLong();
  private final YauaaUserAgentParser agents =
      new YauaaUserAgentParser(
          vertx, 10_000, new AnalyzerPool(LIMITS, () -> this::analyze, nanos::get));

  @AfterEach
  void close() {
    permits.release(1_000_000);
    agents.close();
    vertx.close().await();
  }

  @Test
  void usualBrowsersDoNotWaitForTheAnalyzers() {
    flood(200);
    for (int version = 0; version < 88; version++) {
      Future<Agent> agent =
          agents.of(
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " Chrome/131.0."
                  + version
                  + ".0 Safari/537.36");
      assertThat(agent.isComplete()).isTrue();
      assertThat(agent.result()).isEqualTo(new Agent("Desktop", "Chrome", "Windows NT", null));
    }
  }

  @Test
  void madeUpTextsAreNotRefusedAndCostALimitedNumberOfAnalyses() {
    List<Future<Agent>> madeUp = flood(200);
    assertThat(madeUp.stream().filter(agent -> !agent.isComplete()).count())
        .isLessThanOrEqualTo(LIMITS.oddPerSecond());
    permits.release(1_000);
    assertThat(Future.all(madeUp).await().succeeded()).isTrue();
    assertThat(analyzed).hasSizeLessThanOrEqualTo(LIMITS.oddPerSecond());
    nanos.addAndGet(1_000_000_000);
    Future.all(flood(200)).await();
    assertThat(analyzed).hasSizeBetween(LIMITS.oddPerSecond() + 1, 2 * LIMITS.oddPerSecond());
  }

  @Test
  void browsersThatNeedAnAnalyzerComeBeforeMadeUpTexts() throws Exception {
    flood(200);
    started.acquire(THREADS);
    List<Future<Agent>> browsers = IntStream.range(0, 88).mapToObj(this::webview).toList();
    permits.release(THREADS + browsers.size());
    Future.all(browsers).await();
    assertThat(browsers).extracting(Future::result).containsOnly(WEBVIEW);
    assertThat(analyzed)
        .filteredOn(text -> !text.contains("; wv)"))
        .hasSizeLessThanOrEqualTo(THREADS);
  }

  @Test
  void browsersAboveTheLimitAreClassifiedBySimpleRulesAndAnalyzedLater() {
    int waiting = LIMITS.usual() + THREADS;
    List<Future<Agent>> browsers = IntStream.range(0, 300).mapToObj(this::webview).toList();
    assertThat(browsers.stream().filter(agent -> !agent.isComplete()).count())
        .isLessThanOrEqualTo(waiting);
    permits.release(1_000);
    Future.all(browsers).await();
    assertThat(browsers).extracting(Future::result).containsOnly(WEBVIEW);
    assertThat(webview(299).await()).isEqualTo(WEBVIEW);
    assertThat(analyzed).anyMatch(text -> text.contains("M299"));
  }

  @Test
  void requestsWithTheSameTextShareOneAnalysis() {
    List<Future<Agent>> same = IntStream.range(0, 2_001).mapToObj(i -> webview(1)).toList();
    permits.release(1_000);
    Future.all(same).await();
    assertThat(analyzed).hasSize(1);
  }

  @Test
  void textsWaitForTheFirstAnalyzer() {
    var made = new CompletableFuture<Analyzer>();
    try (var parser = parser(made::join)) {
      Future<Agent> waiting = parser.of(webviewText(1));
      assertThat(waiting.isComplete()).isFalse();
      permits.release(1);
      made.complete(this::analyze);
      assertThat(waiting.await()).isEqualTo(WEBVIEW);
    }
  }

  @Test
  void anAnalyzerThatCannotBeMadeLeavesTheSimpleRulesAndIsTold() {
    try (var parser =
        parser(
            () -> {
              throw new IllegalStateException("no rules");
            })) {
      assertThat(parser.of(webviewText(1)).await()).isEqualTo(WEBVIEW);
      assertThat(parser.isUsable()).isFalse();
    }
    assertThat(agents.isUsable()).isTrue();
  }

  @Test
  void fewTextsNeedOneAnalyzerAndAnEndedPoolLeavesItsOwn() {
    var made = new AtomicLong();
    var shared =
        new SharedAnalyzers(
            () -> {
              made.incrementAndGet();
              return this::analyze;
            });
    permits.release(1_000);
    for (int start = 0; start < 3; start++) {
      var pool = new AnalyzerPool(LIMITS, shared, nanos::get);
      pool.analyze(webviewText(start), false).join();
      pool.close();
      await().until(() -> shared.idle() == 1);
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void theAnalyzerIsMadeWhenItIsWanted() {
    var made = new Semaphore(0);
    AnalyzerPool.Source source =
        () -> {
          made.release();
          return this::analyze;
        };
    try (var parser = parser(source)) {
      assertThat(parser.of("Mozilla/5.0 (compatible; Googlebot/2.1)").isComplete()).isTrue();
      assertThat(made.availablePermits()).isZero();
      parser.prepare();
      made.acquireUninterruptibly();
      permits.release(1);
      assertThat(parser.of(webviewText(1)).await()).isEqualTo(WEBVIEW);
      assertThat(made.availablePermits()).isZero();
    }
  }

  @Test
  void aFaultOfTheAnalyzerLeavesTheSimpleRules() {
    permits.release(1_000);
    assertThat(webview(13_000).await()).isEqualTo(WEBVIEW);
    assertThat(webview(1).await()).isEqualTo(WEBVIEW);
  }

  private Future<Agent> webview(int model) {
    return agents.of(webviewText(model));
  }

  private static String webviewText(int model) {
    return "Mozilla/5.0 (Linux; Android 14; M"
        + model
        + "; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0"
        + " Mobile Safari/537.36";
  }

  private YauaaUserAgentParser parser(AnalyzerPool.Source source) {
    return new YauaaUserAgentParser(vertx, 10, new AnalyzerPool(LIMITS, source, nanos::get));
  }

  /** Sends made-up user agents of 1,020 characters. */
  private List<Future<Agent>> flood(int count) {
    var sent = new ArrayList<Future<Agent>>();
    for (int i = 0; i < count; i++) {
      String head = "Mozilla/5.0 (Windows NT 10.0) Chrome/" + nanos.get() + "." + i + " ";
      sent.add(agents.of(head + "x1 ".repeat(340).substring(0, 1_020 - head.length())));
    }
    return sent;
  }

  private ParsedUserAgent analyze(String text) {
    started.release();
    permits.acquireUninterruptibly();
    analyzed.add(text);
    if (text.contains("M13000")) {
      throw new IllegalStateException("A fault for the test.");
    }
    return new ParsedUserAgent("Phone", "Browser Webview", "Chrome Webview", "Android");
  }
}
