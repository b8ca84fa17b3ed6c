package io.sitepulse.local.replay;

import io.sitepulse.ingest.useragent.YauaaUserAgentParser;
import io.vertx.core.Vertx;

/** The robot rule of ingest, in this process. Its analyzer is loaded in the background. */
public final class AgentBots implements BotDetector, AutoCloseable {
  private static final int REMEMBERED = 10_000;

  private final YauaaUserAgentParser agents;

  public AgentBots(Vertx vertx) {
    this.agents = YauaaUserAgentParser.forReplay(vertx, REMEMBERED);
  }

  @Override
  public boolean isBot(String agent) {
    return agents.of(agent).await().bot() != null;
  }

  @Override
  public void close() {
    agents.close();
  }
}
