package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.contract.account.Account;
import io.sitepulse.runtime.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of an account's own sessions, and their end one by one. */
class SessionListIT {
  private static final String FIREFOX =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String CHROME =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36";

  private final AccountTester pulse = AccountTester.start();

  @BeforeEach
  void account() {
    pulse.withAdministrator();
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theOwnerSeesBrowserSystemAndTimesAndNothingElseIsStored() throws Exception {
    long before = pulse.clock.millis();
    var desk = signIn("quantri", FIREFOX);
    long begun = pulse.clock.millis();
    pulse.clock.advance(Duration.ofMinutes(40));
    var phone = signIn("quantri", CHROME);
    var listed = list(phone);
    assertThat(words(listed)).containsExactly("Chrome Android true", "Firefox Windows false");
    assertThat(listed.get(1).path("begun").asLong()).isBetween(before, begun);
    assertThat(listed.get(1).path("seen").asLong()).isBetween(before, begun);
    long used = pulse.clock.millis();
    desk.get("/session", "User-Agent", FIREFOX);
    assertThat(list(phone).get(0).path("seen").asLong()).isBetween(used, pulse.clock.millis());
    assertThat(words(list(desk))).contains("Firefox Windows true", "Chrome Android false");
    String stored = Json.MAPPER.writeValueAsString(pulse.accounts.get("first").orElseThrow());
    assertThat(stored).doesNotContain("Mozilla", "Firefox/", "127.0.0.1");
  }

  @Test
  void anotherAccountsSessionsAreNeitherListedNorEnded() throws Exception {
    pulse.account("an");
    var an = signIn("an", CHROME);
    var root = signIn("quantri", FIREFOX);
    assertThat(words(list(an))).containsExactly("Chrome Android true");
    String foreign = list(root).get(0).path("id").asText();
    assertThat(an.delete("/sessions/" + foreign).status()).isEqualTo(404);
    assertThat(an.delete("/sessions/0").status()).isEqualTo(404);
    assertThat(root.get("/session").status()).isEqualTo(200);
  }

  @Test
  void oneSessionIsEndedOnAllInstances() throws Exception {
    var other = pulse.another();
    var lost = signIn("quantri", CHROME);
    var here = signIn("quantri", FIREFOX);
    var third = signIn("quantri", CHROME);
    String id = idOf(lost);
    assertThat(here.delete("/sessions/" + id).status()).isEqualTo(204);
    assertThat(lost.get("/session").status()).isEqualTo(401);
    assertThat(lost.at(other.origin).get("/session").status()).isEqualTo(401);
    assertThat(here.get("/session").status()).isEqualTo(200);
    assertThat(third.get("/session").status()).isEqualTo(200);
    assertThat(list(here)).hasSize(2);
    assertThat(here.delete("/sessions/" + id).status()).isEqualTo(404);
    assertThat(pulse.definitions.notes).contains("first session.end first");
  }

  @Test
  void theOwnSessionIsEndedLikeASignOut() throws Exception {
    var here = signIn("quantri", FIREFOX);
    assertThat(here.delete("/sessions/" + idOf(here)).status()).isEqualTo(204);
    assertThat(here.cookies).doesNotContainKey("sitepulse_session");
  }

  @Test
  void allOthersAreEndedThoseThatAreNotListedToo() throws Exception {
    var unlisted = signIn("quantri", CHROME);
    pulse.accounts.put("first", withoutSessions(pulse.accounts.get("first").orElseThrow()));
    var here = signIn("quantri", FIREFOX);
    var there = signIn("quantri", CHROME);
    pulse.clock.advance(Duration.ofSeconds(1));
    assertThat(here.delete("/sessions?keep=current").status()).isEqualTo(204);
    assertThat(there.get("/session").status()).isEqualTo(401);
    assertThat(unlisted.get("/session").status()).isEqualTo(401);
    assertThat(here.get("/session").status()).isEqualTo(200);
    assertThat(here.at(pulse.another().origin).get("/session").status()).isEqualTo(200);
    assertThat(words(list(here))).containsExactly("Firefox Windows true");
    assertThat(pulse.definitions.notes).contains("first session.end-others first");
    // The session that remained ends with all others.
    assertThat(here.delete("/sessions").status()).isEqualTo(204);
    assertThat(words(list(signIn("quantri", CHROME)))).containsExactly("Chrome Android true");
    var wrong = signIn("quantri", CHROME).delete("/sessions?keep=all");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("errors/0/field")).isEqualTo("keep");
  }

  @Test
  void aKeptSessionEndsWhenAnAdministratorEndsAll() throws Exception {
    pulse.account("an");
    var an = signIn("an", CHROME);
    pulse.clock.advance(Duration.ofSeconds(1));
    assertThat(an.delete("/sessions?keep=current").status()).isEqualTo(204);
    pulse.clock.advance(Duration.ofSeconds(1));
    var root = signIn("quantri", FIREFOX);
    assertThat(root.delete("/accounts/an/sessions").status()).isEqualTo(204);
    assertThat(an.get("/session").status()).isEqualTo(401);
    assertThat(pulse.accounts.get("an").orElseThrow().sessions()).isEmpty();
  }

  /** One that began with an earlier release, or while Kafka was away. */
  @Test
  void aSessionThatIsNotListedIsListedWithItsNextRefresh() throws Exception {
    var here = signIn("quantri", FIREFOX);
    pulse.accounts.put("first", withoutSessions(pulse.accounts.get("first").orElseThrow()));
    assertThat(list(here)).isEmpty();
    pulse.clock.advance(Duration.ofMinutes(31));
    here.get("/session", "User-Agent", FIREFOX);
    assertThat(words(list(here))).containsExactly("Firefox Windows true");
  }

  @Test
  void sessionsThatEndedByThemselvesLeaveTheList() throws Exception {
    signIn("quantri", CHROME);
    pulse.clock.advance(Duration.ofHours(13));
    var here = signIn("quantri", FIREFOX);
    assertThat(words(list(here))).containsExactly("Firefox Windows true");
    assertThat(pulse.accounts.get("first").orElseThrow().sessions()).hasSize(1);
  }

  @Test
  void theListHasAnEnd() throws Exception {
    for (int i = 0; i <= Account.MAX_SESSIONS; i++) {
      signIn("quantri", CHROME);
      pulse.clock.advance(Duration.ofSeconds(1));
    }
    var here = signIn("quantri", FIREFOX);
    var listed = list(here);
    assertThat(listed).hasSize(Account.MAX_SESSIONS);
    assertThat(listed.get(0).path("current").asBoolean()).isTrue();
  }

  /** A page sends several requests at once, and each finds that a refresh is due. */
  @Test
  void aUseIsRecordedOnce() throws Exception {
    var here = signIn("quantri", FIREFOX);
    pulse.clock.advance(Duration.ofMinutes(31));
    var copy = pulse.browser();
    copy.cookies.putAll(here.cookies);
    here.get("/session");
    var recorded = pulse.accounts.get("first").orElseThrow();
    pulse.clock.advance(Duration.ofSeconds(1));
    copy.get("/session");
    assertThat(pulse.accounts.get("first").orElseThrow().revision()).isEqualTo(recorded.revision());
  }

  private Browser signIn(String login, String userAgent) throws Exception {
    var browser = pulse.browser();
    String body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, PASSWORD);
    var answer = browser.keep(browser.post("/session", body, "User-Agent", userAgent));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return browser;
  }

  private static JsonNode list(Browser browser) throws Exception {
    var answer = browser.get("/sessions");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static String idOf(Browser browser) throws Exception {
    for (JsonNode session : list(browser)) {
      if (session.path("current").asBoolean()) {
        return session.path("id").asText();
      }
    }
    throw new AssertionError("no session is the current one");
  }

  private static List<String> words(JsonNode sessions) {
    var words = new ArrayList<String>();
    for (JsonNode one : sessions) {
      words.add(
          String.join(
              " ",
              one.path("browser").asText(),
              one.path("system").asText(),
              one.path("current").asText()));
    }
    return words;
  }

  private static Account withoutSessions(Account account) {
    return account.toBuilder().sessions(List.of()).build();
  }
}
