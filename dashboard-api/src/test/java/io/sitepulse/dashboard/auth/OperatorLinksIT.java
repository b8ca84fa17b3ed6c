package io.sitepulse.dashboard.auth;

import static io.sitepulse.dashboard.auth.AccountTester.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.invitation.InvitationException;
import io.sitepulse.dashboard.auth.invitation.OperatorLinks;
import io.sitepulse.dashboard.secret.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recovery links of the operator, redeemed at a running instance. */
class OperatorLinksIT {
  private static final URI ADDRESS = URI.create("https://dem.example.gov.vn/");
  private static final String CHOSEN = "mật khẩu mới tinh";

  private final AccountTester pulse = AccountTester.start();
  private final OperatorLinks links = links(AccountTester.CONFIG.secret().orElseThrow());

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theLinkSetsANewPasswordOnce() throws Exception {
    pulse.withAdministrator();
    var old = pulse.signedIn("quantri");
    pulse.clock.advance(Duration.ofSeconds(1));
    URI link = links.invite(" QuanTri ").await();
    assertThat(old.get("/session").status()).isEqualTo(401);
    var back = pulse.browser();
    var answer = back.keep(accept(back, link, CHOSEN));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().at("/account/administrator").asBoolean()).isTrue();
    assertThat(pulse.browser().signIn("quantri", CHOSEN).status()).isEqualTo(200);
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(401);
    assertThat(accept(pulse.browser(), link, "mật khẩu của kẻ khác").status()).isEqualTo(410);
    assertThat(pulse.definitions.notes).contains("command account.invite first");
  }

  @Test
  void theCodeIsInTheFragmentWhichServersDoNotLog() {
    pulse.withAdministrator();
    URI link = links.invite("quantri").await();
    assertThat(link.toString()).startsWith("https://dem.example.gov.vn/dashboard/invitation#");
    assertThat(link.getRawQuery()).isNull();
    assertThat(pulse.definitions.notes).noneMatch(note -> note.contains(link.getFragment()));
  }

  @Test
  void thePresentPasswordStaysValidUntilTheLinkIsUsed() throws Exception {
    pulse.withAdministrator();
    URI link = links.invite("quantri").await();
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(200);
    pulse.clock.advance(Duration.ofDays(7));
    assertThat(accept(pulse.browser(), link, CHOSEN).status()).isEqualTo(410);
    assertThat(pulse.browser().signIn("quantri", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aLinkSignedWithAnotherSecretIsInvalid() throws Exception {
    pulse.withAdministrator();
    URI link = links(new Secret("quite another secret")).invite("quantri").await();
    assertThat(accept(pulse.browser(), link, CHOSEN).status()).isEqualTo(410);
  }

  @Test
  void anUnknownLoginIsReportedWithTheActiveAdministrators() {
    pulse.withAdministrator();
    int before = pulse.definitions.notes.size();
    assertThatThrownBy(() -> links.invite("quantry"))
        .isInstanceOf(InvitationException.class)
        .hasMessage("no account has the login 'quantry'. Active administrators: quantri");
    assertThat(pulse.definitions.notes).hasSize(before);
  }

  @Test
  void aDisabledAccountGetsNoLink() {
    pulse.withAdministrator();
    pulse.account("an");
    disable("an");
    assertThatThrownBy(() -> links.invite("an"))
        .isInstanceOf(InvitationException.class)
        .hasMessage("the account 'an' is disabled. Active administrators: quantri");
  }

  @Test
  void withoutAccountsAnAdministratorIsCreated() throws Exception {
    assertThatThrownBy(() -> links.invite("moi"))
        .hasMessageContaining("no account has the login 'moi'")
        .hasMessageContaining("--administrator creates one");
    URI link = links.inviteAdministrator("Moi@so.gov.vn").await();
    var back = pulse.browser();
    var answer = back.keep(accept(back, link, CHOSEN));
    assertThat(answer.text("account/login")).isEqualTo("moi@so.gov.vn");
    assertThat(back.get("/accounts").status()).isEqualTo(200);
    assertThat(pulse.definitions.notes)
        .anyMatch(note -> note.startsWith("command account.create "));
  }

  @Test
  void withoutActiveAdministratorsAnExistingAccountBecomesOne() throws Exception {
    pulse.withAdministrator();
    pulse.account("an");
    disable("an");
    disable("first");
    URI link = links.inviteAdministrator("an").await();
    var back = pulse.browser();
    back.keep(accept(back, link, CHOSEN));
    assertThat(back.get("/accounts").status()).isEqualTo(200);
    assertThat(pulse.definitions.notes).contains("command account.invite an");
  }

  @Test
  void withAnActiveAdministratorNoOtherIsCreated() throws Exception {
    pulse.withAdministrator();
    pulse.account("an");
    for (String login : new String[] {"an", "moi"}) {
      assertThatThrownBy(() -> links.inviteAdministrator(login))
          .isInstanceOf(InvitationException.class)
          .hasMessageContaining("an active administrator (quantri)");
    }
    URI link = links.inviteAdministrator("quantri").await();
    assertThat(accept(pulse.browser(), link, CHOSEN).status()).isEqualTo(200);
  }

  @Test
  void anInvalidLoginIsReported() {
    assertThatThrownBy(() -> links.inviteAdministrator("có dấu"))
        .isInstanceOf(InvitationException.class)
        .hasMessageStartingWith("'có dấu' is not a valid login: ");
  }

  private OperatorLinks links(Secret secret) {
    return new OperatorLinks(pulse.accounts, pulse.definitions, secret, ADDRESS, pulse.clock);
  }

  private void disable(String id) {
    var draft = AccountDraft.of(pulse.accounts.get(id).orElseThrow());
    draft.disabled = true;
    pulse.accounts.put(id, draft.toAccount());
  }

  private static Browser.Answer accept(Browser browser, URI link, String password)
      throws Exception {
    return browser.post(
        "/invitation",
        "{\"code\":\"%s\",\"password\":\"%s\"}".formatted(link.getFragment(), password));
  }
}
