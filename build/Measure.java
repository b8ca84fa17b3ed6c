import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * Measures the language and the structure of a source tree and compares the figures with limits.
 *
 * <p>It parses the Java files with the JDK's own compiler, without a class path: types are resolved
 * by package, import and nesting only.
 */
public final class Measure {
  private static final String USAGE =
      """
      Usage: java build/Measure.java [DIR] [--check | --ratchet] [--files[=KEY]]

      Prints measures of the language and the structure of the source tree DIR (default: .).
        --check        fails when a measure is above its limit
        --ratchet      lowers the limits to the values of today, but not below the aim
        --files        lists the places that keep a measure above its aim, or those of measure KEY
      The limits are in DIR/build/measure-limits.properties.

      How it counts
        Java files are those below src/main/java and src/test/java. Unless said otherwise only
        the main ones count. Folders named target, node_modules or starting with a dot are left out.
        javadoc.*         text of the Javadoc comments without <pre>, {@code}, {@snippet}, HTML tags
                          and entities
        packages.cyclic   packages that reach themselves by imports or qualified names
        package.types     top-level types of the largest package
        record.components components of the longest record, nested ones included. Records with a
                          nested class Builder are left out: their callers name the components.
        constructor.parameters
                          parameters of the longest constructor. A record's canonical constructor
                          counts as its components.
        interfaces.single share of the interfaces with exactly one implementation. Sealed interfaces
                          and annotations are left out. Implementations in main and test count:
                          classes, records, enums and anonymous classes that implement it, also by
                          a superclass or a sub-interface. A lambda or method reference counts where
                          a variable, field, result, cast or argument has the interface as its
                          declared type; for an argument the method is found by name and number of
                          arguments. All lambdas together count as a second implementation, never
                          as the only one.
        markdown.long     lines over 120 characters in .md files
      """;

  private static final Pattern OPENING =
      Pattern.compile("(What|Who|Whose|Whom|Where|How|Whether|When)\\b.*", Pattern.DOTALL);
  private static final Pattern VAGUE =
      Pattern.compile("\\b(somebody|anybody|whoever|nobody)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z']*");
  private static final int MARKDOWN_WIDTH = 120;

  /** One figure with the places that contribute to it. */
  private record Figure(
      String key, String title, double aim, double value, String remark, List<String> places) {
    String text(double number) {
      return aim == Math.rint(aim) && value == Math.rint(value) && number == Math.rint(number)
          ? Long.toString(Math.round(number))
          : String.format(Locale.ROOT, "%.2f", number);
    }

    /** The value as it is kept: rounded up to two decimals. */
    double kept() {
      return Math.ceil(value * 100 - 1e-9) / 100;
    }
  }

  public static void main(String[] args) throws IOException {
    Path dir = Path.of(".");
    boolean check = false;
    boolean ratchet = false;
    String files = null;
    for (String arg : args) {
      if (arg.equals("--check")) {
        check = true;
      } else if (arg.equals("--ratchet")) {
        ratchet = true;
      } else if (arg.equals("--files")) {
        files = "";
      } else if (arg.startsWith("--files=")) {
        files = arg.substring("--files=".length());
      } else if (arg.equals("--help") || arg.equals("-h")) {
        System.out.print(USAGE);
        return;
      } else if (arg.startsWith("-")) {
        System.err.println("Unknown option " + arg + "\n\n" + USAGE);
        System.exit(2);
      } else {
        dir = Path.of(arg);
      }
    }
    if (!Files.isDirectory(dir)) {
      System.err.println("No folder " + dir);
      System.exit(2);
    }
    List<Figure> figures = new Measure(dir).figures();
    Path limitsFile = dir.resolve("build/measure-limits.properties");
    Map<String, Double> limits = readLimits(limitsFile);
    print(figures, limits);
    if (files != null) {
      printPlaces(figures, files);
    }
    if (ratchet) {
      writeLimits(limitsFile, figures, limits);
    }
    if (check && !holds(figures, limits, limitsFile)) {
      System.exit(1);
    }
  }

  // --- Output -----------------------------------------------------------------------------------

  private static void print(List<Figure> figures, Map<String, Double> limits) {
    System.out.printf("%-24s %8s %8s %6s  %s%n", "measure", "value", "limit", "aim", "");
    for (Figure f : figures) {
      Double limit = limits.get(f.key());
      System.out.printf(
          "%-24s %8s %8s %6s  %s%n",
          f.key(),
          f.text(f.value()),
          limit == null ? "-" : f.text(limit),
          f.text(f.aim()),
          f.title() + (f.remark().isEmpty() ? "" : " (" + f.remark() + ")"));
    }
  }

  private static void printPlaces(List<Figure> figures, String key) {
    for (Figure f : figures) {
      if (key.isEmpty() ? f.value() > f.aim() : f.key().equals(key)) {
        System.out.printf("%n%s: %d places%n", f.key(), f.places().size());
        f.places().forEach(p -> System.out.println("  " + p));
      }
    }
  }

  private static boolean holds(List<Figure> figures, Map<String, Double> limits, Path file) {
    boolean holds = true;
    for (Figure f : figures) {
      Double limit = limits.get(f.key());
      if (limit == null) {
        System.err.println(file + " has no limit for " + f.key());
        holds = false;
      } else if (f.kept() > limit) {
        System.err.printf(
            "%s is %s, above its limit of %s. List the places: java build/Measure.java"
                + " --files=%s%n",
            f.key(), f.text(f.value()), f.text(limit), f.key());
        holds = false;
      }
    }
    return holds;
  }

  private static Map<String, Double> readLimits(Path file) throws IOException {
    Map<String, Double> limits = new HashMap<>();
    if (Files.exists(file)) {
      Properties read = new Properties();
      try (var in = Files.newBufferedReader(file)) {
        read.load(in);
      }
      read.forEach(
          (key, value) -> limits.put((String) key, Double.valueOf(((String) value).strip())));
    }
    return limits;
  }

  private static void writeLimits(Path file, List<Figure> figures, Map<String, Double> limits)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Upper limits of the measures of build/Measure.java, which the build holds.");
    lines.add("# They only fall: lower them with java build/Measure.java --ratchet");
    for (Figure f : figures) {
      double today = Math.max(f.kept(), f.aim());
      double limit = Math.min(today, limits.getOrDefault(f.key(), today));
      lines.add(
          f.key()
              + "="
              + (limit == Math.rint(limit)
                  ? Long.toString(Math.round(limit))
                  : Double.toString(limit)));
    }
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  // --- Reading ----------------------------------------------------------------------------------

  /** A parsed Java file. */
  private record Unit(Path path, boolean main, String text, CompilationUnitTree tree, String pkg) {
    boolean holdsTypes() {
      String file = path.getFileName().toString();
      return !file.equals("package-info.java") && !file.equals("module-info.java");
    }
  }

  /** A declared class, interface, enum or record. */
  private record Type(String name, ClassTree tree, Unit unit, List<String> supertypes) {}

  /** A declared parameter list, to find the type that a lambda becomes as an argument. */
  private record Signature(List<String> parameters, boolean varargs) {}

  private final Path dir;
  private final List<Unit> units = new ArrayList<>();
  private final List<Path> markdown = new ArrayList<>();
  private final Map<String, Type> types = new LinkedHashMap<>();
  private SourcePositions positions;

  private Measure(Path dir) throws IOException {
    this.dir = dir;
    List<Path> java = new ArrayList<>();
    Files.walkFileTree(
        dir,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean skipped =
                !folder.equals(dir)
                    && (name.equals("target")
                        || name.equals("node_modules")
                        || name.startsWith("."));
            return skipped && !inJava(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(".md")) {
              markdown.add(file);
            } else if (name.endsWith(".java") && inJava(file)) {
              java.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    java.sort(Comparator.naturalOrder());
    markdown.sort(Comparator.naturalOrder());
    parse(java);
    units.forEach(this::collectTypes);
  }

  /** Tells if a path is below a source folder, where a package may be named target. */
  private boolean inJava(Path path) {
    String slashed = "/" + relative(path);
    return slashed.contains("/src/main/java/") || slashed.contains("/src/test/java/");
  }

  private String relative(Path path) {
    return dir.relativize(path).toString().replace('\\', '/');
  }

  private void parse(List<Path> java) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("This Java has no compiler: run with a JDK");
    }
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> errors = new ArrayList<>();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  d -> errors.add(d.toString()),
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree tree : task.parse()) {
        Path path = Path.of(tree.getSourceFile().toUri());
        Path shown = dir.resolve(dir.toAbsolutePath().normalize().relativize(path));
        String pkg = tree.getPackageName() == null ? "" : tree.getPackageName().toString();
        boolean main = ("/" + relative(shown)).contains("/src/main/java/");
        units.add(new Unit(shown, main, Files.readString(path), tree, pkg));
      }
      positions = Trees.instance(task).getSourcePositions();
      if (!errors.isEmpty()) {
        throw new IllegalStateException(
            "Java files that cannot be read:\n" + String.join("\n", errors));
      }
    }
  }

  private void collectTypes(Unit unit) {
    new TreeScanner<Void, String>() {
      @Override
      public Void visitClass(ClassTree tree, String outer) {
        if (tree.getSimpleName().isEmpty()) {
          return super.visitClass(tree, outer);
        }
        String name = (outer.isEmpty() ? "" : outer + ".") + tree.getSimpleName();
        types.put(name, new Type(name, tree, unit, new ArrayList<>()));
        return super.visitClass(tree, name);
      }
    }.scan(unit.tree(), unit.pkg());
  }

  private String place(Unit unit, Tree tree, String text) {
    long start = positions.getStartPosition(unit.tree(), tree);
    return relative(unit.path())
        + ":"
        + unit.tree().getLineMap().getLineNumber(start)
        + "  "
        + text;
  }

  // --- Figures ----------------------------------------------------------------------------------

  private List<Figure> figures() throws IOException {
    List<Figure> all = new ArrayList<>(javadoc());
    all.add(cycles());
    all.add(largestPackage());
    all.addAll(parameters());
    all.add(singleImplementations());
    all.add(longMarkdown());
    return all;
  }

  /** The text of a Javadoc comment and the line it starts in. */
  private record Comment(String file, int line, String text) {
    String place(String shown) {
      String line1 = shown.strip().replaceAll("\\s+", " ");
      return file
          + ":"
          + line
          + "  "
          + (line1.length() > 100 ? line1.substring(0, 100) + "…" : line1);
    }
  }

  private List<Figure> javadoc() {
    List<Comment> comments = new ArrayList<>();
    for (Unit unit : units) {
      if (unit.main()) {
        comments.addAll(comments(unit));
      }
    }
    long words = Math.max(1, comments.stream().mapToLong(c -> count(WORD, c.text())).sum());
    List<String> openings = new ArrayList<>();
    List<String> semicolons = new ArrayList<>();
    List<String> vague = new ArrayList<>();
    for (Comment c : comments) {
      if (OPENING.matcher(c.text()).matches()) {
        openings.add(c.place(c.text()));
      }
      addMatches(c, SEMICOLON, semicolons);
      addMatches(c, VAGUE, vague);
    }
    return List.of(
        new Figure(
            "javadoc.openings",
            "% of Javadoc comments that begin with What, Who, Where, How, Whether, When",
            1.0,
            100.0 * openings.size() / Math.max(1, comments.size()),
            openings.size() + " of " + comments.size(),
            openings),
        new Figure(
            "javadoc.semicolons",
            "semicolons per 1,000 words of Javadoc",
            2.0,
            1000.0 * semicolons.size() / words,
            semicolons.size() + " in " + words,
            semicolons),
        new Figure(
            "javadoc.vague",
            "somebody, anybody, whoever, nobody per 1,000 words of Javadoc",
            0,
            1000.0 * vague.size() / words,
            vague.size() + " in " + words,
            vague));
  }

  private static void addMatches(Comment comment, Pattern pattern, List<String> places) {
    Matcher found = pattern.matcher(comment.text());
    while (found.find()) {
      int line =
          comment.line()
              + (int)
                  comment.text().substring(0, found.start()).chars().filter(c -> c == '\n').count();
      int from = Math.max(0, found.start() - 50);
      int to = Math.min(comment.text().length(), found.end() + 50);
      places.add(
          new Comment(comment.file(), line, "")
              .place("…" + comment.text().substring(from, to).strip() + "…"));
    }
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  /** Finds the Javadoc comments of a file. Strings, text blocks and other comments are skipped. */
  private List<Comment> comments(Unit unit) {
    List<Comment> found = new ArrayList<>();
    String s = unit.text();
    int i = 0;
    while (i < s.length()) {
      int end;
      if (s.startsWith("\"\"\"", i)) {
        end = closing(s, i + 3, "\"\"\"");
      } else if (s.charAt(i) == '"' || s.charAt(i) == '\'') {
        end = closing(s, i + 1, s.substring(i, i + 1));
      } else if (s.startsWith("//", i)) {
        int eol = s.indexOf('\n', i);
        end = eol < 0 ? s.length() : eol;
      } else if (s.startsWith("/*", i)) {
        int close = s.indexOf("*/", i + 2);
        end = close < 0 ? s.length() : close + 2;
        if (s.startsWith("/**", i) && end > i + 4) {
          String text = prose(s.substring(i + 3, end - 2));
          if (!text.isBlank()) {
            int lead = text.length() - text.stripLeading().length();
            int line =
                1
                    + (int)
                        (s.substring(0, i) + text.substring(0, lead))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            found.add(new Comment(relative(unit.path()), line, text.strip()));
          }
        }
      } else {
        end = i + 1;
      }
      i = end;
    }
    return found;
  }

  private static int closing(String s, int from, String quote) {
    int i = from;
    while (i < s.length() && !s.startsWith(quote, i)) {
      i += s.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(s.length(), i + quote.length());
  }

  /** The prose of a comment: no stars, no code, no markup. Line breaks stay. */
  private static String prose(String comment) {
    String text = comment.replaceAll("(?m)^[ \\t]*\\*[ \\t]?", "");
    text = keepLines(Pattern.compile("<pre>.*?</pre>", Pattern.DOTALL).matcher(text));
    text = inlineTags(text);
    text = keepLines(Pattern.compile("<code>.*?</code>", Pattern.DOTALL).matcher(text));
    text = text.replaceAll("</?[a-zA-Z][^>]*>", "");
    return text.replaceAll("&#?\\w+;", " ");
  }

  private static String keepLines(Matcher matcher) {
    return matcher.replaceAll(
        m -> "code" + "\n".repeat((int) m.group().chars().filter(c -> c == '\n').count()));
  }

  /** Replaces {@code {@link X label}} by its label and code by the word "code". */
  private static String inlineTags(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (!text.startsWith("{@", i)) {
        out.append(text.charAt(i++));
        continue;
      }
      int depth = 0;
      int end = i;
      do {
        char c = text.charAt(end++);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      } while (depth > 0 && end < text.length());
      String tag = text.substring(i + 2, Math.max(i + 2, end - 1));
      String[] parts = tag.split("\\s+", 3);
      boolean label =
          (parts[0].equals("link") || parts[0].equals("linkplain")) && parts.length == 3;
      boolean prose = parts[0].equals("return") || parts[0].equals("summary");
      String kept = label ? parts[2] : prose ? tag.substring(parts[0].length()).strip() : "code";
      long lines =
          tag.chars().filter(c -> c == '\n').count() - kept.chars().filter(c -> c == '\n').count();
      out.append(kept).append("\n".repeat((int) Math.max(0, lines)));
      i = end;
    }
    return out.toString();
  }

  // --- Packages ---------------------------------------------------------------------------------

  private Figure largestPackage() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Type type : types.values()) {
      if (type.unit().main() && topLevel(type)) {
        sizes.merge(type.unit().pkg(), 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(sizes.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    List<String> places =
        sorted.stream()
            .filter(e -> e.getValue() > 20)
            .map(e -> e.getValue() + "  " + e.getKey())
            .toList();
    int largest = sorted.isEmpty() ? 0 : sorted.get(0).getValue();
    String name = sorted.isEmpty() ? "" : sorted.get(0).getKey();
    return new Figure("package.types", "types in the largest package", 20, largest, name, places);
  }

  private static boolean topLevel(Type type) {
    String pkg = type.unit().pkg();
    return type.name().lastIndexOf('.') == pkg.length()
        || (pkg.isEmpty() && type.name().indexOf('.') < 0);
  }

  private Figure cycles() {
    Set<String> packages = new TreeSet<>();
    units.stream().filter(u -> u.main() && u.holdsTypes()).forEach(u -> packages.add(u.pkg()));
    Map<String, Map<String, String>> uses = new TreeMap<>();
    for (Unit unit : units) {
      if (!unit.main() || !unit.holdsTypes()) {
        continue;
      }
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void none) {
          String name = dotted(tree);
          String used = name == null ? null : packageOf(name, packages);
          if (used != null && !used.equals(unit.pkg())) {
            uses.computeIfAbsent(unit.pkg(), p -> new TreeMap<>())
                .putIfAbsent(used, place(unit, tree, ""));
          }
          return super.visitMemberSelect(tree, none);
        }

        @Override
        public Void visitPackage(PackageTree tree, Void none) {
          return null;
        }
      }.scan(unit.tree(), null);
    }
    List<List<String>> groups = components(packages, uses);
    List<String> places = new ArrayList<>();
    for (List<String> group : groups) {
      places.add("cycle of " + group.size() + ": " + String.join(", ", group));
      for (String from : group) {
        uses.getOrDefault(from, Map.of())
            .forEach(
                (to, where) -> {
                  if (group.contains(to)) {
                    places.add("  " + from + " -> " + to + "  " + where.strip());
                  }
                });
      }
    }
    int cyclic = groups.stream().mapToInt(List::size).sum();
    return new Figure(
        "packages.cyclic",
        "packages in an import cycle",
        0,
        cyclic,
        groups.size() + " groups of " + packages.size() + " packages",
        places);
  }

  /** The text of a tree that is a plain qualified name, else null. */
  private static String dotted(Tree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return identifier.getName().toString();
    }
    if (!(tree instanceof MemberSelectTree select)) {
      return null;
    }
    String head = dotted(select.getExpression());
    return head == null ? null : head + "." + select.getIdentifier();
  }

  /** The package of a qualified name: the longest known one that a type's name follows. */
  private static String packageOf(String name, Set<String> packages) {
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      String head = name.substring(0, dot);
      if (packages.contains(head)) {
        char first = name.charAt(dot + 1);
        return Character.isUpperCase(first) || first == '*' ? head : null;
      }
    }
    return null;
  }

  /** The strongly connected components with more than one package. */
  private static List<List<String>> components(
      Set<String> packages, Map<String, Map<String, String>> uses) {
    Map<String, Set<String>> reached = new HashMap<>();
    for (String start : packages) {
      Set<String> seen = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(uses.getOrDefault(start, Map.of()).keySet());
      while (!open.isEmpty()) {
        String next = open.pop();
        if (seen.add(next)) {
          open.addAll(uses.getOrDefault(next, Map.of()).keySet());
        }
      }
      reached.put(start, seen);
    }
    List<List<String>> groups = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String p : packages) {
      if (reached.get(p).contains(p) && done.add(p)) {
        List<String> group = new ArrayList<>(List.of(p));
        for (String q : packages) {
          if (reached.get(p).contains(q) && reached.get(q).contains(p) && done.add(q)) {
            group.add(q);
          }
        }
        groups.add(group);
      }
    }
    return groups;
  }

  // --- Parameters -------------------------------------------------------------------------------

  private List<Figure> parameters() {
    Map<String, Integer> records = new LinkedHashMap<>();
    Map<String, Integer> constructors = new LinkedHashMap<>();
    for (Type type : types.values()) {
      if (!type.unit().main()) {
        continue;
      }
      int components = components(type.tree());
      if (type.tree().getKind() == Tree.Kind.RECORD && !hasBuilder(type.tree())) {
        records.put(place(type.unit(), type.tree(), shortName(type)), components);
      }
      for (Tree member : type.tree().getMembers()) {
        if (member instanceof MethodTree method && method.getName().contentEquals("<init>")) {
          int count = method.getParameters().size();
          boolean canonical = type.tree().getKind() == Tree.Kind.RECORD && count == components;
          if (!canonical) {
            String access =
                method.getModifiers().getFlags().contains(Modifier.PRIVATE) ? " (private)" : "";
            constructors.put(place(type.unit(), method, shortName(type) + access), count);
          }
        }
      }
    }
    return List.of(
        longest("record.components", "components of the longest record", 8, records),
        longest(
            "constructor.parameters", "parameters of the longest constructor", 6, constructors));
  }

  private static Figure longest(String key, String title, int aim, Map<String, Integer> counts) {
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    int most = sorted.isEmpty() ? 0 : sorted.get(0).getValue();
    List<String> places =
        sorted.stream()
            .filter(e -> e.getValue() > aim)
            .map(e -> e.getValue() + "  " + e.getKey())
            .toList();
    String names =
        sorted.stream()
            .filter(e -> e.getValue() == most)
            .map(e -> e.getKey().replaceFirst(".*  ", ""))
            .limit(3)
            .collect(Collectors.joining(", "));
    return new Figure(
        key, title, aim, most, names + "; " + places.size() + " above " + aim, places);
  }

  private static String shortName(Type type) {
    return type.unit().pkg().isEmpty()
        ? type.name()
        : type.name().substring(type.unit().pkg().length() + 1);
  }

  /** Tells if a nested class named Builder lets callers name the components. */
  private static boolean hasBuilder(ClassTree tree) {
    return tree.getMembers().stream()
        .anyMatch(m -> m instanceof ClassTree nested && nested.getSimpleName().contentEquals("Builder"));
  }

  /** The number of components of a record: its fields that are not static. */
  private static int components(ClassTree tree) {
    return tree.getKind() != Tree.Kind.RECORD
        ? 0
        : (int)
            tree.getMembers().stream()
                .filter(
                    m ->
                        m instanceof VariableTree v
                            && !v.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
  }

  // --- Interfaces -------------------------------------------------------------------------------

  private Figure singleImplementations() {
    for (Type type : types.values()) {
      List<Tree> clauses = new ArrayList<>(type.tree().getImplementsClause());
      if (type.tree().getExtendsClause() != null) {
        clauses.add(type.tree().getExtendsClause());
      }
      for (Tree clause : clauses) {
        String resolved = resolve(clause, type.unit(), type.name());
        if (resolved != null) {
          type.supertypes().add(resolved);
        }
      }
    }
    Map<String, Set<String>> implementations = new HashMap<>();
    for (Type type : types.values()) {
      if (type.tree().getKind() != Tree.Kind.INTERFACE) {
        for (String supertype : allSupertypes(type.name(), new HashSet<>())) {
          implementations.computeIfAbsent(supertype, t -> new TreeSet<>()).add(type.name());
        }
      }
    }
    Set<String> lambdas = new HashSet<>();
    Map<String, List<Signature>> signatures = signatures();
    for (Unit unit : units) {
      new Targets(unit, signatures, implementations, lambdas).scan(unit.tree(), unit.pkg());
    }
    List<String> places = new ArrayList<>();
    int all = 0;
    for (Type type : types.values()) {
      Set<Modifier> flags = type.tree().getModifiers().getFlags();
      if (type.tree().getKind() != Tree.Kind.INTERFACE
          || !type.unit().main()
          || flags.contains(Modifier.SEALED)) {
        continue;
      }
      all++;
      Set<String> found = implementations.getOrDefault(type.name(), Set.of());
      if (found.size() == 1 && !lambdas.contains(type.name())) {
        places.add(
            place(type.unit(), type.tree(), shortName(type) + "  by " + found.iterator().next()));
      }
    }
    return new Figure(
        "interfaces.single",
        "% of interfaces with exactly one implementation",
        25,
        100.0 * places.size() / Math.max(1, all),
        places.size() + " of " + all,
        places);
  }

  private Collection<String> allSupertypes(String name, Set<String> seen) {
    Type type = types.get(name);
    if (type != null) {
      for (String supertype : type.supertypes()) {
        if (seen.add(supertype)) {
          allSupertypes(supertype, seen);
        }
      }
    }
    return seen;
  }

  /** The full name of a type of this tree as it is named at a place, or null. */
  private String resolve(Tree named, Unit unit, String scope) {
    String name =
        named == null
            ? ""
            : named
                .toString()
                .replaceAll("@\\w+(\\([^)]*\\))?\\s*", "")
                .replaceAll("<.*|\\[.*|\\.\\.\\..*", "")
                .strip();
    if (name.isEmpty()) {
      return null;
    }
    String first = name.replaceFirst("\\..*", "");
    for (String outer = scope;
        outer.length() > unit.pkg().length();
        outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')))) {
      if (types.containsKey(outer + "." + name)) {
        return outer + "." + name;
      }
    }
    List<String> wildcards = new ArrayList<>(List.of(unit.pkg()));
    for (ImportTree imported : unit.tree().getImports()) {
      String target = imported.getQualifiedIdentifier().toString();
      if (target.endsWith("." + first)) {
        String whole = target.substring(0, target.length() - first.length()) + name;
        return types.containsKey(whole) ? whole : null;
      } else if (target.endsWith(".*")) {
        wildcards.add(target.substring(0, target.length() - 2));
      }
    }
    for (String prefix : wildcards) {
      if (types.containsKey(prefix + "." + name)) {
        return prefix + "." + name;
      }
    }
    return types.containsKey(name) ? name : null;
  }

  /**
   * The parameter types of all methods and constructors, by name. A constructor has its type's
   * simple name.
   */
  private Map<String, List<Signature>> signatures() {
    Map<String, List<Signature>> found = new HashMap<>();
    for (Type type : types.values()) {
      String simple = type.tree().getSimpleName().toString();
      if (type.tree().getKind() == Tree.Kind.RECORD) {
        List<String> components = new ArrayList<>();
        for (Tree member : type.tree().getMembers()) {
          if (member instanceof VariableTree v
              && !v.getModifiers().getFlags().contains(Modifier.STATIC)) {
            components.add(resolve(v.getType(), type.unit(), type.name()));
          }
        }
        found.computeIfAbsent(simple, n -> new ArrayList<>()).add(new Signature(components, false));
      }
      for (Tree member : type.tree().getMembers()) {
        if (member instanceof MethodTree method) {
          String name =
              method.getName().contentEquals("<init>") ? simple : method.getName().toString();
          List<String> parameters = new ArrayList<>();
          boolean varargs = false;
          for (VariableTree parameter : method.getParameters()) {
            parameters.add(resolve(parameter.getType(), type.unit(), type.name()));
            varargs = parameter.toString().contains("...");
          }
          found
              .computeIfAbsent(name, n -> new ArrayList<>())
              .add(new Signature(parameters, varargs));
        }
      }
    }
    return found;
  }

  /** Finds the interfaces that lambdas, method references and anonymous classes implement. */
  private final class Targets extends TreeScanner<Void, String> {
    private final Unit unit;
    private final Map<String, List<Signature>> signatures;
    private final Map<String, Set<String>> implementations;
    private final Set<String> lambdas;
    private final Deque<Map<String, Tree>> variables = new ArrayDeque<>();
    private final Deque<Tree> results = new ArrayDeque<>();

    Targets(
        Unit unit,
        Map<String, List<Signature>> signatures,
        Map<String, Set<String>> implementations,
        Set<String> lambdas) {
      this.unit = unit;
      this.signatures = signatures;
      this.implementations = implementations;
      this.lambdas = lambdas;
      variables.push(new HashMap<>());
    }

    @Override
    public Void visitClass(ClassTree tree, String scope) {
      String name =
          tree.getSimpleName().isEmpty()
              ? scope
              : scope.isEmpty()
                  ? tree.getSimpleName().toString()
                  : scope + "." + tree.getSimpleName();
      variables.push(new HashMap<>());
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree v) {
          variables.peek().put(v.getName().toString(), v.getType());
        }
      }
      super.visitClass(tree, name);
      variables.pop();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, String scope) {
      variables.push(new HashMap<>());
      results.push(tree.getReturnType() == null ? tree : tree.getReturnType());
      super.visitMethod(tree, scope);
      results.pop();
      variables.pop();
      return null;
    }

    @Override
    public Void visitBlock(BlockTree tree, String scope) {
      variables.push(new HashMap<>());
      super.visitBlock(tree, scope);
      variables.pop();
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, String scope) {
      if (tree.getType() != null) {
        variables.peek().put(tree.getName().toString(), tree.getType());
        becomes(tree.getInitializer(), resolve(tree.getType(), unit, scope));
      }
      return super.visitVariable(tree, scope);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, String scope) {
      String assigned = dotted(tree.getVariable());
      String name = assigned == null ? "" : assigned.replaceFirst("^this\\.", "");
      for (Map<String, Tree> level : variables) {
        if (level.containsKey(name)) {
          becomes(tree.getExpression(), resolve(level.get(name), unit, scope));
          break;
        }
      }
      return super.visitAssignment(tree, scope);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, String scope) {
      results.push(tree);
      super.visitLambdaExpression(tree, scope);
      results.pop();
      return null;
    }

    @Override
    public Void visitReturn(ReturnTree tree, String scope) {
      Tree result = results.peek();
      if (result != null && !(result instanceof LambdaExpressionTree)) {
        becomes(tree.getExpression(), resolve(result, unit, scope));
      }
      return super.visitReturn(tree, scope);
    }

    @Override
    public Void visitTypeCast(TypeCastTree tree, String scope) {
      becomes(tree.getExpression(), resolve(tree.getType(), unit, scope));
      return super.visitTypeCast(tree, scope);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, String scope) {
      String name =
          tree.getMethodSelect() instanceof MemberSelectTree select
              ? select.getIdentifier().toString()
              : tree.getMethodSelect().toString();
      if (name.equals("this") || name.equals("super")) {
        name = scope.substring(scope.lastIndexOf('.') + 1);
      }
      arguments(name, tree.getArguments());
      return super.visitMethodInvocation(tree, scope);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, String scope) {
      String simple = tree.getIdentifier().toString().replaceAll("<.*", "").replaceAll(".*\\.", "");
      arguments(simple, tree.getArguments());
      if (tree.getClassBody() != null) {
        String resolved = resolve(tree.getIdentifier(), unit, scope);
        if (resolved != null) {
          String where = place(unit, tree, "").strip();
          Set<String> all = new HashSet<>(allSupertypes(resolved, new HashSet<>()));
          all.add(resolved);
          all.forEach(t -> implementations.computeIfAbsent(t, n -> new TreeSet<>()).add(where));
        }
      }
      return super.visitNewClass(tree, scope);
    }

    private void arguments(String name, List<? extends ExpressionTree> arguments) {
      for (Signature s : signatures.getOrDefault(name, List.of())) {
        int count = s.parameters().size();
        if (count != arguments.size() && !(s.varargs() && arguments.size() >= count - 1)) {
          continue;
        }
        for (int i = 0; i < arguments.size(); i++) {
          becomes(arguments.get(i), s.parameters().get(Math.min(i, count - 1)));
        }
      }
    }

    private void becomes(ExpressionTree value, String type) {
      if (value instanceof ParenthesizedTree inner) {
        becomes(inner.getExpression(), type);
      } else if (value instanceof ConditionalExpressionTree choice) {
        becomes(choice.getTrueExpression(), type);
        becomes(choice.getFalseExpression(), type);
      } else if (type != null
          && (value instanceof LambdaExpressionTree || value instanceof MemberReferenceTree)) {
        lambdas.add(type);
      }
    }
  }

  // --- Markdown ---------------------------------------------------------------------------------

  private Figure longMarkdown() throws IOException {
    List<String> places = new ArrayList<>();
    for (Path file : markdown) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        int width = lines.get(i).codePointCount(0, lines.get(i).length());
        if (width > MARKDOWN_WIDTH) {
          places.add(relative(file) + ":" + (i + 1) + "  " + width + " characters");
        }
      }
    }
    return new Figure(
        "markdown.long",
        "lines over 120 characters in .md files",
        0,
        places.size(),
        markdown.size() + " files",
        places);
  }
}
