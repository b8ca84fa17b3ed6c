package io.sitepulse.local.rebuild;

import io.sitepulse.local.backup.Storage;
import io.sitepulse.local.instance.StartException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Makes the sink read all topics from their beginning again. Each of its writes is an upsert, so
 * rows that are there stay as they are, and missing ones are written.
 */
public final class ClickHouseRebuild {
  private final Storage storage;

  public ClickHouseRebuild(Storage storage) {
    this.storage = storage;
  }

  /**
   * Deletes the offsets of the sink.
   *
   * @throws StartException if a sink runs
   */
  public void run() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(storage.kafka().client())) {
      admin.deleteConsumerGroups(List.of(storage.sink())).all().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        throw new StartException(
            "streams runs: the consumer group "
                + storage.sink()
                + " has members. Stop all processes of streams first");
      }
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }
}
