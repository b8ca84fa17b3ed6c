package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.admin.AccountResponse;
import io.sitepulse.dashboard.auth.admin.AccountRoutes;
import io.sitepulse.dashboard.auth.admin.TokenResponse;
import io.sitepulse.dashboard.auth.invitation.InvitationCodes;
import io.sitepulse.dashboard.auth.invitation.InvitationRoutes;
import io.sitepulse.dashboard.auth.invitation.SetupCodes;
import io.sitepulse.dashboard.auth.oidc.OidcState;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.auth.session.SessionRoutes;
import io.sitepulse.dashboard.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Codes of links, the question to the provider, and keys. */
class CodesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  private static final Secret SECRET = new Secret("a secret of this test");

  private final FakeTable<Account> accounts = new FakeTable<>();
  private final InvitationCodes invitations = new InvitationCodes(accounts, SECRET);
  private final Account account = AccountDraft.fresh("an", "an", "An", NOW);

  @Test
  void aSetupCodeIsGoodForADayWhereTheSecretIsTheSame() {
    var codes = new SetupCodes(SECRET);
    String code = codes.make(NOW);
    assertThat(new SetupCodes(SECRET).isValid(code, NOW.plus(Duration.ofHours(23)))).isTrue();
    assertThat(codes.isValid(code, NOW.plus(SetupCodes.LIFE))).isFalse();
    assertThat(new SetupCodes(new Secret("quite another secret")).isValid(code, NOW)).isFalse();
    assertThat(codes.isValid(null, NOW)).isFalse();
    assertThat(codes.isValid("AAAA", NOW)).isFalse();
  }

  @Test
  void anInvitationIsGoodUntilThePasswordIsAnother() {
    accounts.put("an", account);
    String code = invitations.make(account, NOW);
    assertThat(invitations.accountOf(code, NOW)).hasValue(account);
    assertThat(invitations.accountOf(code, NOW.plus(InvitationCodes.LIFE))).isEmpty();
    var draft = AccountDraft.of(account);
    draft.password = "another";
    accounts.put("an", draft.made());
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
  }

  @Test
  void anInvitationIsForOneAccountThatIsNotDisabled() {
    accounts.put("an", account);
    String code = invitations.make(account, NOW);
    accounts.put("an", AccountDraft.fresh("an", "an", "An", NOW.plusSeconds(1)));
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
    var draft = AccountDraft.of(account);
    draft.disabled = true;
    accounts.put("an", draft.made());
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
    accounts.remove("an");
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
    assertThat(invitations.accountOf("AAAA", NOW)).isEmpty();
    assertThat(invitations.accountOf(null, NOW)).isEmpty();
  }

  @Test
  void oneKindOfCodeIsNotTakenForAnother() {
    accounts.put("an", account);
    assertThat(invitations.accountOf(new SetupCodes(SECRET).make(NOW), NOW)).isEmpty();
    assertThat(new SetupCodes(SECRET).isValid(invitations.make(account, NOW), NOW)).isFalse();
  }

  @Test
  void whereSomebodyWasGoingIsAnAddressOfTheDashboardOrItsFirstPage() {
    assertThat(OidcState.safe("/dashboard/site/a?period=2026")).endsWith("?period=2026");
    for (String to :
        new String[] {
          "https://evil.example",
          "//evil.example",
          "/dashboard",
          "/dashboard/\\\\x",
          "/dashboard/\r\nSet-Cookie: x"
        }) {
      assertThat(OidcState.safe(to)).isEqualTo("/dashboard/");
    }
    assertThat(OidcState.safe(null)).isEqualTo("/dashboard/");
  }

  @Test
  void theQuestionToTheProviderComesBackUnchangedAndInTime() {
    var asked = new OidcState("s", "n", "v", NOW.plus(OidcState.LIFE), "/dashboard/a|b");
    String text = asked.sealed(SECRET);
    assertThat(OidcState.open(text, SECRET, NOW)).hasValue(asked);
    assertThat(OidcState.open(text, SECRET, NOW.plus(OidcState.LIFE))).isEmpty();
    assertThat(OidcState.open(text, new Secret("quite another secret"), NOW)).isEmpty();
  }

  @Test
  void nothingThatLetsAnybodyInShowsInTexts() {
    var made = new ApiTokenService(accounts).make(account, "x", Role.VIEWER, NOW, null);
    assertThat(made.key()).hasSizeGreaterThan(60);
    assertThat(made.toString() + TokenResponse.of(made.token(), made.key()))
        .doesNotContain(made.key());
    assertThat(
            new SessionRoutes.Credentials("an", "hush").toString()
                + new SessionRoutes.NewPassword("hush", "hush")
                + new InvitationRoutes.Setup("hush", "an", "An", "hush")
                + new InvitationRoutes.Invitation("hush", "hush")
                + new AccountRoutes.Invited("hush")
                + AccountResponse.of(account, "hush")
                + new OidcState("hush", "hush", "hush", NOW, "/dashboard/"))
        .doesNotContain("hush");
  }
}
