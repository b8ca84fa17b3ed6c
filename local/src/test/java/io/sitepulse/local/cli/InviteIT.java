package io.sitepulse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.runtime.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The only administrator has lost the password. The operator of the machine makes a new link. */
class InviteIT {
  private static final String LOST = "một mật khẩu đã quên";
  private static final String CHOSEN = "một mật khẩu mới tinh";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set by start, which JUnit calls first
  private static Sitepulse pulse;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws Exception {
    System.setProperty("logback.configurationFile", "logback-test.xml");
    pulse = Sitepulse.start(SitepulseOptions.in(folder.resolve("data")));
    pulse.firstAdministrator("quantri", "Nguyễn Thị Quản Trị", LOST);
  }

  @AfterAll
  static void stop() {
    pulse.close();
  }

  @Test
  void anInvitationSetsAPasswordEndsSessionsAndIsLogged() throws Exception {
    var before = new User();
    assertThat(before.signIn(LOST).statusCode()).isEqualTo(200);
    assertThat(before.get("/session").statusCode()).isEqualTo(200);

    assertThat(run("invite", "quantri", "--data", pulse.data().toString())).isZero();

    URI link = URI.create(out.toString().strip());
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(link.toString()).startsWith(pulse.url() + "dashboard/invitation#");
    assertThat(err.toString()).contains("quantri").doesNotContain(link.getFragment());
    await().until(() -> before.get("/session").statusCode() == 401);

    var after = new User();
    assertThat(after.accept(link, CHOSEN).statusCode()).isEqualTo(200);
    assertThat(new User().accept(link, "mật khẩu của kẻ khác").statusCode()).isEqualTo(410);
    assertThat(new User().signIn(CHOSEN).statusCode()).isEqualTo(200);
    assertThat(new User().signIn(LOST).statusCode()).isEqualTo(401);
    await()
        .untilAsserted(
            () ->
                assertThat(changes(after))
                    .anySatisfy(
                        change -> {
                          assertThat(change.path("action").asText()).isEqualTo("account.invite");
                          assertThat(change.path("byName").asText()).isEqualTo("operator");
                          assertThat(change.toString()).doesNotContain(link.getFragment());
                        }));
  }

  @Test
  void theSecondFactorIsRemovedOnRequestAndThatIsLogged() throws Exception {
    String data = pulse.data().toString();
    assertThat(run("invite", "quantri", "--remove-second-factor", "--data", data)).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    URI link = URI.create(out.toString().strip());
    var user = new User();
    // The password of the other tests, which may come later.
    await().until(() -> user.accept(link, LOST).statusCode() == 200);
    await()
        .untilAsserted(
            () ->
                assertThat(changes(user))
                    .extracting(change -> change.path("action").asText())
                    .contains("account.second-factor-removed"));
  }

  @Test
  void aNewInstallationHasNothingInvented() throws Exception {
    String data = pulse.data().toString();
    assertThat(run("invite", "quantri", "--data", data)).isZero();
    URI link = URI.create(out.toString().strip());
    var user = new User();
    await().until(() -> user.accept(link, LOST).statusCode() == 200);
    for (String kind : List.of("sites", "groups", "polls", "targets", "notes")) {
      var answer = user.get("/" + kind);
      assertThat(answer.statusCode()).as(kind).isEqualTo(200);
      JsonNode entries = Json.MAPPER.readTree(answer.body());
      assertThat(entries.isArray()).as(answer.body()).isTrue();
      assertThat(entries).as(kind).isEmpty();
    }
  }

  @Test
  void anUnknownLoginIsNamedInOneLine() {
    assertThat(run("invite", "quantry", "--data", pulse.data().toString())).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().strip())
        .isEqualTo(
            "sitepulse invite: no account has the login 'quantry'. Active administrators: quantri");
  }

  @Test
  void anInstallationIsFoundByItsSettings() throws Exception {
    Path settings =
        settings(
            "sitepulse.kafka.bootstrap=" + pulse.kafka().bootstrap(),
            kafkaClient(),
            "sitepulse.dashboard.data=" + pulse.data().resolve("dashboard"),
            "sitepulse.dashboard.address=https://dem.example.gov.vn");
    assertThat(run("invite", "quantri", "--config", settings.toString())).isZero();
    URI link = URI.create(out.toString().strip());
    assertThat(link.toString()).startsWith("https://dem.example.gov.vn/dashboard/invitation#");
    // It is the password that is refused, not the link.
    assertThat(new User().accept(link, "short").statusCode()).isEqualTo(400);
  }

  @Test
  void noLinkIsCreatedThatWouldNotWork() throws Exception {
    Path settings = settings("sitepulse.session.secret=quite another secret");
    String data = pulse.data().toString();
    assertThat(run("invite", "quantri", "--data", data, "--config", settings.toString()))
        .isEqualTo(1);
    assertOneLine("signs with another secret", "SITEPULSE_SESSION_SECRET");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMissingSecretIsNotCreated() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    Path settings =
        settings(
            "sitepulse.kafka.bootstrap=" + pulse.kafka().bootstrap(),
            kafkaClient(),
            "sitepulse.dashboard.data=" + nowhere);
    assertThat(run("invite", "quantri", "--config", settings.toString())).isEqualTo(1);
    assertOneLine("there is no secret in " + nowhere, "sitepulse.session.secret");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void withoutARunningInstanceItFailsWithOneLine() {
    assertThat(run("invite", "quantri", "--data", folder.resolve("empty").toString())).isEqualTo(1);
    assertOneLine("no sitepulse runs here");
  }

  private static String kafkaClient() {
    return "sitepulse.kafka.client-properties="
        + pulse.kafka().security().text().replace("\n", "\\n");
  }

  private static Path settings(String... lines) throws Exception {
    return Files.write(Files.createTempFile(folder, "settings", ".properties"), List.of(lines));
  }

  private static JsonNode changes(User administrator) throws Exception {
    var answer = administrator.get("/changes?by=command&subject=first");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body()).path("changes");
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

  /** A user with a browser of their own. */
  private static final class User {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> signIn(String password) throws Exception {
      return post("/session", Map.of("login", "quantri", "password", password));
    }

    HttpResponse<String> accept(URI link, String password) throws Exception {
      return post("/invitation", Map.of("code", link.getFragment(), "password", password));
    }

    HttpResponse<String> get(String path) throws Exception {
      return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
      String json = Json.MAPPER.writeValueAsString(body);
      return send(
          HttpRequest.newBuilder(at(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return client.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(String path) {
      return pulse.url().resolve("/api/manage" + path);
    }
  }
}
