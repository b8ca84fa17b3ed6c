package io.sitepulse.local.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What visitors get at the public address.
 *
 * @param script status of {@code /sitepulse.js}
 * @param metrics status of {@code /metrics}
 * @param health status of {@code /health/ready}
 */
record PublicFacts(URI url, int script, int metrics, int health) {
  private static final int OK = 200;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Asks as a visitor's browser would. */
  static PublicFacts ask(URI url) {
    return new PublicFacts(
        url,
        HttpAnswer.of(url.resolve("/sitepulse.js")).status(),
        HttpAnswer.of(url.resolve("/metrics")).status(),
        HttpAnswer.of(url.resolve("/health/ready")).status());
  }

  List<Finding> judge() {
    var findings = new ArrayList<Finding>();
    String subject = "public address " + url;
    findings.add(
        script == OK
            ? Finding.ok(subject, "serves the script")
            : Finding.fault(
                subject,
                "/sitepulse.js is answered " + (script == HttpAnswer.NONE ? "not at all" : script),
                "check DNS, the certificate and the proxy in front"));
    boolean loopback = LOOPBACK.contains(String.valueOf(url.getHost()));
    if (loopback) {
      return findings;
    }
    findings.add(
        metrics == OK || health == OK || health == 503
            ? Finding.fault(
                subject,
                "/metrics or /health is public",
                "let the proxy answer 404, as deploy/nginx/nginx.conf does")
            : Finding.ok(subject, "/metrics and /health are not public"));
    findings.add(
        "https".equals(url.getScheme())
            ? Finding.ok(subject, "uses TLS")
            : Finding.fault(
                subject,
                "without TLS, passwords and votes are readable on their way",
                "put a proxy with TLS in front, docs/operate.md"));
    return findings;
  }
}
