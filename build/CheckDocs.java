import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the documentation against the tree: type names, relative links, line lengths.
 *
 * <p>{@code java build/CheckDocs.java} from the repository's root. It prints a line for each fault
 * and exits 1 if there is one. Java 17, no dependencies.
 *
 * <ul>
 *   <li>A CamelCase name in backticks must be a type of this repository or stand in {@link #FOREIGN}.
 *   <li>A relative link must lead to a file, and its fragment to a heading of that file.
 *   <li>A Markdown line has at most {@value #MAX_LINE} characters. Lines of code blocks and tables
 *       count too.
 *   <li>No file of the repository names a Markdown file that does not exist.
 * </ul>
 */
public final class CheckDocs {
  private static final int MAX_LINE = 120;

  private static final Set<String> SKIPPED =
      Set.of(".git", ".idea", "target", "node_modules", "dist", "data");

  /** Types of libraries, platforms and formats that the documentation names. */
  private static final Set<String> FOREIGN =
      Set.of(
          "AppleWebKit",
          "KafkaStreams",
          "LocalDateRange",
          "LowCardinality",
          "NukeViet",
          "OpenID",
          "PlainDate",
          "RangeAssignor",
          "SameSite",
          "StaticHandler",
          "ThreadPoolExecutor",
          "TinyMCE",
          "TopologyTestDriver",
          "YearQuarter",
          "YearWeek");

  /** Documents of other programs, which the build looks for in their packages. */
  private static final Set<String> THIRD_PARTY = Set.of("LICENSE.md", "LICENCE.md", "NOTICE.md");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE =
      Pattern.compile("(?<![\\w./-])((?:[a-z]+\\.)*)([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)\\b");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern DOCUMENT =
      Pattern.compile("(?<![\\w./:*{-])((?:[\\w.-]+/)*[A-Z][A-Z_-]+\\.md)\\b");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|interface|record|enum|type)\\s+([A-Z]\\w*)");

  private final Path root;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> types = new HashSet<>();

  private CheckDocs(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) throws IOException {
    var check = new CheckDocs(Path.of(arguments.length > 0 ? arguments[0] : "."));
    check.run();
    check.faults.forEach(System.err::println);
    System.out.println(check.faults.size() + " faults in the documentation");
    if (!check.faults.isEmpty()) {
      System.exit(1);
    }
  }

  private void run() throws IOException {
    List<Path> files = files();
    for (Path file : files) {
      readTypes(file);
    }
    for (Path file : files) {
      if (file.toString().endsWith(".md")) {
        checkMarkdown(file);
      }
      checkNamedDocuments(file, files);
    }
  }

  /** All text files of the repository that are written by people. */
  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(CheckDocs::isSource)
          .sorted()
          .toList();
    }
  }

  private static boolean isSource(Path file) {
    for (Path part : file) {
      if (part.toString().equals("src")) {
        break; // A package may be called "target".
      }
      if (SKIPPED.contains(part.toString())) {
        return false;
      }
    }
    String name = file.getFileName().toString();
    return name.equals("sitepulse")
        || name.matches(".*\\.(md|java|ts|js|mjs|sql|sh|xml|yaml|yml|properties|css|html)");
  }

  private void readTypes(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".java") || name.endsWith(".ts")) {
      Matcher declared = DECLARED.matcher(Files.readString(root.resolve(file)));
      while (declared.find()) {
        types.add(declared.group(1));
      }
    }
  }

  private void checkMarkdown(Path file) throws IOException {
    int number = 0;
    boolean fenced = false;
    for (String line : Files.readAllLines(root.resolve(file))) {
      number++;
      String where = file + ":" + number + ": ";
      if (line.codePointCount(0, line.length()) > MAX_LINE) {
        faults.add(where + "more than " + MAX_LINE + " characters");
      }
      fenced ^= line.startsWith("```");
      if (!fenced && !line.startsWith("    ")) {
        checkTypes(where, line);
        checkLinks(file, where, line);
      }
    }
  }

  private void checkTypes(String where, String line) {
    Matcher code = CODE.matcher(line);
    while (code.find()) {
      Matcher type = TYPE.matcher(code.group(1));
      while (type.find()) {
        String name = type.group(2);
        if (!types.contains(name) && !FOREIGN.contains(name)) {
          faults.add(where + "no type " + name);
        }
      }
    }
  }

  private void checkLinks(Path file, String where, String line) throws IOException {
    Matcher link = LINK.matcher(line);
    while (link.find()) {
      String target = link.group(1);
      if (target.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      Path folder = root.resolve(file).toAbsolutePath().getParent();
      Path linked = parts[0].isEmpty() ? root.resolve(file) : folder.resolve(parts[0]);
      if (!Files.exists(linked)) {
        faults.add(where + "no file " + target);
      } else if (parts.length == 2 && !hasHeading(linked, parts[1])) {
        faults.add(where + "no heading " + target);
      }
    }
  }

  private static boolean hasHeading(Path file, String fragment) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(java.util.Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .anyMatch(fragment::equals);
  }

  private void checkNamedDocuments(Path file, List<Path> files) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(root.resolve(file))) {
      number++;
      Matcher document = DOCUMENT.matcher(line);
      while (document.find()) {
        Path name = Path.of(document.group(1));
        if (!THIRD_PARTY.contains(name.toString())
            && files.stream().noneMatch(existing -> existing.endsWith(name.getFileName()))) {
          faults.add(file + ":" + number + ": no document " + name);
        }
      }
    }
  }
}
