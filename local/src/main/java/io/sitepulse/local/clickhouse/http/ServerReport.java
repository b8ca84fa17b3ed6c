package io.sitepulse.local.clickhouse.http;

import java.util.Optional;
import java.util.OptionalInt;

/** The line on its standard output by which the child tells its parent how it started. */
public final class ServerReport {
  private static final String READY = "sitepulse-clickhouse ready port=";
  private static final String FAILED = "sitepulse-clickhouse failed: ";

  private ServerReport() {}

  static String ready(int port) {
    return READY + port;
  }

  /** One line, whatever the reason contains. */
  static String failed(String reason) {
    return FAILED + reason.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /** The port, when the line says that the server listens. */
  public static OptionalInt port(String line) {
    return line.startsWith(READY)
        ? OptionalInt.of(Integer.parseInt(line.substring(READY.length())))
        : OptionalInt.empty();
  }

  /** The reason, when the line says that the server could not start. */
  public static Optional<String> failure(String line) {
    return line.startsWith(FAILED)
        ? Optional.of(line.substring(FAILED.length()))
        : Optional.empty();
  }
}
