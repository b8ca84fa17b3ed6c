package io.sitepulse.local;

import io.sitepulse.local.clickhouse.EmbeddedClickHouse;
import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an embedded ClickHouse running: if its process dies it is started again, a second later.
 * Meanwhile counting goes on, and the sink waits.
 */
final class EmbeddedClickHouseSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouseSupervisor.class);
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, EmbeddedClickHouseSupervisor::run);

  private final EmbeddedClickHouse server;
  private volatile boolean wanted = true;
  private volatile CompletableFuture<Void> watching = CompletableFuture.completedFuture(null);

  private EmbeddedClickHouseSupervisor(EmbeddedClickHouse server) {
    this.server = server;
  }

  /**
   * Starts ClickHouse on any free port.
   *
   * @throws StartException if it does not start
   */
  static EmbeddedClickHouseSupervisor start(Path data) throws InterruptedException {
    try {
      var supervisor = new EmbeddedClickHouseSupervisor(EmbeddedClickHouse.start(data, 0));
      supervisor.watch();
      return supervisor;
    } catch (IOException e) {
      throw new StartException("ClickHouse does not start: " + e.getMessage(), e);
    }
  }

  EmbeddedClickHouse server() {
    return server;
  }

  /** Sets if a server that died is restarted. */
  void keep(boolean wanted) {
    this.wanted = wanted;
    if (wanted && !server.isAlive()) {
      restart();
    }
  }

  @Override
  public void close() {
    wanted = false;
    watching.cancel(false);
    server.close();
  }

  private void watch() {
    watching = server.onExit().thenRunAsync(this::restartIfWanted, LATER);
  }

  private void restartIfWanted() {
    if (wanted) {
      LOG.warn("clickhouse exited, restarting it");
      restart();
    }
  }

  private void restart() {
    try {
      server.restart();
      watch();
    } catch (IOException e) {
      LOG.atError().addKeyValue("error", e.getMessage()).log("clickhouse does not start");
      LATER.execute(this::restartIfWanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Runnable task) {
    var thread = new Thread(task, "clickhouse-supervisor");
    thread.setDaemon(true);
    thread.start();
  }
}
