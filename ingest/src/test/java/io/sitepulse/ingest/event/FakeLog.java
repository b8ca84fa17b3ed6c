package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.ingest.kafka.EventLog;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A log in memory that can fail or be slow. */
final class FakeLog implements EventLog {
  final List<PageView> events = new CopyOnWriteArrayList<>();
  volatile boolean away;
  volatile @Nullable Promise<Void> slow;

  @Override
  public Future<Void> append(List<PageView> more) {
    if (away) {
      return Future.failedFuture(Problem.unavailable("away").asException());
    }
    events.addAll(more);
    Promise<Void> ack = slow;
    return ack == null ? Future.succeededFuture() : ack.future();
  }
}
