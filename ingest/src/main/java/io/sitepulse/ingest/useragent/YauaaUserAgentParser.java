package io.sitepulse.ingest.useragent;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sitepulse.contract.event.Agent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/**
 * Parses user agents and caches the results. Crawlers of the list and the usual browsers are
 * recognised by simple rules. Yauaa analyzes the rest on threads of its own. Requests with the same
 * text wait for one analysis. What the threads have no time for is classified by simple rules.
 */
public final class YauaaUserAgentParser implements UserAgentParser, AutoCloseable {
  private static final int LONGEST = 1024;

  /** Length above which a text is odd. Browsers and most apps need less. */
  private static final int USUAL_LENGTH = 400;

  private static final AnalyzerPool.Limits COLLECTOR = new AnalyzerPool.Limits(2, 2_000, 50, 20);

  private static final AnalyzerPool.Limits REPLAY =
      new AnalyzerPool.Limits(1, 10_000, 10_000, 1_000_000_000);

  private final Vertx vertx;
  private final AsyncCache<String, Agent> known;
  private final AnalyzerPool pool;

  /**
   * Creates the parser of a collector, with one analyzer, and a second one under load. Making one
   * takes some seconds. Texts that need it wait, and the usual browsers do not need it.
   *
   * @param cached size of the cache
   */
  public YauaaUserAgentParser(Vertx vertx, int cached) {
    this(vertx, cached, new AnalyzerPool(COLLECTOR, SharedAnalyzers.OF_PROCESS, System::nanoTime));
  }

  YauaaUserAgentParser(Vertx vertx, int cached, AnalyzerPool pool) {
    this.vertx = vertx;
    this.known = Caffeine.newBuilder().maximumSize(cached).buildAsync();
    this.pool = pool;
  }

  /**
   * Creates a parser with one analyzer that analyzes each text, however odd. For trusted input.
   *
   * @param cached size of the cache
   */
  public static YauaaUserAgentParser forReplay(Vertx vertx, int cached) {
    return new YauaaUserAgentParser(
        vertx, cached, new AnalyzerPool(REPLAY, SharedAnalyzers.OF_PROCESS, System::nanoTime));
  }

  @Override
  public Future<Agent> of(String userAgent) {
    String text = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    if (text.isBlank()) {
      return Future.succeededFuture(UserAgentRules.none());
    }
    CompletableFuture<Agent> agent = known.get(text, (absent, executor) -> classify(absent));
    if (agent.isCompletedExceptionally()) {
      return Future.succeededFuture(UserAgentRules.fallback(text));
    }
    if (agent.isDone()) {
      return Future.succeededFuture(agent.join());
    }
    return Future.fromCompletionStage(agent, vertx.getOrCreateContext())
        .otherwise(failure -> UserAgentRules.fallback(text));
  }

  /**
   * Begins to make the analyzer, if no text has needed one yet. Making it takes seconds of
   * processor time, which a process that starts has other use for.
   */
  public void prepare() {
    pool.prepare();
  }

  /** Returns false if an analyzer could not be made, so that simple rules classify all texts. */
  public boolean isUsable() {
    return pool.isUsable();
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Classifies a text. Fails if the analyzers have no time for it, so that it is not cached. */
  private CompletableFuture<Agent> classify(String text) {
    Agent quick = UserAgentRules.quick(text);
    if (quick != null) {
      return CompletableFuture.completedFuture(quick);
    }
    boolean odd = text.length() > USUAL_LENGTH || !BrowserRules.isBrowser(text);
    return pool.analyze(text, odd).thenApply(found -> UserAgentRules.agent(text, found));
  }
}
