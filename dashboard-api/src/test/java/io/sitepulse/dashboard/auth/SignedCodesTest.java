package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.FakeDefinitions;
import io.sitepulse.dashboard.FakeTable;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
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
import io.sitepulse.dashboard.secret.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Codes of links, OpenID Connect states and API tokens. */
class SignedCodesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  private static final Secret SECRET = new Secret("a secret of this test");

  private final FakeTable<Account> accounts = new FakeTable<>();
  private final InvitationCodes invitations =
      new InvitationCodes(new AccountService(accounts, new FakeDefinitions()), SECRET);
  private final Account account = AccountDraft.newAccount("an", "an", "An", NOW);

  /** Computed outside of this program. Links and cookies that browsers have must stay valid. */
  @Test
  void theFormatsStayTheSame() {
    accounts.put("an", account);
    assertThat(new SetupCodes(SECRET).issue(NOW)).isEqualTo("AAABogXqvoDj3s-Plte2v0OGdml2ZExZ");
    assertThat(invitations.issue(account, NOW))
        .isEqualTo("YW58MTc5NTkxNDAwMDAwMEsHQWG-8w939XX1rl5yHJE");
    assertThat(
            new OidcState("s", "n", "v", NOW.plus(OidcState.LIFETIME), "/dashboard/a|b")
                .encode(new TokenSigner(SECRET, "sitepulse oidc")))
        .isEqualTo("c3xufHZ8MTc5NTMwOTgwMDAwMHwvZGFzaGJvYXJkL2F8YiS7IqcpD6OvJGQDwvloRdE");
  }

  @Test
  void aSetupCodeIsValidForADayOnInstancesWithTheSameSecret() {
    var codes = new SetupCodes(SECRET);
    String code = codes.issue(NOW);
    assertThat(new SetupCodes(SECRET).isValid(code, NOW.plus(Duration.ofHours(23)))).isTrue();
    assertThat(codes.isValid(code, NOW.plus(SetupCodes.LIFETIME))).isFalse();
    assertThat(new SetupCodes(new Secret("quite another secret")).isValid(code, NOW)).isFalse();
    assertThat(codes.isValid(null, NOW)).isFalse();
    assertThat(codes.isValid("AAAA", NOW)).isFalse();
  }

  @Test
  void anInvitationIsValidUntilThePasswordChanges() {
    accounts.put("an", account);
    String code = invitations.issue(account, NOW);
    assertThat(invitations.accountOf(code, NOW)).hasValue(account);
    assertThat(invitations.accountOf(code, NOW.plus(InvitationCodes.LIFETIME))).isEmpty();
    var draft = AccountDraft.of(account);
    draft.password = "another";
    accounts.put("an", draft.toAccount());
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
  }

  @Test
  void anInvitationIsValidForItsAccountWhileThatIsEnabled() {
    accounts.put("an", account);
    String code = invitations.issue(account, NOW);
    accounts.put("an", AccountDraft.newAccount("an", "an", "An", NOW.plusSeconds(1)));
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
    var draft = AccountDraft.of(account);
    draft.disabled = true;
    accounts.put("an", draft.toAccount());
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
    accounts.remove("an");
    assertThat(invitations.accountOf(code, NOW)).isEmpty();
    assertThat(invitations.accountOf("AAAA", NOW)).isEmpty();
    assertThat(invitations.accountOf(null, NOW)).isEmpty();
  }

  @Test
  void aCodeOfOnePurposeIsRefusedForAnother() {
    accounts.put("an", account);
    assertThat(invitations.accountOf(new SetupCodes(SECRET).issue(NOW), NOW)).isEmpty();
    assertThat(new SetupCodes(SECRET).isValid(invitations.issue(account, NOW), NOW)).isFalse();
  }

  @Test
  void theTargetAfterSignInIsAPageOfTheDashboard() {
    assertThat(OidcState.safeTarget("/dashboard/site/a?period=2026")).endsWith("?period=2026");
    for (String to :
        new String[] {
          "https://evil.example",
          "//evil.example",
          "/dashboard",
          "/dashboard/\\\\x",
          "/dashboard/\r\nSet-Cookie: x"
        }) {
      assertThat(OidcState.safeTarget(to)).isEqualTo("/dashboard/");
    }
    assertThat(OidcState.safeTarget(null)).isEqualTo("/dashboard/");
  }

  @Test
  void anOidcStateIsDecodedUnchangedUntilItExpires() {
    var signer = new TokenSigner(SECRET, "sitepulse oidc");
    var other = new TokenSigner(new Secret("quite another secret"), "sitepulse oidc");
    var asked = new OidcState("s", "n", "v", NOW.plus(OidcState.LIFETIME), "/dashboard/a|b");
    String text = asked.encode(signer);
    assertThat(OidcState.decode(text, signer, NOW)).hasValue(asked);
    assertThat(OidcState.decode(text, signer, NOW.plus(OidcState.LIFETIME))).isEmpty();
    assertThat(OidcState.decode(text, other, NOW)).isEmpty();
  }

  @Test
  void credentialsDoNotAppearInToString() {
    var created =
        new ApiTokenService(new AccountService(accounts, new FakeDefinitions()), Clock.systemUTC())
            .generate(account, "x", Role.VIEWER, null);
    assertThat(created.secret()).hasSizeGreaterThan(60);
    assertThat(created.toString() + TokenResponse.of(created.token(), created.secret()))
        .doesNotContain(created.secret());
    assertThat(
            new SessionRoutes.SignInRequest("an", "hush").toString()
                + new SessionRoutes.PasswordChangeRequest("hush", "hush")
                + new InvitationRoutes.SetupRequest("hush", "an", "An", "hush")
                + new InvitationRoutes.InvitationRequest("hush", "hush")
                + new AccountRoutes.InvitationResponse("hush")
                + AccountResponse.of(account, "hush")
                + new OidcState("hush", "hush", "hush", NOW, "/dashboard/"))
        .doesNotContain("hush");
  }
}
