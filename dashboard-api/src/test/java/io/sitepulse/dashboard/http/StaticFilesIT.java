package io.sitepulse.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sitepulse.dashboard.DashboardTester;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests static files over HTTP. */
class StaticFilesIT {
  private static final String DOCUMENT = "/api/openapi.yaml";

  private final DashboardTester pulse = DashboardTester.start();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aFileIsCacheableAndReadableFromAnyOrigin() throws Exception {
    var answer = pulse.get(DOCUMENT);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/yaml");
    assertThat(header(answer, "Cache-Control"))
        .isEqualTo("public, max-age=3600, stale-while-revalidate=86400");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    String tag = header(answer, "ETag");
    assertThat(pulse.get(DOCUMENT, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void theCompressedFormHasItsOwnEntityTag() throws Exception {
    var plain = pulse.send(HttpMethod.HEAD, DOCUMENT, "");
    var packed = pulse.send(HttpMethod.HEAD, DOCUMENT, "", "Accept-Encoding", "gzip, br");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
    assertThat(length(packed)).isLessThan(length(plain));
  }

  @Test
  void scriptsHaveTheContentTypeOfScripts() throws Exception {
    assumeTrue(getClass().getResource("/web/sitepulse.js") != null, "built without web/");
    for (String script :
        new String[] {
          "/sitepulse.js", "/sitepulse-poll.js", "/sitepulse-share.js", "/sitepulse-frame.js"
        }) {
      var answer = pulse.get(script);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static long length(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Content-Length").orElse(-1);
  }
}
