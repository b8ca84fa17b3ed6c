package io.sitepulse.contract.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Queries live in {@code .sql} resources beside the class that asks them, one a file. */
public final class SqlFile {
  private SqlFile() {}

  /**
   * Reads a query.
   *
   * @param neighbour the class beside which the file lies
   * @param name file name, with {@code .sql}
   * @throws IllegalArgumentException if there is no such file
   */
  public static String read(Class<?> neighbour, String name) {
    try (var stream = neighbour.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no " + name + " beside " + neighbour.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
