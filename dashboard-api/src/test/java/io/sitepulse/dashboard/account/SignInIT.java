package io.sitepulse.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.Json;
import io.sitepulse.dashboard.DashboardTester;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in over HTTP, from the first administrator on. */
class SignInIT {
  private static final String PASSWORD = "một mật khẩu dài";
  private static final String SET_UP =
      "{\"code\":\"%s\",\"login\":\"Quantri\",\"name\":\"Quản trị\",\"password\":\"%s\"}";

  private final DashboardTester pulse = DashboardTester.start();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theFirstStartsLinkMakesTheAdministratorWhoIsSignedInThen() throws Exception {
    assertThat(json(get("/sign-in")).path("setup").asBoolean()).isTrue();
    var answer = post("/setup", SET_UP.formatted(code(), PASSWORD));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).at("/account/login").asText()).isEqualTo("quantri");
    assertThat(json(answer).at("/account/administrator").asBoolean()).isTrue();
    var session = get("/session", "Cookie", cookie(answer));
    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(json(session)).isEqualTo(json(answer));
    assertThat(json(get("/sign-in")).path("setup").asBoolean()).isFalse();
  }

  @Test
  void withTheRightPasswordOneIsSignedInUntilOneSignsOut() throws Exception {
    pulse.routes.accounts().createFirst("quantri", "Quản trị", PASSWORD).await();
    var answer = post("/session", credentials("QuanTri", PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(200);
    String cookie = cookie(answer);
    assertThat(send(HttpMethod.DELETE, "/session", "", "Cookie", cookie).statusCode())
        .isEqualTo(403);
    String csrf = json(answer).path("csrf").asText();
    var out = send(HttpMethod.DELETE, "/session", "", "Cookie", cookie, OwnPages.HEADER, csrf);
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(get("/session", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  private String code() {
    return pulse
        .routes
        .accounts()
        .setupLink(URI.create(pulse.origin()))
        .orElseThrow()
        .getFragment();
  }

  private static String credentials(String login, String password) {
    return "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(SessionCookies.SESSION))
        .map(cookie -> cookie.split(";", 2)[0])
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(HttpMethod.POST, path, body, "Content-Type", "application/json");
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpMethod.GET, path, "", headers);
  }

  private HttpResponse<String> send(HttpMethod method, String path, String body, String... headers)
      throws Exception {
    return pulse.send(method, "/api/manage" + path, body, headers);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.MAPPER.readTree(answer.body());
  }
}
