package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.PasswordContext;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.auth.session.SignInAttempts;
import io.sitepulse.dashboard.auth.session.SignInClient;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Checks and redeems the codes of setup links and invitations. */
public final class InvitationService {
  private final FirstAccountService firstAccount;
  private final InvitationCodes invitationCodes;
  private final Passwords passwords;
  private final SessionService sessionService;
  private final SignInAttempts attempts;
  private final Clock clock;

  public InvitationService(
      FirstAccountService firstAccount,
      InvitationCodes invitationCodes,
      Passwords passwords,
      SessionService sessionService,
      SignInAttempts attempts,
      Clock clock) {
    this.firstAccount = firstAccount;
    this.invitationCodes = invitationCodes;
    this.passwords = passwords;
    this.sessionService = sessionService;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * Creates the first administrator with the code of a setup link.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 410 if the code is not valid, 429 if the
   *     client has tried too many codes
   */
  Future<Account> setUp(InvitationRoutes.SetupRequest request, SignInClient client) {
    var permit = attempts.acquireForCode(client, SignInMethod.SETUP);
    if (!firstAccount.isValidCode(request.code())) {
      throw attempts.refused(SignInMethod.SETUP, invalidLink(), null);
    }
    permit.refund();
    return firstAccount.create(request.login(), request.name(), request.password(), client.host());
  }

  /**
   * Checks a code without using it up. The answer does not tell whose it is, and is the same for an
   * unknown, used or expired one.
   *
   * @throws io.sitepulse.runtime.http.ProblemException as {@link #accept}
   */
  void check(@Nullable String code, SignInClient client) {
    accountOf(code, client);
  }

  /**
   * Sets the password of an invited account.
   *
   * @throws io.sitepulse.runtime.http.ProblemException as {@link #setUp}, and 403 if passwords are
   *     switched off
   */
  Future<Account> accept(@Nullable String code, @Nullable String password, SignInClient client) {
    Account account = accountOf(code, client);
    return passwords
        .hash("password", password, PasswordContext.of(account, client.host()))
        .compose(hash -> sessionService.setPassword(account, hash, "account.invitation"));
  }

  private Account accountOf(@Nullable String code, SignInClient client) {
    passwords.requireEnabled();
    var permit = attempts.acquireForCode(client, SignInMethod.INVITATION);
    Account account =
        invitationCodes
            .accountOf(code, clock.instant())
            .orElseThrow(() -> attempts.refused(SignInMethod.INVITATION, invalidLink(), null));
    permit.refund();
    return account;
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
