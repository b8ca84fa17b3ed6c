package io.sitepulse.runtime.kafka;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Properties of Kafka clients. They may contain a password, so {@code toString} hides them.
 *
 * @param text in the format of a {@code .properties} file
 */
public record KafkaClientProperties(String text) {
  /** None. */
  public static final KafkaClientProperties NONE = new KafkaClientProperties("");

  /** Parses the text. */
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
