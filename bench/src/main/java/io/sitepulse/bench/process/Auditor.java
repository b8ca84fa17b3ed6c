package io.sitepulse.bench.process;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.bench.report.AuditOutcome;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Runs the program's own {@code audit} in a process of its own. */
final class Auditor {
  private static final int FAILED = 2;
  private static final String SETTLE_SECONDS = "20";
  private static final String MAIN = "io.sitepulse.local.cli.SitepulseCommand";

  private final Path folder;
  private final Map<String, String> environment;
  private final LocalDate from = LocalDate.now(Site.DEFAULT_ZONE);
  private String report = "";

  /** Prepares to audit all days from today on. */
  Auditor(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Audits until the outcome is clean or the time is over. If it is not clean, the last report is
   * written to the standard error output.
   *
   * @param sent events known to be accepted
   * @param unanswered events that may be accepted too
   */
  AuditOutcome run(String part, long sent, long unanswered, Duration settle) throws Exception {
    long end = System.nanoTime() + settle.toNanos();
    AuditOutcome outcome = once(part, sent, unanswered);
    while (!outcome.clean() && System.nanoTime() < end) {
      Thread.sleep(500);
      outcome = once(part, sent, unanswered);
    }
    if (!outcome.clean()) {
      System.err.println(report);
    }
    return outcome;
  }

  private AuditOutcome once(String part, long sent, long unanswered) throws Exception {
    Path output = folder.resolve("audit.log");
    Files.deleteIfExists(output);
    var arguments =
        List.of(
            "audit",
            "--json",
            "--settle",
            SETTLE_SECONDS,
            "--from",
            from.toString(),
            "--to",
            LocalDate.now(Site.DEFAULT_ZONE).toString());
    try (var audit = ChildProcess.java("audit", folder, environment, MAIN, arguments)) {
      int exit = audit.await();
      String text = audit.output();
      if (exit >= FAILED) {
        throw new IOException("the audit could not be run: " + text);
      }
      report = text;
      return outcome(part, sent, unanswered, text);
    }
  }

  /** Reads the report of the audit. Lines before its first brace are warnings. */
  static AuditOutcome outcome(String part, long sent, long unanswered, String text)
      throws IOException {
    int begin = text.indexOf('{');
    JsonNode report = Json.MAPPER.readTree(begin < 0 ? "{}" : text.substring(begin));
    JsonNode differences = report.get("differences");
    if (differences == null || !differences.isIntegralNumber()) {
      throw new IOException("the audit printed no report: " + text);
    }
    long received = 0;
    for (JsonNode day : report.path("days")) {
      received += day.path("recounted").path("received").asLong();
    }
    return new AuditOutcome(part, sent, received, unanswered, differences.asLong());
  }
}
