package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.auth.session.SessionCookies;
import io.sitepulse.dashboard.secret.Secret;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Password sign-in and sessions over HTTP. */
class SessionIT {
  private static final String OTHER = "mật khẩu khác hẳn";

  private final AccountTester pulse = AccountTester.start().withAdministrator();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aTextThatIsNoLoginIsRefusedLikeAWrongPassword() throws Exception {
    for (String login : new String[] {"a".repeat(101), "ế".repeat(4_000), "có dấu", "", "\u0000"}) {
      var answer = pulse.browser().signIn(login, PASSWORD);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
      assertThat(answer.problem()).isEqualTo("credentials");
    }
    assertThat(pulse.counted(SignInMethod.PASSWORD, "refused")).isEqualTo(5);
    // Without the threads that hash, neither can be answered: both wait for a comparison.
    pulse.first.accounts.close();
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(503);
    assertThat(pulse.browser().signIn("a".repeat(101), PASSWORD).status()).isEqualTo(503);
  }

  @Test
  void anOverlongPasswordIsRefusedLikeAWrongOne() throws Exception {
    for (int length : new int[] {201, 800, 801, 15_000}) {
      var answer = pulse.browser().signIn("quantri", "a".repeat(length));
      assertThat(answer.problem()).as(answer.toString()).isEqualTo("credentials");
    }
    pulse.first.accounts.close();
    assertThat(pulse.browser().signIn("quantri", "a".repeat(15_000)).status()).isEqualTo(503);
  }

  @Test
  void aPasswordOf200CharactersIsAcceptedHoweverItIsTyped() throws Exception {
    String longest =
        new Random(1).ints(200, 0x1fa2, 0x1fa8).mapToObj(Character::toString).collect(joining());
    var browser = pulse.signedIn("quantri");
    var changed = browser.post("/session/password", change(PASSWORD, longest));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    String decomposed = Normalizer.normalize(longest, Normalizer.Form.NFD);
    assertThat(decomposed).hasSize(800);
    assertThat(pulse.browser().signIn("quantri", decomposed).status()).isEqualTo(200);
    assertThat(pulse.browser().signIn("quantri", decomposed + "a").status()).isEqualTo(401);
  }

  @Test
  void bodiesOfCallersWhoAreNotSignedInAreLimited() throws Exception {
    String large = "{\"login\":\"" + "a".repeat(17 << 10) + "\",\"password\":\"x\"}";
    for (String path : new String[] {"/session", "/setup", "/invitation"}) {
      assertThat(pulse.browser().post(path, large).status()).as(path).isEqualTo(413);
    }
    // Who is not signed in is refused before the body is read.
    String larger = "{\"name\":\"" + "a".repeat(2 << 20) + "\"}";
    assertThat(pulse.browser().post("/tokens", larger).status()).isEqualTo(401);
    assertThat(pulse.signedIn("quantri").post("/tokens", larger).status()).isEqualTo(413);
  }

  @Test
  void signInReturnsTheAccountAndItsRights() throws Exception {
    var browser = pulse.browser();
    var answer = browser.signIn(" QuanTri ", PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("account/login")).isEqualTo("quantri");
    assertThat(answer.json().at("/account/administrator").asBoolean()).isTrue();
    assertThat(answer.json().path("edits").asBoolean()).isTrue();
    assertThat(browser.get("/session").json()).isEqualTo(answer.json());
    assertThat(pulse.definitions.notes).contains("first session.begin first");
    assertThat(pulse.counted(SignInMethod.PASSWORD, "ok")).isEqualTo(1);
  }

  @Test
  void aPasswordMatchesInAllUnicodeCompositions() throws Exception {
    String decomposed = java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(PASSWORD);
    assertThat(pulse.browser().signIn("quantri", decomposed).status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginHaveTheSameResponse() throws Exception {
    var wrong = pulse.browser().signIn("quantri", "x");
    var nobody = pulse.browser().signIn("nobody", PASSWORD);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.problem()).isEqualTo("credentials");
    assertThat(nobody.toString()).isEqualTo(wrong.toString());
    assertThat(wrong.header("Set-Cookie")).isEmpty();
    assertThat(pulse.counted(SignInMethod.PASSWORD, "refused")).isEqualTo(2);
  }

  @Test
  void theCookieIsHttpOnlyAndLimitedToTheManagementApi() throws Exception {
    var plain = pulse.browser().signIn("quantri", PASSWORD).header("Set-Cookie");
    var behindProxy =
        pulse
            .browser()
            .post(
                "/session",
                "{\"login\":\"quantri\",\"password\":\"" + PASSWORD + "\"}",
                "X-Forwarded-Proto",
                "https")
            .header("Set-Cookie");
    assertThat(plain).contains("Path=/api/manage", "HttpOnly", "SameSite=Lax", "Max-Age=");
    assertThat(plain).doesNotContain("Secure");
    assertThat(behindProxy).endsWith("; Secure");
  }

  @Test
  void aCrossSiteSignInIsRefused() throws Exception {
    String body = "{\"login\":\"quantri\",\"password\":\"" + PASSWORD + "\"}";
    var foreign = pulse.browser().post("/session", body, "Origin", "https://evil.example");
    var crossSite = pulse.browser().post("/session", body, "Sec-Fetch-Site", "cross-site");
    var form = pulse.browser().post("/session", body, "Content-Type", "text/plain");
    var own = pulse.browser().post("/session", body, "Origin", pulse.first.origin);
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.problem()).isEqualTo("csrf");
    assertThat(crossSite.status()).isEqualTo(403);
    assertThat(form.status()).isEqualTo(415);
    assertThat(own.status()).isEqualTo(200);
  }

  @Test
  void aCrossSiteRequestWithASessionIsRefused() throws Exception {
    var browser = pulse.signedIn("quantri");
    var without = browser.send(HttpMethod.DELETE, "/sessions", "", CsrfGuard.HEADER, "x");
    var foreign =
        browser.send(HttpMethod.DELETE, "/sessions", "", "Origin", "https://evil.example");
    var sibling = browser.send(HttpMethod.DELETE, "/sessions", "", "Sec-Fetch-Site", "same-site");
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.problem()).isEqualTo("csrf");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(sibling.status()).isEqualTo(403);
    assertThat(browser.get("/session").status()).isEqualTo(200);
  }

  @Test
  void sessionsAreValidAndEndOnAllInstances() throws Exception {
    var other = pulse.another();
    var browser = pulse.signedIn("quantri");
    var copy = pulse.browser();
    copy.cookies.putAll(browser.cookies);
    assertThat(browser.at(other.origin).get("/session").status()).isEqualTo(200);
    assertThat(browser.delete("/session").status()).isEqualTo(204);
    assertThat(browser.cookies).doesNotContainKey(SessionCookies.SESSION);
    assertThat(copy.get("/session").status()).isEqualTo(401);
    assertThat(copy.at(other.origin).get("/session").status()).isEqualTo(401);
    assertThat(pulse.definitions.notes).contains("first session.end first");
  }

  @Test
  void anInstanceWithAnotherSecretRefusesTheSession() throws Exception {
    var foreign =
        new AccountConfig(
            Optional.of(new Secret("quite another secret")),
            Path.of("unused"),
            Duration.ofHours(12),
            Duration.ofDays(7),
            Optional.empty(),
            Optional.empty(),
            false);
    var browser = pulse.signedIn("quantri").at(pulse.another(foreign).origin);
    assertThat(browser.get("/session").status()).isEqualTo(401);
  }

  @Test
  void signingOutEverywhereEndsAllSessionsOfTheAccountOnly() throws Exception {
    pulse.account("an");
    var here = pulse.signedIn("quantri");
    var there = pulse.signedIn("quantri");
    var an = pulse.signedIn("an");
    pulse.clock.advance(Duration.ofSeconds(1));
    assertThat(here.delete("/sessions").status()).isEqualTo(204);
    assertThat(there.get("/session").status()).isEqualTo(401);
    assertThat(an.get("/session").status()).isEqualTo(200);
    assertThat(pulse.signedIn("quantri").get("/session").status()).isEqualTo(200);
  }

  @Test
  void aPasswordChangeEndsAllOtherSessions() throws Exception {
    var here = pulse.signedIn("quantri");
    var there = pulse.signedIn("quantri");
    pulse.clock.advance(Duration.ofSeconds(1));
    var wrong = here.post("/session/password", change("x", OTHER));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("errors/0/field")).isEqualTo("current");
    var tooShort = here.post("/session/password", change(PASSWORD, "ngắn"));
    assertThat(tooShort.text("errors/0/field")).isEqualTo("next");
    assertThat(tooShort.text("detail")).contains("12 to 200 characters");
    var common = here.post("/session/password", change(PASSWORD, "Quantri@2026"));
    assertThat(common.text("errors/0/field")).isEqualTo("next");
    assertThat(common.text("errors/0/code")).isEqualTo("common-password");
    assertThat(here.post("/session/password", change(PASSWORD, OTHER)).status()).isEqualTo(204);
    assertThat(here.get("/session").status()).isEqualTo(200);
    assertThat(there.get("/session").status()).isEqualTo(401);
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(401);
    assertThat(pulse.browser().signIn("quantri", OTHER).status()).isEqualTo(200);
  }

  @Test
  void aSessionStaysValidWhileUsedAndEndsWhenIdle() throws Exception {
    var used = pulse.signedIn("quantri");
    var left = pulse.signedIn("quantri");
    String before = used.cookies.get(SessionCookies.SESSION);
    pulse.clock.advance(Duration.ofHours(11));
    assertThat(used.get("/session").status()).isEqualTo(200);
    assertThat(used.cookies.get(SessionCookies.SESSION)).isNotEqualTo(before);
    pulse.clock.advance(Duration.ofHours(11));
    assertThat(used.get("/session").status()).isEqualTo(200);
    assertThat(left.get("/session").status()).isEqualTo(401);
    for (int hours = 22; hours < 24 * 7 - 12; hours += 11) {
      pulse.clock.advance(Duration.ofHours(11));
      assertThat(used.get("/session").status()).isEqualTo(200);
    }
    pulse.clock.advance(Duration.ofHours(11));
    used.get("/session");
    pulse.clock.advance(Duration.ofHours(11));
    assertThat(used.get("/session").status()).isEqualTo(401);
  }

  @Test
  void guessingIsRateLimitedAndDoesNotLockOutAKnownBrowser() throws Exception {
    var known = pulse.signedIn("quantri");
    var last = guess("quantri");
    assertThat(last.status()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 20);
    assertThat(pulse.counted(SignInMethod.PASSWORD, "throttled")).isEqualTo(1);
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(429);
    assertThat(known.signIn("quantri", PASSWORD).status()).isEqualTo(200);
    pulse.clock.advance(Duration.ofSeconds(20));
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(200);
  }

  /** 300 at once, from as many networks as the rate limits require. */
  @Test
  void aKnownBrowserSignsInWhileManyUnknownOnesGuess() throws Exception {
    var known = pulse.signedIn("quantri");
    // A connection has at most 100 requests at once.
    var unknown = Stream.generate(pulse::browser).limit(5).toList();
    var guesses = new ArrayList<Future<Browser.Answer>>();
    var threads = Executors.newFixedThreadPool(300);
    for (int i = 0; i < 300; i++) {
      var browser = unknown.get(i % 5);
      String network = "198.51." + i % 100 + ".1";
      String body = "{\"login\":\"guess%d\",\"password\":\"x\"}".formatted(i);
      guesses.add(threads.submit(() -> browser.post("/session", body, "X-Forwarded-For", network)));
    }
    for (int i = 0; i < 3; i++) {
      assertThat(known.signIn("quantri", PASSWORD).status()).isEqualTo(200);
    }
    var statuses = new TreeSet<Integer>();
    for (var guess : guesses) {
      var answer = guess.get();
      statuses.add(answer.status());
      assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(answer.status() == 401);
    }
    threads.shutdown();
    assertThat(statuses).isSubsetOf(401, 503); // PasswordsTest fills the queue.
  }

  @Test
  void guessingAnUnknownLoginHasTheSameRateLimit() throws Exception {
    assertThat(guess("nobody").status()).isEqualTo(429);
  }

  /** Guesses until the rate limit is exceeded and returns the last response. */
  private Browser.Answer guess(String login) throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(pulse.browser().signIn(login, "guess " + i).status()).isEqualTo(401);
    }
    return pulse.browser().signIn(login, "one too many");
  }

  private static String change(String current, String next) {
    return "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(current, next);
  }
}
