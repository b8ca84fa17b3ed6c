package io.sitepulse.streams.runner;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Tracks the stores that are being restored from their changelogs. */
final class RestoreProgress implements StateRestoreListener {
  private final Set<TopicPartition> restoring = ConcurrentHashMap.newKeySet();

  /** Returns whether no store is being restored. */
  boolean isDone() {
    return restoring.isEmpty();
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
    restoring.add(partition);
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long offset, long count) {}

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    restoring.remove(partition);
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long total) {
    restoring.remove(partition);
  }
}
