package io.sitepulse.runtime.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process, from a {@code .properties} file and from environment variables. The
 * environment takes precedence. There {@code sitepulse.ingest.port} is {@code
 * SITEPULSE_INGEST_PORT}. {@code SITEPULSE_INGEST_PORT_FILE} names a file that holds the value, as
 * container engines pass secrets.
 *
 * <p>A reader method never throws. It records an invalid value and returns the default. {@link
 * #check} reports all invalid values together, and the unknown keys (misspelt or retired) of the
 * sections that were read.
 */
public final class Settings {
  private static final String PREFIX = "SITEPULSE_";

  /** Ends the name of an environment variable that names a file with the value. */
  private static final String IN_FILE = "_FILE";

  private final SmallRyeConfig config;
  private final Map<String, String> environment;
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> given;
  private final List<String> faults = new ArrayList<>();

  private Settings(SmallRyeConfig config, Map<String, String> environment, Set<String> given) {
    this.config = config;
    this.environment = Map.copyOf(environment);
    this.given = given;
  }

  /**
   * Loads the settings.
   *
   * @param file a {@code .properties} file, or null
   * @param environment usually {@link System#getenv()}
   * @throws SettingsException if the file cannot be read
   */
  public static Settings load(@Nullable Path file, Map<String, String> environment) {
    Map<String, String> inFile = read(file);
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(inFile, "file", 100))
            .withSources(new EnvConfigSource(environment, 300))
            .build();
    var given = new TreeSet<>(inFile.keySet());
    environment.keySet().stream().filter(key -> key.startsWith(PREFIX)).forEach(given::add);
    return new Settings(config, environment, given);
  }

  /** Reads a text. An empty text counts as absent. */
  public String text(String key, String otherwise) {
    return read(key, otherwise, Function.identity(), "a text");
  }

  /** Reads a whole number from {@code min} to {@code max}. */
  public int integer(String key, int otherwise, int min, int max) {
    return read(
        key,
        otherwise,
        text -> {
          int value = Integer.parseInt(text.trim());
          if (value < min || value > max) {
            throw new IllegalArgumentException("out of range");
          }
          return value;
        },
        "a whole number from " + min + " to " + max);
  }

  /** Reads a positive duration: ISO 8601 ({@code PT30S}) or a number with ms, s, m, h, d. */
  public Duration duration(String key, Duration otherwise) {
    return read(key, otherwise, DurationText::parse, "a duration such as 250ms, 30s or PT5M");
  }

  /** Reads the path of a file or folder. */
  public Path path(String key, Path otherwise) {
    return read(key, otherwise, Path::of, "a path");
  }

  /** Reads an absolute URI. */
  public URI uri(String key, URI otherwise) {
    return read(
        key,
        otherwise,
        text -> {
          URI uri = URI.create(text);
          if (!uri.isAbsolute()) {
            throw new IllegalArgumentException("not absolute");
          }
          return uri;
        },
        "an address with scheme");
  }

  /** Reads {@code true} or {@code false}. */
  public boolean flag(String key, boolean otherwise) {
    return read(
        key,
        otherwise,
        text ->
            switch (text.trim()) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("neither");
            },
        "true or false");
  }

  /** Reads texts separated by commas. */
  public List<String> list(String key, List<String> otherwise) {
    return read(
        key,
        otherwise,
        text -> Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList(),
        "texts separated by commas");
  }

  /** Reads a value of any type. {@code expected} describes a valid value. */
  public <T> T read(String key, T otherwise, Function<String, T> parse, String expected) {
    asked.add(key);
    String text = value(key);
    if (text.isBlank()) {
      return otherwise;
    }
    try {
      return parse.apply(text);
    } catch (RuntimeException e) {
      boolean secret =
          key.contains("password") || key.contains("secret") || key.contains("properties");
      faults.add(key + " must be " + expected + ", not '" + (secret ? "***" : text) + "'");
      return otherwise;
    }
  }

  /** The value as it was given, or an empty text. */
  private String value(String key) {
    String name = environmentName(key);
    String file = environment.getOrDefault(name + IN_FILE, "");
    if (file.isBlank()) {
      return config.getOptionalValue(key, String.class).orElse("");
    }
    if (!environment.getOrDefault(name, "").isBlank()) {
      faults.add(name + " and " + name + IN_FILE + " are both set, only one may be");
      return "";
    }
    try {
      String text = Files.readString(Path.of(file)).stripTrailing();
      if (text.isBlank()) {
        faults.add(name + IN_FILE + " names " + file + ", which is empty");
      }
      return text;
    } catch (IOException | InvalidPathException e) {
      faults.add(name + IN_FILE + " names " + file + ", which cannot be read: " + e);
      return "";
    }
  }

  /**
   * Reports all invalid and unknown settings.
   *
   * @throws SettingsException if there is any
   */
  public void check() {
    var all = new ArrayList<>(faults);
    given.stream().filter(this::isUnknown).map(key -> key + " is not a setting").forEach(all::add);
    if (!all.isEmpty()) {
      throw new SettingsException(all);
    }
  }

  private boolean isUnknown(String key) {
    String name = environmentName(key);
    String base =
        environment.containsKey(key) && name.endsWith(IN_FILE)
            ? name.substring(0, name.length() - IN_FILE.length())
            : name;
    boolean known =
        asked.stream()
            .map(Settings::environmentName)
            .anyMatch(n -> n.equals(name) || n.equals(base));
    return !known && asked.stream().map(Settings::section).anyMatch(name::startsWith);
  }

  private static String section(String key) {
    return environmentName(key.substring(0, key.indexOf('.', key.indexOf('.') + 1) + 1));
  }

  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> read(@Nullable Path file) {
    var properties = new Properties();
    if (file != null) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new SettingsException(List.of("cannot read settings file " + file + ": " + e));
      }
    }
    var map = new java.util.HashMap<String, String>();
    properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
    return map;
  }
}
