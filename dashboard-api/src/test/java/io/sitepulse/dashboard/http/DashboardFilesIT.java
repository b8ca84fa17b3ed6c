package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sitepulse.dashboard.DashboardTester;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the page and the assets of the dashboard over HTTP. */
class DashboardFilesIT {
  private static final Pattern SCRIPT = Pattern.compile("/dashboard/assets/[A-Za-z0-9_-]+\\.js");

  private final DashboardTester pulse = DashboardTester.start();

  @BeforeEach
  void needsTheDashboard() {
    assumeTrue(
        getClass().getResource("/web/dashboard/files.txt") != null, "built without the dashboard");
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void everyPathOfTheDashboardServesItsPage() throws Exception {
    var page = pulse.get("/dashboard/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    for (String address :
        new String[] {"/dashboard", "/dashboard/site/so-y-te.vn?period=2026-Q4"}) {
      assertThat(pulse.get(address).body()).isEqualTo(page.body());
    }
    assertThat(pulse.get("/dashboard/", "If-None-Match", header(page, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void theRootLeadsToThePage() throws Exception {
    var root = pulse.get("/");
    assertThat(root.statusCode()).isEqualTo(302);
    assertThat(header(root, "Location")).isEqualTo("/dashboard/");
  }

  @Test
  void thePageAllowsOwnFilesOnlyAndNoFraming() throws Exception {
    var page = pulse.get("/dashboard/");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("style=");
  }

  @Test
  void anAssetIsImmutableAndCompressed() throws Exception {
    Matcher script = SCRIPT.matcher(pulse.get("/dashboard/").body());
    assertThat(script.find()).isTrue();
    var plain = pulse.send(HttpMethod.HEAD, script.group(), "");
    var packed = pulse.send(HttpMethod.HEAD, script.group(), "", "Accept-Encoding", "gzip");
    assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(plain, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(length(packed)).isLessThan(length(plain));
  }

  @Test
  void missingAssetsAndPathsOutsideTheFolderAreNotServed() throws Exception {
    assertThat(pulse.get("/dashboard/assets/index-old.js").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/dashboard/assets/..%2f..%2fsitepulse.js").body())
        .doesNotContain("sendBeacon");
    assertThat(pulse.send(HttpMethod.POST, "/dashboard/", "").statusCode()).isEqualTo(405);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static long length(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Content-Length").orElse(-1);
  }
}
