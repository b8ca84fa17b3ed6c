package io.sitepulse.local.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a process answers at its own port.
 *
 * @param health answer of {@code /health/ready}
 * @param metrics answer of {@code /metrics}
 * @param asked when the metrics were asked for
 */
record ServiceFacts(URI url, HttpAnswer health, HttpAnswer metrics, Instant asked) {
  private static final int OK = 200;
  private static final int NOT_READY = 503;
  private static final double LATE_SECONDS = 300;
  private static final double MILLIS = 1000;

  /** Asks the process. */
  static ServiceFacts ask(URI url) {
    HttpAnswer health = HttpAnswer.of(url.resolve("/health/ready"));
    Instant asked = Instant.now();
    return new ServiceFacts(url, health, HttpAnswer.of(url.resolve("/metrics")), asked);
  }

  List<Finding> judge() {
    var findings = new ArrayList<Finding>();
    Finding readiness = readiness();
    findings.add(readiness);
    if (readiness.state() == Finding.State.OK || health.status() == NOT_READY) {
      judgeMetrics(findings);
    }
    return findings;
  }

  private Finding readiness() {
    String subject = "process " + url;
    if (health.status() == HttpAnswer.NONE) {
      return Finding.fault(
          subject,
          "does not answer (" + health.body() + ")",
          "start it, or check address, port and firewall");
    }
    List<String> missing = missing();
    if (missing == null) {
      return Finding.fault(
          subject,
          "another program answers there (" + health.status() + ")",
          "give the address of the process itself, or free the port");
    }
    return health.status() == OK
        ? Finding.ok(subject, "ready")
        : Finding.fault(
            subject,
            "not ready: " + String.join(", ", missing),
            "docs/alerts.md#sitepulsenotready, and its log");
  }

  /** Failing checks, or null if this is no answer of sitepulse. */
  private @Nullable List<String> missing() {
    try {
      JsonNode checks = Json.MAPPER.readTree(health.body()).path("checks");
      var names = new ArrayList<String>();
      for (var check : checks.properties()) {
        if (!check.getValue().asText().equals("up")) {
          names.add(check.getKey());
        }
      }
      return checks.isObject() ? names : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private void judgeMetrics(List<Finding> findings) {
    var text = new MetricsText(metrics.status() == OK ? metrics.body() : "");
    OptionalDouble clock = text.sum("sitepulse_clock_seconds");
    if (clock.isEmpty()) {
      findings.add(
          Finding.warning(
              "metrics of " + url,
              "cannot be read (" + metrics.status() + ")",
              "run the doctor where /metrics can be reached"));
      return;
    }
    findings.add(clock(clock.getAsDouble()));
    grown(text, "sitepulse_proxies_untrusted_total", "")
        .ifPresent(
            count ->
                findings.add(
                    Finding.warning(
                        "proxies of " + url,
                        "a proxy that is not trusted sends events of many visitors",
                        "add its address, which the log has, to sitepulse.ingest.trusted-proxies")));
    grown(text, "sitepulse_events_refused_total", "reason=\"origin\"")
        .ifPresent(
            count ->
                findings.add(
                    Finding.warning(
                        "origins at " + url,
                        "%.0f events since its start came from origins of no site".formatted(count),
                        "allow the origins at /dashboard/state, or find who copied the script")));
    grown(text, "sitepulse_events_unavailable_total", "")
        .ifPresent(
            count ->
                findings.add(
                    Finding.warning(
                        "collector " + url,
                        "%.0f events since its start were answered 503".formatted(count),
                        "docs/alerts.md#sitepulseeventsunavailable")));
    text.sum("sitepulse_sink_delay_seconds").ifPresent(delay -> findings.add(sink(text, delay)));
  }

  private Finding clock(double seconds) {
    Instant there = Instant.ofEpochMilli(Math.round(seconds * MILLIS));
    return new ClockDifference("clock of " + url, Duration.between(asked, there), metrics.took())
        .judge();
  }

  private Finding sink(MetricsText text, double delay) {
    String subject = "sink of " + url;
    if (text.sum("sitepulse_sink_waiting").orElse(0) > 0) {
      return Finding.fault(
          subject, "ClickHouse refuses its rows", "docs/alerts.md#sitepulseclickhouseaway");
    }
    return delay > LATE_SECONDS
        ? Finding.warning(
            subject, "%.0f s behind".formatted(delay), "docs/alerts.md#sitepulsesinkbehind")
        : Finding.ok(subject, "%.0f s behind".formatted(delay));
  }

  private static OptionalDouble grown(MetricsText text, String name, String label) {
    OptionalDouble sum = text.sum(name, label);
    return sum.orElse(0) > 0 ? sum : OptionalDouble.empty();
  }
}
