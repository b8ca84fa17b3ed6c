package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creation of the first administrator with the setup link. */
class SetupIT {
  private static final String BODY =
      "{\"code\":\"%s\",\"login\":\"%s\",\"name\":\"Quản trị\",\"password\":\"%s\"}";

  private final AccountTester pulse = AccountTester.start();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theLinkCreatesAndSignsInTheAdministrator() throws Exception {
    var browser = pulse.browser();
    assertThat(browser.get("/sign-in").json().path("setup").asBoolean()).isTrue();
    var answer = browser.keep(setUp(browser, pulse.first.setupCode(), "Quantri"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.text("account/login")).isEqualTo("quantri");
    assertThat(answer.json().at("/account/administrator").asBoolean()).isTrue();
    assertThat(browser.get("/accounts").status()).isEqualTo(200);
    assertThat(browser.get("/sign-in").json().path("setup").asBoolean()).isFalse();
    assertThat(pulse.definitions.notes).contains("setup account.create first");
  }

  @Test
  void theCodeIsInTheFragmentWhichServersDoNotLog() {
    var link = pulse.first.accounts.setupLink(URI.create("http://127.0.0.1:8082/")).orElseThrow();
    assertThat(link.toString()).startsWith("http://127.0.0.1:8082/dashboard/setup#");
    assertThat(link.getRawQuery()).isNull();
  }

  @Test
  void everyInstanceAcceptsTheCodeOfAnother() throws Exception {
    var other = pulse.another();
    var answer = setUp(pulse.browser().at(other.origin), pulse.first.setupCode(), "quantri");
    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void onceAnAccountExistsCodesAreRefusedAndNotPrinted() throws Exception {
    String code = pulse.first.setupCode();
    pulse.withAdministrator();
    var answer = setUp(pulse.browser(), code, "evil");
    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.problem()).isEqualTo("code");
    assertThat(pulse.first.accounts.setupLink(URI.create("http://x/"))).isEmpty();
    assertThat(pulse.accounts.all()).hasSize(1);
  }

  /** Otherwise the link of the first start makes its holder administrator at each restart. */
  @Test
  void untilTheAccountsAreReadNoAccountIsTakenForMissing() throws Exception {
    String code = pulse.first.setupCode();
    pulse.withAdministrator();
    var known = pulse.signedIn("quantri");
    var account = pulse.accounts.get("first").orElseThrow();
    pulse.accounts.setLoaded(false);
    pulse.accounts.remove("first");
    int before = pulse.definitions.notes.size();
    var answer = setUp(pulse.browser(), code, "evil");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(known.get("/session").status()).isEqualTo(503);
    assertThat(known.get("/sign-in").status()).isEqualTo(503);
    assertThat(known.signIn("quantri", PASSWORD).status()).isEqualTo(503);
    assertThat(pulse.browser().get("/session", "Authorization", "Bearer sp_first_x_y").status())
        .isEqualTo(503);
    assertThat(pulse.definitions.notes).hasSize(before);
    pulse.accounts.put("first", account);
    pulse.accounts.setLoaded(true);
    assertThat(setUp(pulse.browser(), code, "evil").status()).isEqualTo(410);
    assertThat(known.get("/session").status()).isEqualTo(200);
  }

  @Test
  void aCodeExpiresAfterADay() throws Exception {
    String code = pulse.first.setupCode();
    pulse.clock.advance(Duration.ofHours(24));
    assertThat(setUp(pulse.browser(), code, "quantri").status()).isEqualTo(410);
    assertThat(setUp(pulse.browser(), "AAAA", "quantri").status()).isEqualTo(410);
  }

  @Test
  void oneOfTwoConcurrentSetupsCreatesTheAdministrator() throws Exception {
    String code = pulse.first.setupCode();
    var one = later(() -> setUp(pulse.browser(), code, "mot").status());
    var two = later(() -> setUp(pulse.browser(), code, "hai").status());
    assertThat(new int[] {one.get(), two.get()}).containsExactlyInAnyOrder(201, 410);
    assertThat(pulse.accounts.all()).hasSize(1);
  }

  @Test
  void invalidFieldsAreNamedAndTheCodeStaysValid() throws Exception {
    String code = pulse.first.setupCode();
    var badLogin = setUp(pulse.browser(), code, "có dấu");
    assertThat(badLogin.status()).isEqualTo(400);
    assertThat(badLogin.text("errors/0/field")).isEqualTo("login");
    var noName =
        pulse.browser().post("/setup", BODY.formatted(code, "a", PASSWORD).replace("Quản trị", ""));
    assertThat(noName.text("errors/0/field")).isEqualTo("name");
    var weak = pulse.browser().post("/setup", BODY.formatted(code, "a", "short"));
    assertThat(weak.text("errors/0/field")).isEqualTo("password");
    var common = pulse.browser().post("/setup", BODY.formatted(code, "a", "123456789012"));
    assertThat(common.status()).isEqualTo(400);
    assertThat(common.text("errors/0/field")).isEqualTo("password");
    assertThat(common.text("errors/0/code")).isEqualTo("common-password");
    assertThat(setUp(pulse.browser(), code, "quantri").status()).isEqualTo(201);
  }

  private static Browser.Answer setUp(Browser browser, String code, String login) throws Exception {
    return browser.post("/setup", BODY.formatted(code, login, PASSWORD));
  }

  private static <T> CompletableFuture<T> later(java.util.concurrent.Callable<T> task) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return task.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
