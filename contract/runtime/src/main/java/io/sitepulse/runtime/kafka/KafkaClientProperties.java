package io.sitepulse.runtime.kafka;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Client properties that may hold a password; it never shows in a log.
 *
 * @param text in the format of a {@code .properties} file
 */
public record KafkaClientProperties(String text) {
  /** None. */
  public static final KafkaClientProperties NONE = new KafkaClientProperties("");

  /** The properties, one a line. */
  public Properties lines() {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "none" : "***";
  }
}
