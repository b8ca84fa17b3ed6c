package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks and redeems the codes of setup links and invitations. */
public final class InvitationService {
  private final FirstAccountService firstAccount;
  private final SetupCodes setupCodes;
  private final InvitationCodes invitationCodes;
  private final Passwords passwords;
  private final SessionService sessionService;
  private final Clock clock;

  public InvitationService(
      FirstAccountService firstAccount,
      SetupCodes setupCodes,
      InvitationCodes invitationCodes,
      Passwords passwords,
      SessionService sessionService,
      Clock clock) {
    this.firstAccount = firstAccount;
    this.setupCodes = setupCodes;
    this.invitationCodes = invitationCodes;
    this.passwords = passwords;
    this.sessionService = sessionService;
    this.clock = clock;
  }

  boolean isSetupCode(@Nullable String code) {
    return setupCodes.isValid(code, clock.instant());
  }

  /** Creates the first administrator. The code must have been checked. */
  Future<Account> setUp(InvitationRoutes.SetupRequest request) {
    return firstAccount.create(request.login(), request.name(), request.password());
  }

  /** Returns the account of a valid invitation. */
  Optional<Account> invitedAccount(@Nullable String code) {
    return invitationCodes.accountOf(code, clock.instant());
  }

  /** Sets the password of an invited account. */
  Future<Account> accept(Account account, @Nullable String password) {
    return passwords
        .hash("password", password)
        .compose(hash -> sessionService.setPassword(account, hash, "account.invitation"));
  }

  /** Returns the 410 problem for a link that is unknown, used or expired. */
  static Problem invalidLink() {
    return Problem.of(
        410,
        "code",
        "The link is no longer valid",
        "It was used or has expired. Ask for a new one.");
  }
}
