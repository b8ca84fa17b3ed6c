package io.sitepulse.dashboard;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signed-in client of the management API: a browser session or a program with an API token. */
public final class Manager {
  private static final String LOGIN = "quantri";
  private static final String PASSWORD = "một mật khẩu dài";

  private final DashboardTester pulse;
  private final String[] headers;

  private Manager(DashboardTester pulse, String... headers) {
    this.pulse = pulse;
    this.headers = headers;
  }

  /** Signs in as the first administrator in a new browser, and creates the account if needed. */
  public static Manager administrator(DashboardTester pulse) throws Exception {
    if (pulse.accounts.get("first").isEmpty()) {
      pulse.routes.accounts().createFirst(LOGIN, "Quản trị", PASSWORD).await();
    }
    var body = new JsonObject().put("login", LOGIN).put("password", PASSWORD).encode();
    var answer =
        pulse.send(
            HttpMethod.POST,
            ManageRoutes.ROOT + "/session",
            body,
            "Content-Type",
            "application/json");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    String cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    String csrf = new JsonObject(answer.body()).getString("csrf");
    return new Manager(pulse, "Cookie", cookies, "Sitepulse-CSRF", csrf);
  }

  /** Creates an account with grants, and an API token of it. */
  public static Manager program(DashboardTester pulse, String account, Grant... grants) {
    return program(pulse, account, null, grants);
  }

  /** Creates an account with grants, and an API token of it that expires. */
  public static Manager program(
      DashboardTester pulse, String account, @Nullable Instant expires, Grant... grants) {
    String key = "sp_" + account + "_t_secret";
    var token = new ApiToken("t", "test", sha256(key), Role.VIEWER, Instant.EPOCH, expires);
    pulse.accounts.put(account, account(account, List.of(token), false, grants));
    return new Manager(pulse, "Authorization", "Bearer " + key);
  }

  /** Creates the record of an account. */
  public static Account account(
      String id, List<ApiToken> tokens, boolean disabled, Grant... grants) {
    return Account.builder()
        .id(id)
        .login(id)
        .name("Ông/Bà " + id)
        .grants(List.of(grants))
        .tokens(tokens)
        .disabled(disabled)
        .created(Instant.EPOCH)
        .build();
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send(HttpMethod.GET, path);
  }

  /** Sends a request without a body. */
  public HttpResponse<String> send(HttpMethod method, String path) throws Exception {
    return pulse.send(method, ManageRoutes.ROOT + path, "", headers);
  }

  /** Sends a request with a JSON body. */
  public HttpResponse<String> post(String path, String body) throws Exception {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return pulse.send(HttpMethod.POST, ManageRoutes.ROOT + path, body, all.toArray(String[]::new));
  }

  /** Downloads a file. */
  public byte[] bytes(String path) throws Exception {
    return pulse.bytes(ManageRoutes.ROOT + path, headers);
  }

  /** Opens the live overview. */
  public EventReader live() {
    return pulse.live(ManageRoutes.ROOT + "/live", headers);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
