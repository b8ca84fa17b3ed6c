package io.sitepulse.local.replay;

import io.sitepulse.ingest.useragent.YauaaUserAgentParser;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/**
 * The robot rule of ingest, in this process. It takes seconds to load, so loading begins at once in
 * the background.
 */
public final class AgentBots implements BotDetector, AutoCloseable {
  private static final int REMEMBERED = 10_000;

  private final CompletableFuture<YauaaUserAgentParser> agents;

  public AgentBots(Vertx vertx) {
    this.agents =
        CompletableFuture.supplyAsync(
            () -> YauaaUserAgentParser.forReplay(vertx, REMEMBERED),
            task -> new Thread(task, "agents").start());
  }

  @Override
  public boolean isBot(String agent) {
    return agents.join().of(agent).await().bot() != null;
  }

  @Override
  public void close() {
    agents.join().close();
  }
}
