package io.sitepulse.local.backup;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Waits until no process counts or writes to ClickHouse. */
final class IdleGroups {
  /** Streams does not leave its group when it ends. Kafka waits for it this long by default. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final long RETRY_MS = 500;

  private IdleGroups() {}

  /**
   * Waits until the groups of an installation have no members.
   *
   * @throws BackupException if they still have members after a time
   */
  static void await(Storage storage, Duration longest)
      throws IOException, ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    try (Admin admin = Admin.create(storage.kafka().client())) {
      for (String group : List.of(storage.counting(), storage.sink())) {
        while (!isIdle(admin, group)) {
          if (System.nanoTime() > deadline) {
            throw new BackupException(
                "streams runs: the consumer group "
                    + group
                    + " has members. Stop all processes of streams for the time of the backup");
          }
          Thread.sleep(RETRY_MS);
        }
      }
    }
  }

  private static boolean isIdle(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .map(ConsumerGroupDescription::groupState)
          .allMatch(state -> state == GroupState.EMPTY || state == GroupState.DEAD);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return true;
      }
      throw e;
    }
  }
}
