package io.sitepulse.dashboard.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API's document: {@code openapi.yaml} and the parts that features keep in {@code openapi/},
 * one document. They are put together as text, section by section, so that it is read as it was
 * written. A part has {@code tags}, {@code paths} and {@code components} and nothing else.
 */
public final class OpenApi {
  /** Every file in {@code openapi/}; a test holds the list to the folder. */
  static final List<String> PARTS =
      List.of("account", "manage", "site", "poll-manage", "target", "change", "report", "review");

  private static final Pattern SECTION = Pattern.compile("([a-z]+):.*");
  private static final Pattern KIND = Pattern.compile("  ([a-zA-Z]+):");
  private static final Pattern PATH = Pattern.compile("  (/[^:]*):.*");
  private static final Pattern TAG = Pattern.compile("  - name: (.*)");
  private static final Pattern COMPONENT = Pattern.compile("    ([A-Za-z0-9]+):.*");

  /** Heading of a section → name of an entry → its lines; an entry without a name is "". */
  private final Map<String, Map<String, StringBuilder>> sections = new LinkedHashMap<>();

  private OpenApi() {}

  /** The whole document. */
  public static String text() {
    String[] parts =
        PARTS.stream().map(part -> read("openapi/" + part + ".yaml")).toArray(String[]::new);
    return of(read("openapi.yaml"), parts);
  }

  /** A document and parts put together. */
  static String of(String document, String... parts) {
    var whole = new OpenApi();
    whole.add(document);
    for (String part : parts) {
      whole.addPart(part);
    }
    return whole.written();
  }

  private void addPart(String part) {
    if (part.lines().map(SECTION::matcher).anyMatch(top -> top.matches() && !isOfPart(top))) {
      throw new IllegalStateException("a part has more than tags, paths and components");
    }
    add(part);
  }

  private void add(String document) {
    var own = new OpenApi();
    own.split(document);
    own.sections.forEach(
        (heading, entries) ->
            entries.forEach((name, lines) -> put(heading, name, lines.toString())));
  }

  private void put(String heading, String name, String lines) {
    var entries = sections.computeIfAbsent(heading, none -> new LinkedHashMap<>());
    var known = entries.get(name);
    if (known != null && !known.toString().strip().equals(lines.strip())) {
      throw new IllegalStateException("two parts differ about " + heading + " " + name);
    }
    entries.put(name, new StringBuilder(lines));
  }

  private void split(String document) {
    String section = "";
    String heading = "";
    String name = "";
    for (String line : document.lines().toList()) {
      Matcher top = SECTION.matcher(line);
      Matcher kind = KIND.matcher(line);
      if (line.startsWith("#") || (line.isBlank() && heading.isEmpty())) {
        continue; // A remark for whoever writes the file.
      }
      if (top.matches()) {
        section = top.group(1);
        heading = line;
        name = "";
        entry(heading, name);
      } else if (section.equals("components") && kind.matches()) {
        heading = "components:\n" + line;
        name = "";
        entry(heading, name);
      } else {
        name = nameOf(section, line, name);
        entry(heading, name).append(line).append('\n');
      }
    }
  }

  private static boolean isOfPart(Matcher top) {
    return Set.of("tags", "paths", "components").contains(top.group(1));
  }

  private StringBuilder entry(String heading, String name) {
    return sections
        .computeIfAbsent(heading, none -> new LinkedHashMap<>())
        .computeIfAbsent(name, none -> new StringBuilder());
  }

  private static String nameOf(String section, String line, String before) {
    Matcher name =
        switch (section) {
          case "paths" -> PATH.matcher(line);
          case "components" -> COMPONENT.matcher(line);
          default -> TAG.matcher(line);
        };
    return name.matches() ? name.group(1) : before;
  }

  private String written() {
    var text = new StringBuilder();
    String[] top = {""};
    sections.forEach(
        (heading, entries) -> {
          // "components:" is said once, before the first of its kinds.
          String[] lines = heading.split("\n", 2);
          if (!lines[0].equals(top[0])) {
            text.append(lines[0]).append('\n');
            top[0] = lines[0];
          }
          if (lines.length > 1) {
            text.append(lines[1]).append('\n');
          }
          entries.values().forEach(text::append);
        });
    return text.toString();
  }

  private static String read(String name) {
    return ClasspathResource.text(OpenApi.class, "/io/sitepulse/dashboard/" + name);
  }
}
