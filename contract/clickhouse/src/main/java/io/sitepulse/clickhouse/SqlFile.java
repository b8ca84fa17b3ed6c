package io.sitepulse.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries live in {@code .sql} resources beside the class that asks them, one a file. What several
 * queries ask alike is a file of its own, which they include where its SELECT belongs:
 *
 * <pre>
 * FROM
 * (
 *     -- include /io/sitepulse/clickhouse/visits.sql
 * ) AS events
 * </pre>
 */
public final class SqlFile {
  private static final String COMMENT = "--";
  private static final String INCLUDE = "-- include ";

  private SqlFile() {}

  /**
   * Reads a query, without its comment lines: the driver would take a quote or a question mark in
   * them for the query's own.
   *
   * @param neighbour the class beside which the file lies
   * @param name file name, with {@code .sql}; with a slash before it, from the root of all
   *     resources
   * @throws IllegalArgumentException if there is no such file, or none of those it includes
   */
  public static String read(Class<?> neighbour, String name) {
    return read(neighbour, name, UnaryOperator.identity());
  }

  /**
   * The same, where a query can be asked of one file or another.
   *
   * @param included the file to take in the place of one that is to be included
   */
  public static String read(Class<?> neighbour, String name, UnaryOperator<String> included) {
    return text(neighbour, name)
        .lines()
        .flatMap(line -> resolved(neighbour, line, included))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> resolved(
      Class<?> neighbour, String line, UnaryOperator<String> included) {
    String bare = line.strip();
    if (bare.startsWith(INCLUDE)) {
      String file = included.apply(bare.substring(INCLUDE.length()).strip());
      return read(neighbour, file, included).lines();
    }
    return bare.startsWith(COMMENT) ? Stream.of() : Stream.of(line);
  }

  private static String text(Class<?> neighbour, String name) {
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
