package io.sitepulse.runtime.kafka;

import io.sitepulse.runtime.log.LogKeys;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alters the settings of existing topics that differ from the wanted ones. Each alteration is
 * logged. Where the broker refuses, a warning is logged and the start goes on, because the topics
 * can be used all the same.
 *
 * <p>{@code retention.ms} is set on creation only. An operator may keep events for longer, and the
 * start of a process must never delete them.
 */
final class TopicSettings {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSettings.class);
  private static final String RETENTION = "retention.ms";

  private TopicSettings() {}

  /**
   * Updates the settings of topics that exist.
   *
   * @param wanted settings of a topic
   */
  static void update(
      Admin admin, List<Topic<?>> topics, Function<Topic<?>, Map<String, String>> wanted)
      throws InterruptedException {
    Map<ConfigResource, Topic<?>> resources =
        topics.stream().collect(Collectors.toMap(TopicSettings::resource, Function.identity()));
    var descriptions = admin.describeConfigs(resources.keySet()).values();
    for (var description : descriptions.entrySet()) {
      Topic<?> topic = resources.get(description.getKey());
      if (topic != null) {
        update(admin, topic, wanted.apply(topic), description.getValue());
      }
    }
  }

  private static void update(
      Admin admin, Topic<?> topic, Map<String, String> wanted, KafkaFuture<Config> description)
      throws InterruptedException {
    try {
      Config present = description.get();
      List<ConfigEntry> differing =
          wanted.entrySet().stream()
              .filter(setting -> !setting.getKey().equals(RETENTION))
              .filter(setting -> !setting.getValue().equals(value(present, setting.getKey())))
              .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
              .toList();
      if (!differing.isEmpty()) {
        alter(admin, topic, differing);
        differing.forEach(setting -> logAltered(topic, present, setting));
      }
    } catch (ExecutionException e) {
      LOG.atWarn()
          .addKeyValue(LogKeys.TOPIC, topic.name())
          .addKeyValue(LogKeys.ERROR, String.valueOf(e.getCause()))
          .log("cannot update topic settings");
    }
  }

  private static void alter(Admin admin, Topic<?> topic, List<ConfigEntry> wanted)
      throws ExecutionException, InterruptedException {
    Collection<AlterConfigOp> alterations =
        wanted.stream().map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET)).toList();
    admin.incrementalAlterConfigs(Map.of(resource(topic), alterations)).all().get();
  }

  private static void logAltered(Topic<?> topic, Config before, ConfigEntry setting) {
    LOG.atInfo()
        .addKeyValue(LogKeys.TOPIC, topic.name())
        .addKeyValue(LogKeys.SETTING, setting.name())
        .addKeyValue(LogKeys.OLD, value(before, setting.name()))
        .addKeyValue(LogKeys.VALUE, setting.value())
        .log("topic setting altered");
  }

  private static String value(Config config, String setting) {
    ConfigEntry entry = config.get(setting);
    return entry == null ? "" : String.valueOf(entry.value());
  }

  private static ConfigResource resource(Topic<?> topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }
}
