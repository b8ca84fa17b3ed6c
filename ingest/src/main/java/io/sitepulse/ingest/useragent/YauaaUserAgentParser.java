package io.sitepulse.ingest.useragent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sitepulse.contract.event.Agent;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import nl.basjes.parse.useragent.UserAgentAnalyzer;

/**
 * Parses user agents with Yauaa on a thread of its own and caches the results. The analyzer takes
 * about a millisecond and is not thread-safe.
 */
public final class YauaaUserAgentParser implements UserAgentParser, AutoCloseable {
  private static final int LONGEST = 1024;
  private static final int WAITING_LIMIT = 2_000;

  private static final String FIRST =
      "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/131.0.0.0 Mobile Safari/537.36";

  private final Cache<String, Agent> known;
  private final WorkerExecutor thread;
  private final UserAgentAnalyzer analyzer;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Builds the analyzer. Blocks for a second or two.
   *
   * @param cached size of the cache
   */
  public YauaaUserAgentParser(Vertx vertx, int cached) {
    this.known = Caffeine.newBuilder().maximumSize(cached).build();
    this.thread = vertx.createSharedWorkerExecutor("user-agents", 1);
    this.analyzer =
        UserAgentAnalyzer.newBuilder()
            .hideMatcherLoadStats()
            .withoutCache()
            .withField("DeviceClass")
            .withField("AgentClass")
            .withField("AgentName")
            .withField("OperatingSystemName")
            .build();
    read(FIRST); // Warms up the analyzer, because the first text takes a second.
  }

  @Override
  public Future<Agent> of(String userAgent) {
    String text = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    Agent agent = text.isBlank() ? UserAgentRules.none() : known.getIfPresent(text);
    return agent == null ? later(text) : Future.succeededFuture(agent);
  }

  @Override
  public void close() {
    thread.close();
  }

  private Future<Agent> later(String text) {
    if (waiting.incrementAndGet() > WAITING_LIMIT) {
      waiting.decrementAndGet();
      return Future.failedFuture(
          Problem.unavailable("Too many new user agents at once.").asException());
    }
    return thread
        .executeBlocking(() -> known.get(text, this::read), false)
        .onComplete(done -> waiting.decrementAndGet());
  }

  private Agent read(String text) {
    var found = analyzer.parse(text);
    return UserAgentRules.agent(
        text,
        new ParsedUserAgent(
            found.getValue("DeviceClass"),
            found.getValue("AgentClass"),
            found.getValue("AgentName"),
            found.getValue("OperatingSystemName")));
  }
}
