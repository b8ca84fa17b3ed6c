import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Check of the alert rules and dashboards in {@code deploy/monitoring}.
 *
 * <p>{@code java deploy/CheckMonitoring.java [URL…]}, from the top of the repository. It exits 1 with
 * one line for each fault.
 *
 * <ul>
 *   <li>Each alert has a heading in {@code docs/alerts.md}, and each heading an alert.
 *   <li>Without URLs: {@code promtool} accepts the rules, and their tests pass. Skipped if it is not
 *       installed.
 *   <li>With URLs of running processes: their {@code /metrics} have all metrics that are named.
 *   <li>With URLs, and where {@code prometheus} is installed: a Prometheus scrapes them, and
 *       evaluates each rule and each query of the dashboards without an error.
 * </ul>
 */
class CheckMonitoring {
  private static final Path FOLDER = Path.of("deploy/monitoring");
  private static final Path RULES = FOLDER.resolve("rules.yml");
  private static final Path HOST_RULES = FOLDER.resolve("host-rules.yml");
  private static final Path RUNBOOK = Path.of("docs/alerts.md");
  private static final Duration SOON = Duration.ofSeconds(180);

  /** Names that only a process has. Metrics of node_exporter are in none. */
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:sitepulse|kafka|jvm|process|system|disk)_[a-z0-9_]+\\b(?!\")");

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern EXPR = Pattern.compile("\"expr\": (\"(?:[^\"\\\\]|\\\\.)*\")");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final List<String> FAULTS = new ArrayList<>();

  private CheckMonitoring() {}

  /** A query of a dashboard. */
  private record Query(Path file, String expression) {}

  public static void main(String[] urls) throws Exception {
    List<Query> queries = queries();
    runbook();
    if (urls.length == 0) {
      promtool();
    } else {
      List<URI> processes = Arrays.stream(urls).map(URI::create).toList();
      metrics(queries, processes);
      prometheus(queries, processes);
    }
    FAULTS.forEach(fault -> System.out.println("deploy/monitoring: " + fault));
    if (!FAULTS.isEmpty()) {
      System.exit(1);
    }
    System.out.println("deploy/monitoring: no faults");
  }

  private static List<Query> queries() throws IOException {
    var queries = new ArrayList<Query>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
      for (Path file : files.sorted().toList()) {
        Matcher found = EXPR.matcher(Files.readString(file));
        while (found.find()) {
          queries.add(new Query(file, unquoted(found.group(1))));
        }
      }
    }
    if (queries.isEmpty()) {
      FAULTS.add("the dashboards have no query");
    }
    return queries;
  }

  private static String unquoted(String json) {
    return json.substring(1, json.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
  }

  // --- Files ----------------------------------------------------------------------------------

  private static void runbook() throws IOException {
    String rules = Files.readString(RULES) + Files.readString(HOST_RULES);
    var alerts = new TreeSet<String>();
    Matcher found = ALERT.matcher(rules);
    while (found.find()) {
      alerts.add(found.group(1));
      String anchor = "docs/alerts.md#" + found.group(1).toLowerCase(Locale.ROOT);
      if (!rules.contains("runbook: " + anchor + "\n")) {
        FAULTS.add(found.group(1) + " has no line runbook: " + anchor);
      }
    }
    Set<String> headings =
        Files.readAllLines(RUNBOOK).stream()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).strip())
            .collect(Collectors.toCollection(TreeSet::new));
    difference(alerts, headings).forEach(name -> FAULTS.add(RUNBOOK + " has no heading " + name));
    difference(headings, alerts).forEach(name -> FAULTS.add(RUNBOOK + ": no alert is " + name));
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    var rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static void promtool() throws Exception {
    if (!isInstalled("promtool")) {
      System.out.println("deploy/CheckMonitoring.java: rules skipped, promtool is not installed");
      return;
    }
    run("promtool", "check", "rules", RULES.toString(), HOST_RULES.toString());
    run("promtool", "check", "config", FOLDER.resolve("prometheus.yml").toString());
    run(
        "promtool",
        "test",
        "rules",
        FOLDER.resolve("rules-test.yml").toString(),
        FOLDER.resolve("rules-days-test.yml").toString());
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      FAULTS.add(String.join(" ", command) + "\n" + text);
    }
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  // --- Running processes ------------------------------------------------------------------------

  /** Some metrics come with the first request or batch, so it looks until all are there. */
  private static void metrics(List<Query> queries, List<URI> processes) throws Exception {
    var named = new TreeSet<String>();
    queries.forEach(query -> named.addAll(metricsIn(query.expression())));
    named.addAll(metricsIn(Files.readString(RULES)));
    var missing = new TreeSet<>(named);
    boolean all =
        holds(
            () -> {
              missing.retainAll(difference(named, exposed(processes)));
              return missing.isEmpty();
            });
    if (!all) {
      FAULTS.add("no process has the metrics " + missing);
    }
    System.out.println("deploy/monitoring: " + named.size() + " metrics are named");
  }

  private static Set<String> metricsIn(String expressions) {
    var names = new HashSet<String>();
    String code = STRING.matcher(expressions).replaceAll("\"\"");
    Matcher found = METRIC.matcher(code);
    while (found.find()) {
      names.add(found.group());
    }
    return names;
  }

  private static Set<String> exposed(List<URI> processes) {
    return processes.stream()
        .flatMap(process -> get(process.resolve("/metrics")).lines())
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  private static void prometheus(List<Query> queries, List<URI> processes) throws Exception {
    if (!isInstalled("prometheus")) {
      System.out.println(
          "deploy/CheckMonitoring.java: queries skipped, prometheus is not installed");
      return;
    }
    Path folder = Files.createTempDirectory("check-monitoring");
    String targets =
        processes.stream()
            .map(process -> "'" + process.getAuthority() + "'")
            .collect(Collectors.joining(", "));
    Path configuration =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 3s, scrape_timeout: 3s, evaluation_interval: 3s}
            rule_files: [%s, %s]
            scrape_configs:
              - job_name: sitepulse
                static_configs: [{targets: [%s]}]
            """
                .formatted(RULES.toAbsolutePath(), HOST_RULES.toAbsolutePath(), targets));
    int port = freePort();
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      evaluate(queries, URI.create("http://127.0.0.1:" + port), processes.size());
    } finally {
      process.destroy();
      process.waitFor();
      if (!FAULTS.isEmpty()) {
        System.out.println(Files.readString(log));
      }
      delete(folder);
    }
  }

  private static void evaluate(List<Query> queries, URI prometheus, int processes) {
    String scraped = "count(rate(sitepulse_clock_seconds[1m]) > 0) == " + processes;
    if (!holds(() -> get(query(prometheus, scraped)).contains("\"value\":"))) {
      FAULTS.add("Prometheus does not scrape " + processes + " processes");
      return;
    }
    int empty = 0;
    for (Query query : queries) {
      String answer = get(query(prometheus, filled(query.expression())));
      if (!answer.startsWith("{\"status\":\"success\"")) {
        FAULTS.add(query.file() + ": " + query.expression() + "\n" + answer);
      } else if (answer.contains("\"result\":[]")) {
        empty++;
      }
    }
    URI rules = prometheus.resolve("/api/v1/rules");
    if (!holds(() -> !get(rules).contains("\"health\":\"unknown\""))) {
      FAULTS.add("Prometheus did not evaluate all rules");
    }
    String evaluated = get(rules);
    if (evaluated.contains("\"health\":\"err\"") || !evaluated.contains("\"health\":\"ok\"")) {
      FAULTS.add("rules with an error:\n" + evaluated);
    }
    System.out.println(
        "deploy/monitoring: %d queries evaluated, %d without a value"
            .formatted(queries.size(), empty));
  }

  /** A query with the variables that Grafana fills in. */
  private static String filled(String expression) {
    return expression
        .replace("$__rate_interval", "1m")
        .replace("$instance", ".*")
        .replace("$job", ".*");
  }

  private static URI query(URI prometheus, String expression) {
    String text = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return prometheus.resolve("/api/v1/query?query=" + text);
  }

  /** The body of any answer, or nothing while there is none. */
  private static String get(URI url) {
    try {
      return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static boolean holds(BooleanSupplier condition) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
