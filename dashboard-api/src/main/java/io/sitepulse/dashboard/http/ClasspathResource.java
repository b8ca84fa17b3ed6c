package io.sitepulse.dashboard.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that come with the program. */
public final class ClasspathResource {
  private ClasspathResource() {}

  /**
   * The text of one.
   *
   * @param neighbour whose package it is in, unless its name begins with a slash
   * @throws IllegalStateException if the program was built without it
   */
  public static String text(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
