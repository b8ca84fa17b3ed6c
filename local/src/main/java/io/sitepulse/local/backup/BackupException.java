package io.sitepulse.local.backup;

import java.io.IOException;

/** A backup or a restore that cannot be done. The message is one line for people. */
public final class BackupException extends IOException {
  private static final long serialVersionUID = 1;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A failure of Kafka or ClickHouse, by the message of its root cause. */
  static BackupException of(String system, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return new BackupException(
        system + " failed: " + message.lines().findFirst().orElse(""), failure);
  }
}
