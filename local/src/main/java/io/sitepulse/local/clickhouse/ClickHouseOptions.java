package io.sitepulse.local.clickhouse;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Options of the embedded engine.
 *
 * @param dataDirectory folder of the data, created if it does not exist
 * @param port port on the loopback address, 0 for any free port
 * @param password password that clients must send. It is never printed
 * @param maxMemoryBytes memory limit of all queries together. A query that would exceed it fails,
 *     the server goes on
 */
public record ClickHouseOptions(
    Path dataDirectory, int port, String password, long maxMemoryBytes) {
  private static final long DEFAULT_MEMORY = 2L << 30;
  private static final long SMALLEST_MEMORY = 512L << 20;
  private static final int MAX_PORT = 65_535;
  private static final int PASSWORD_BYTES = 24;

  public ClickHouseOptions {
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    if (password.isBlank()) {
      throw new IllegalArgumentException("password must not be blank");
    }
    if (maxMemoryBytes < SMALLEST_MEMORY) {
      throw new IllegalArgumentException("maxMemoryBytes must be at least " + SMALLEST_MEMORY);
    }
  }

  /** Any free port, a random password, 2 GiB. */
  public static ClickHouseOptions in(Path dataDirectory) {
    return new ClickHouseOptions(dataDirectory, 0, randomPassword(), DEFAULT_MEMORY);
  }

  private static String randomPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  public ClickHouseOptions withPort(int other) {
    return new ClickHouseOptions(dataDirectory, other, password, maxMemoryBytes);
  }

  public ClickHouseOptions withPassword(String other) {
    return new ClickHouseOptions(dataDirectory, port, other, maxMemoryBytes);
  }

  public ClickHouseOptions withMaxMemoryBytes(long other) {
    return new ClickHouseOptions(dataDirectory, port, password, other);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ClickHouseOptions[dataDirectory=%s, port=%d, maxMemoryBytes=%d]"
        .formatted(dataDirectory, port, maxMemoryBytes);
  }
}
