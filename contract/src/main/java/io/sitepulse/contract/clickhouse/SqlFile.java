package io.sitepulse.contract.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Queries live in {@code .sql} resources beside the class that asks them, one a file. */
public final class SqlFile {
  private SqlFile() {}

  /**
   * Reads a query, without its comment lines: the driver would take a quote or a question mark in
   * them for the query's own.
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
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.stripLeading().startsWith("--"))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
