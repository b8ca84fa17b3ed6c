package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sitepulse.dashboard.auth.invitation.OperatorLinks;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Credentials never appear in logs or error responses. */
class SecrecyIT {
  private final AccountTester pulse = AccountTester.start().withAdministrator();
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.sitepulse");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.TRACE);
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setLevel(null);
    pulse.close();
  }

  @Test
  void credentialsAreNotLogged() throws Exception {
    var secrets = new ArrayList<String>(List.of(PASSWORD, "a wrong password"));
    var root = pulse.signedIn("quantri");
    secrets.addAll(root.cookies.values());
    secrets.add(root.get("/session").text("csrf"));
    String key = root.post("/tokens", "{\"name\":\"x\",\"role\":\"viewer\"}").text("token");
    secrets.add(key);
    var made = root.post("/accounts", "{\"login\":\"an\",\"name\":\"An\"}");
    secrets.add(made.text("invitation"));
    String code = operatorsLink("an").getFragment();
    secrets.add(code);
    secrets.addAll(secondFactorOf(root));
    pulse.browser().signIn("quantri", "a wrong password");
    // Some type the password into the wrong field.
    pulse.browser().signIn("a-password-as-login", "x");
    secrets.add("a-password-as-login");
    pulse.browser().get("/session", "Authorization", "Bearer " + key + "x");
    pulse
        .browser()
        .post("/invitation", "{\"code\":\"" + code + "\",\"password\":\"" + PASSWORD + "\"}");
    root.put("/accounts/first", "{\"disabled\":true}");
    assertThat(log.list)
        .filteredOn(event -> event.getMessage().equals("sign-in refused"))
        .extracting(event -> String.valueOf(event.getKeyValuePairs()))
        .containsExactly(
            "[method=\"password\", account=\"first\"]", "[method=\"password\", account=\"none\"]");
    assertThat(log.list)
        .allSatisfy(
            event -> {
              String line = event.getFormattedMessage() + event.getKeyValuePairs();
              assertThat(secrets).noneMatch(line::contains);
            });
    assertThat(pulse.definitions.notes).allSatisfy(n -> assertThat(secrets).noneMatch(n::contains));
  }

  /** Sets up a second factor, uses it, and returns all its secrets. */
  private List<String> secondFactorOf(Browser browser) throws Exception {
    var app = new AuthenticatorApp(pulse.clock);
    var password = "{\"password\":\"" + PASSWORD + "\"}";
    var begun = browser.post("/second-factor/enrolment", password);
    app.scan(begun.text("secret"));
    var made =
        browser.post(
            "/second-factor",
            "{\"enrolment\":\"%s\",\"code\":\"%s\"}"
                .formatted(begun.text("enrolment"), app.code()));
    var found = new ArrayList<>(List.of(begun.text("secret"), begun.text("enrolment")));
    made.json().path("recoveryCodes").forEach(code -> found.add(code.asText()));
    var another = pulse.browser();
    String pending = another.signIn("quantri", PASSWORD).text("pending");
    found.add(pending);
    var entered =
        another.post(
            "/session/code",
            "{\"pending\":\"%s\",\"code\":\"%s\"}"
                .formatted(pending, made.text("recoveryCodes/0")));
    assertThat(entered.status()).isEqualTo(200);
    assertThat(found).hasSize(13).noneMatch(String::isEmpty);
    return found;
  }

  private URI operatorsLink(String login) {
    var secret = AccountTester.CONFIG.secret().orElseThrow();
    var here = URI.create(pulse.first.origin);
    return new OperatorLinks(pulse.accounts, pulse.definitions, secret, here, pulse.clock)
        .invite(login)
        .await();
  }

  @Test
  void errorResponsesDoNotContainTheRequest() throws Exception {
    String body = "{\"login\":\"quantri\",\"password\":\"hush hush hush\",\"x\":\"hush\"}";
    for (String sent : List.of(body, body.replace("}", ""), body.replace("\"x\":", "\"login\":"))) {
      assertThat(pulse.browser().post("/session", sent).raw().body()).doesNotContain("hush");
    }
    assertThat(pulse.browser().get("/session", "Authorization", "Bearer hush").raw().body())
        .doesNotContain("hush");
  }
}
