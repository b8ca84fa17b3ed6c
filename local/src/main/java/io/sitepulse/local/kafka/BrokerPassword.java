package io.sitepulse.local.kafka;

import io.sitepulse.runtime.kafka.KafkaClientProperties;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The password of a broker's clients and of its controller, or none. Without one, any local user
 * could read and write every topic through the loopback port.
 *
 * @param text letters that need no quoting, or empty for a broker that asks for no password
 */
record BrokerPassword(String text) {
  /** For a broker that asks for no password. */
  static final BrokerPassword NONE = new BrokerPassword("");

  private static final String MECHANISM = "PLAIN";
  private static final String USER = "sitepulse";
  private static final String MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";
  private static final int BYTES = 32;

  /** Creates a password of random bytes. */
  static BrokerPassword random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new BrokerPassword(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Adds the protocol of the listeners, and what they ask for, to the settings of a broker. */
  void addTo(Properties broker, String clients, String controller) {
    String map = clients + ":" + protocol() + "," + controller + ":" + protocol();
    broker.put("listener.security.protocol.map", map);
    if (text.isEmpty()) {
      return;
    }
    broker.put("sasl.enabled.mechanisms", MECHANISM);
    broker.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
    broker.put("sasl.mechanism.controller.protocol", MECHANISM);
    // The broker is a client of both listeners too. Each "user_" is one that it lets in.
    String both = login() + " user_" + USER + "=\"" + text + "\";";
    broker.put(jaas(clients), both);
    broker.put(jaas(controller), both);
  }

  /** Returns the settings of a client. */
  KafkaClientProperties client() {
    if (text.isEmpty()) {
      return KafkaClientProperties.NONE;
    }
    return KafkaClientProperties.of(
        Map.of(
            "security.protocol",
            protocol(),
            "sasl.mechanism",
            MECHANISM,
            "sasl.jaas.config",
            login() + ";"));
  }

  private String protocol() {
    return text.isEmpty() ? "PLAINTEXT" : "SASL_PLAINTEXT";
  }

  private String login() {
    return MODULE + " username=\"" + USER + "\" password=\"" + text + "\"";
  }

  private static String jaas(String listener) {
    return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config";
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "none" : "***";
  }
}
