package io.sitepulse.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The OpenAPI document: {@code openapi.yaml} merged with the parts of the features in {@code
 * openapi/}. A part has {@code tags}, {@code paths} and {@code components} and nothing else.
 */
public final class OpenApi {
  /** Names of all files in {@code openapi/}. A test compares the list with the folder. */
  static final List<String> PARTS =
      List.of(
          "account",
          "manage",
          "site",
          "poll-manage",
          "target",
          "note",
          "change",
          "report",
          "review",
          "issued-review",
          "state",
          "total");

  private static final Set<String> SECTIONS = Set.of("tags", "paths", "components");
  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().stringQuotingChecker(new DateQuoting()).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  /** Quotes dates too: YAML 1.1 parsers would not read them as strings. */
  private static final class DateQuoting extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}.*");

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || DATE.matcher(value).matches();
    }
  }

  private OpenApi() {}

  /** Reads and merges the document. */
  public static String text() {
    String[] parts =
        PARTS.stream().map(part -> read("openapi/" + part + ".yaml")).toArray(String[]::new);
    return merge(read("openapi.yaml"), parts);
  }

  /**
   * Merges parts into a document.
   *
   * @throws IllegalStateException if a part has another section, or if two parts differ about a
   *     name
   */
  static String merge(String document, String... parts) {
    try {
      var merged = (ObjectNode) YAML.readTree(document);
      for (String part : parts) {
        addPart(merged, (ObjectNode) YAML.readTree(part));
      }
      return YAML.writeValueAsString(merged);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the OpenAPI document is not valid YAML", e);
    }
  }

  private static void addPart(ObjectNode merged, ObjectNode part) {
    if (!SECTIONS.containsAll(names(part))) {
      throw new IllegalStateException("a part has more than tags, paths and components");
    }
    part.path("tags").forEach(tag -> addTag(merged.withArrayProperty("tags"), tag));
    addEntries(merged, "paths", part.path("paths"));
    ObjectNode components = merged.withObjectProperty("components");
    part.path("components")
        .properties()
        .forEach(kind -> addEntries(components, kind.getKey(), kind.getValue()));
  }

  private static void addTag(ArrayNode tags, JsonNode tag) {
    for (JsonNode known : tags) {
      if (known.path("name").equals(tag.path("name"))) {
        requireEqual(known, tag, tag.path("name").asText());
        return;
      }
    }
    tags.add(tag);
  }

  private static void addEntries(ObjectNode parent, String section, JsonNode entries) {
    ObjectNode merged = parent.withObjectProperty(section);
    entries
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              if (merged.has(name)) {
                requireEqual(merged.path(name), entry.getValue(), name);
              } else {
                merged.set(name, entry.getValue());
              }
            });
  }

  private static void requireEqual(JsonNode known, JsonNode other, String name) {
    if (!known.equals(other)) {
      throw new IllegalStateException("two parts differ about " + name);
    }
  }

  private static List<String> names(ObjectNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String read(String name) {
    return ClasspathResource.text(OpenApi.class, "/io/sitepulse/dashboard/" + name);
  }
}
