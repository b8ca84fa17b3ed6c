package io.sitepulse.runtime.kafka;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;

/**
 * The time by the clock of Kafka's active controller.
 *
 * @param controller its node id
 */
public record ControllerTime(int controller, Instant now) {
  /**
   * Asks the controller for the state of its quorum, in which it tells its time. Nothing is written
   * for it.
   *
   * @return empty if the answer has no time
   * @throws ExecutionException if the request is not allowed, not known, or not answered
   */
  public static Optional<ControllerTime> ask(Admin admin)
      throws ExecutionException, InterruptedException {
    QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get();
    // The leader of the quorum has caught up with itself now, by its own clock.
    return quorum.voters().stream()
        .filter(voter -> voter.replicaId() == quorum.leaderId())
        .flatMap(voter -> voter.lastCaughtUpTimestamp().stream().boxed())
        .map(time -> new ControllerTime(quorum.leaderId(), Instant.ofEpochMilli(time)))
        .findFirst();
  }
}
