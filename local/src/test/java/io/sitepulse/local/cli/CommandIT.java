package io.sitepulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.local.instance.DataLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIT {
  private static final Pattern URL = Pattern.compile("^ {2}(http://\\S+)$", Pattern.MULTILINE);

  /** Sends the log to where all tests log. Commands choose their own destination otherwise. */
  @BeforeAll
  static void logAsTestsDo() {
    System.setProperty("logback.configurationFile", "logback-test.xml");
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "test",
        "replay",
        "latency",
        "invite",
        "doctor",
        "backup",
        "restore",
        "rebuild",
        "ingest",
        "streams",
        "dashboard",
        "broker",
        "clickhouse",
        "fetch-engine"
      })
  void everyCommandTellsWhatItDoesItsOptionsItsExitCodesAndExamples(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString())
        .contains("Usage: sitepulse " + command, "Options:", "Exit codes:", "Examples:")
        .contains("./sitepulse " + command);
  }

  @Test
  void everyCommandIsInTheListOfCommands() {
    assertThat(run("--help")).isZero();
    SitepulseCommand.commandLine()
        .getSubcommands()
        .keySet()
        .forEach(name -> assertThat(out.toString()).contains("\n  " + name + " "));
  }

  @Test
  void aTakenPortIsOneLine(@TempDir Path folder) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int status = run("up", "--data", folder.toString(), "--port", "" + taken.getLocalPort());
      assertThat(status).isEqualTo(1);
    }
    assertOneLine("cannot listen on 127.0.0.1:", "--port");
  }

  @Test
  void aSecondStartOnTheSameDataIsOneLineThatTellsOfTheFirst(@TempDir Path folder)
      throws Exception {
    try (var lock = DataLock.take(folder)) {
      lock.say("http://127.0.0.1:8080/ (pid 7)");
      assertThat(run("up", "--data", folder.toString(), "--port", "0")).isEqualTo(1);
    }
    assertOneLine("already runs", "http://127.0.0.1:8080/ (pid 7)");
  }

  @Test
  void aSettingThatIsNoneIsOneLineThatNamesIt(@TempDir Path folder) throws Exception {
    Path settings =
        Files.writeString(folder.resolve("s.properties"), "sitepulse.ingest.linger=5\n");
    int status =
        run("up", "--data", folder.toString(), "--port", "0", "--config", settings.toString());

    assertThat(status).isEqualTo(2);
    assertOneLine("sitepulse.ingest.linger is not a setting");
  }

  @Test
  void theDoctorTellsOfEachPartThatIsAway(@TempDir Path folder) throws Exception {
    int port = closedPort();
    Path settings =
        Files.writeString(
            folder.resolve("s.properties"),
            """
            sitepulse.kafka.bootstrap=127.0.0.1:%1$d
            sitepulse.clickhouse.url=jdbc:clickhouse://127.0.0.1:%1$d/default
            sitepulse.ingest.trusted-proxies=0.0.0.0/0
            """
                .formatted(port));
    String url = "http://127.0.0.1:" + port;
    int status = run("doctor", "--config", settings.toString(), "--service", url, "--url", url);

    assertThat(status).as(out.toString()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "fault    process " + url + ": does not answer",
            "fault    public address " + url,
            "fault    sitepulse.ingest.trusted-proxies: 0.0.0.0/0 lets strangers",
            "fault    kafka: 127.0.0.1:" + port + " cannot be asked",
            "fault    clickhouse: ")
        .contains("1 ok, 0 warnings, 5 faults");
  }

  @Test
  void aMissingLogIsReportedInOneLine() {
    assertThat(run("replay", "/no/such.log", "--site", "demo", "--url", "http://127.0.0.1:9/"))
        .isEqualTo(1);
    assertOneLine("there is no file /no/such.log");
  }

  @Test
  void aServerThatIsNotThereIsOneLine(@TempDir Path folder) throws Exception {
    Path log =
        Files.writeString(
            folder.resolve("access.log"),
            "192.0.2.1 - - [02/Mar/2026:08:00:00 +0700] \"GET / HTTP/1.1\" 200 1 \"-\" \"x\"\n");
    int status =
        run(
            "replay",
            log.toString(),
            "--site",
            "demo",
            "--first",
            "--url",
            "http://127.0.0.1:" + closedPort());

    assertThat(status).isEqualTo(1);
    assertOneLine("nothing answers at http://127.0.0.1:");
  }

  @Test
  void oldLinesThatCannotBeLookedUpAreRefusedWithTheirOwnExitCode(@TempDir Path folder)
      throws Exception {
    Path log =
        Files.writeString(
            folder.resolve("access.log"),
            "192.0.2.1 - - [02/Mar/2026:08:00:00 +0700] \"GET / HTTP/1.1\" 200 1 \"-\" \"x\"\n");
    String url = "http://127.0.0.1:" + closedPort();

    assertThat(run("replay", log.toString(), "--site", "demo", "--url", url)).isEqualTo(5);
    assertOneLine("--first");
  }

  @Test
  void aLogWithoutPagesHasItsOwnExitCodeAndShowsALine(@TempDir Path folder) throws Exception {
    Path log = Files.writeString(folder.resolve("access.log"), "\u001b[31mno log\n");
    int status =
        run(
            "replay",
            log.toString(),
            "--site",
            "demo",
            "--url",
            "http://127.0.0.1:" + closedPort());

    assertThat(status).isEqualTo(4);
    assertThat(err.toString())
        .contains("1 of the 1 lines cannot be read")
        .contains("1: ?[31mno log");
    assertThat(err.toString()).contains("Nothing was sent.");
  }

  @Test
  void anInvalidLogFormatIsRefused() {
    assertThat(run("replay", "x", "--site", "demo", "--format", "%h %t")).isEqualTo(2);
    assertThat(err.toString()).contains("no column for the request");
  }

  @Test
  void anInvalidSpeedIsRefused() {
    assertThat(run("replay", "x", "--site", "demo", "--speed", "fast")).isEqualTo(2);
    assertThat(err.toString()).contains("neither a number above 0 nor max");
  }

  @Test
  void upAnswersAndAfterSigtermNothingIsLeft(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path printed = folder.resolve("out.txt");
    Process up =
        start(printed, "up", "--data", data.toString(), "--port", "0", "--seed", "shipped");
    try {
      URI url = await().until(() -> url(printed), Optional::isPresent).get();
      assertThat(status(url.resolve("/health/ready"))).isEqualTo(200);
      assertThat(status(url.resolve("/api/sites/demo/counters"))).isEqualTo(200);
      // With a Prometheus and a PHP, if this machine has them.
      Path checked = folder.resolve("checked.txt");
      assertThatItPasses(checked, java(), "deploy/CheckMonitoring.java", url.toString());
      assertThatItPasses(checked, "integrations/check", url.toString());
      assertThatTheDoctorFindsNoFault(data, url);
      List<ProcessHandle> children = up.descendants().toList();
      assertThat(children).as("ClickHouse's process").isNotEmpty();

      assertThat(run("up", "--data", data.toString(), "--port", "0")).isEqualTo(1);
      assertOneLine("already runs", url.toString());

      up.destroy();
      assertThat(up.waitFor()).isEqualTo(143);
      await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(Files.readString(printed)).contains("Stopped");
    } finally {
      up.destroyForcibly().waitFor();
    }
  }

  /** Runs a check from the top of the repository. */
  private static void assertThatItPasses(Path printed, String... check) throws Exception {
    Process process =
        new ProcessBuilder(check)
            .directory(Path.of("..").toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    int status = process.waitFor();
    assertThat(status).as(Files.readString(printed)).isZero();
  }

  private void assertThatTheDoctorFindsNoFault(Path data, URI url) {
    run("doctor", "--data", data.toString(), "--url", url.toString());
    // How full the disk of this machine is says nothing about the doctor.
    assertThat(out.toString().lines())
        .noneMatch(line -> line.startsWith("fault") && !line.contains("GiB free"));
    assertThat(out.toString())
        .contains(
            "ok       process " + url + ": ready",
            "ok       public address " + url + ": serves the script",
            "ok       clock of " + url,
            "ok       kafka leaders: ",
            "ok       kafka flush: ",
            "ok       clickhouse tables: ",
            "ok       clock of clickhouse: ",
            "ok       folder " + data + ": closed to other users")
        .contains("warning  origins: any page may count for ");
  }

  private int run(String... arguments) {
    return SitepulseCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private void assertOneLine(String... parts) {
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains(parts);
  }

  private static Process start(Path printed, String... arguments) throws IOException {
    var line =
        new java.util.ArrayList<>(
            List.of(
                java(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SitepulseCommand.class.getName()));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Optional<URI> url(Path printed) throws IOException {
    var match = URL.matcher(Files.readString(printed));
    return match.find() ? Optional.of(URI.create(match.group(1))) : Optional.empty();
  }

  private static int status(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
