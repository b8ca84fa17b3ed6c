package io.sitepulse.dashboard.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads text files from the class path. */
public final class ClasspathResource {
  private ClasspathResource() {}

  /**
   * Reads a UTF-8 resource.
   *
   * @param name path relative to the package of {@code neighbour}, or absolute if it begins with a
   *     slash
   * @throws IllegalStateException if there is no such resource
   */
  public static String text(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
