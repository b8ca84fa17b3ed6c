package io.sitepulse.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads queries from {@code .sql} resources beside the class that runs them, one query per file. A
 * subquery that several queries share has its own file, which they include:
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
   * Reads a query without its comment lines, because the driver would interpret a quote or a
   * question mark in a comment.
   *
   * @param neighbour a class of the package that contains the file
   * @param name file name with {@code .sql}. With a leading slash it is relative to the root of the
   *     resources.
   * @throws IllegalArgumentException if the file or an included file does not exist
   */
  public static String read(Class<?> neighbour, String name) {
    return read(neighbour, name, UnaryOperator.identity());
  }

  /**
   * Reads a query and replaces some of its included files.
   *
   * @param included maps the name of an included file to the name of the file to read
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
