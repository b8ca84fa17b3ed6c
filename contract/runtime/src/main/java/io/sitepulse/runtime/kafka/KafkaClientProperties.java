package io.sitepulse.runtime.kafka;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Properties of Kafka clients. They may contain a password, so {@code toString} hides them.
 *
 * @param text in the format of a {@code .properties} file
 */
public record KafkaClientProperties(String text) {
  /** None. */
  public static final KafkaClientProperties NONE = new KafkaClientProperties("");

  /** Writes properties as text. A value must need no escapes but those of its line. */
  public static KafkaClientProperties of(Map<String, String> properties) {
    return new KafkaClientProperties(
        new TreeMap<>(properties)
            .entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining("\n")));
  }

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
