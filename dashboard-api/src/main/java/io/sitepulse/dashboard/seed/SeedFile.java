package io.sitepulse.dashboard.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.site.SiteZone;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.dashboard.http.ClasspathResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Parses seed files: {@code groups: […]}, {@code sites: […]}, {@code polls: […]} and {@code
 * targets: […]}, each entry with the fields of {@link Group}, {@link Site}, {@link Poll} or {@link
 * Target}, times in ISO 8601. Reports all errors together.
 */
public final class SeedFile {
  private static final Set<String> SECTIONS = Set.of("groups", "sites", "polls", "targets");
  private static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String source;
  private final List<String> errors = new ArrayList<>();

  private SeedFile(String source) {
    this.source = source;
  }

  /** Returns the seed of the demo and of tests: a sample site, and polls in every state. */
  public static Seed shipped() {
    return parse("seed.yaml", ClasspathResource.text(SeedFile.class, "seed.yaml"));
  }

  /**
   * Reads a file.
   *
   * @throws SeedException if it cannot be read or has errors
   */
  public static Seed read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new SeedException(file.toString(), List.of("cannot be read: " + e));
    }
  }

  /**
   * Parses a text.
   *
   * @param source name of the file in messages
   * @throws SeedException with all errors
   */
  static Seed parse(String source, String text) {
    return new SeedFile(source).parse(text);
  }

  private Seed parse(String text) {
    JsonNode root = tree(text);
    List<String> unknown = new ArrayList<>();
    root.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(SECTIONS);
    unknown.forEach(key -> errors.add(key + " is not a known field"));
    var seed =
        new Seed(
            entries(root, "groups", Group.class),
            entries(root, "sites", Site.class),
            entries(root, "polls", Poll.class),
            entries(root, "targets", Target.class));
    check(seed);
    if (!errors.isEmpty()) {
      throw new SeedException(source, errors);
    }
    return seed;
  }

  private void check(Seed seed) {
    distinct("groups", seed.groups(), Group::id);
    distinct("sites", seed.sites(), Site::id);
    distinct("polls", seed.polls(), Poll::id);
    distinct("targets", seed.targets(), Target::id);
    var groups = seed.groups().stream().map(Group::id).collect(Collectors.toSet());
    seed.sites().stream()
        .filter(site -> site.group() != null && !groups.contains(site.group()))
        .forEach(site -> errors.add("sites: " + site.id() + " names an unknown group"));
  }

  private JsonNode tree(String text) {
    try {
      JsonNode root = YAML.readTree(text);
      if (root.isMissingNode() || root.isNull()) {
        return YAML.createObjectNode();
      }
      if (!root.isObject()) {
        throw new SeedException(source, List.of("must have groups:, sites:, polls: or targets:"));
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new SeedException(source, List.of("is not YAML: " + e.getMessage()));
    }
  }

  private <T> List<T> entries(JsonNode root, String section, Class<T> type) {
    JsonNode list = root.path(section);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      errors.add(section + " must be a list");
    }
    var entries = new ArrayList<T>();
    for (int i = 0; i < list.size(); i++) {
      String place = section + "[" + i + "]";
      try {
        entries.add(checked(YAML.treeToValue(versioned(list.get(i)), type)));
      } catch (FieldViolationException e) {
        errors.add(place + "." + e.field() + ": " + e.detail());
      } catch (JsonProcessingException e) {
        errors.add(place + error(e));
      } catch (IllegalArgumentException e) {
        errors.add(place + ": " + e.getMessage());
      }
    }
    return entries;
  }

  /** A stored zone is read as the one that it means. One that is entered must be right. */
  private static <T> T checked(T entry) {
    if (entry instanceof Site site && site.storedZone() != null) {
      throw SiteZone.violation("zone");
    }
    return entry;
  }

  /** Adds the schema version, which seed files may omit. */
  private static JsonNode versioned(JsonNode entry) {
    return entry.isObject() && !entry.has("v")
        ? entry.<ObjectNode>deepCopy().put("v", Site.VERSION)
        : entry;
  }

  private static String error(JsonProcessingException e) {
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream().map(SeedFile::step).collect(Collectors.joining())
            : "";
    return path + ": " + message(e);
  }

  private static String message(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a known field";
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return String.valueOf(e.getCause().getMessage());
    }
    if (e instanceof InvalidFormatException format) {
      return "cannot be '" + format.getValue() + "'";
    }
    return e.getOriginalMessage();
  }

  private static String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName();
  }

  private <T> void distinct(String section, List<T> entries, Function<T, String> id) {
    var seen = new HashSet<String>();
    entries.stream()
        .map(id)
        .filter(name -> !seen.add(name))
        .forEach(name -> errors.add(section + ": id " + name + " is used twice"));
  }
}
