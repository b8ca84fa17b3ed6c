package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountRules;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.RandomId;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Issues invitations for the operator without sign-in, to recover access when no administrator can
 * sign in. This gives the operator no new power, who has Kafka and the secret anyway. It ends the
 * sessions of the account and records the change.
 *
 * <p>The present password stays valid until the link is used, so a mistyped login locks out no
 * account.
 */
public final class OperatorLinks {
  private static final Author COMMAND = new Author("command", "operator");

  private final AccountService accounts;
  private final InvitationCodes invitationCodes;
  private final URI address;
  private final Clock clock;

  /**
   * Creates it.
   *
   * @param accounts must have been read completely
   * @param secret the session secret of the instances. With another one the links are not valid.
   * @param address base address of the dashboard in browsers
   */
  public OperatorLinks(
      TopicTable<Account> accounts,
      Definitions definitions,
      Secret secret,
      URI address,
      Clock clock) {
    this.accounts = new AccountService(accounts, definitions);
    this.invitationCodes = new InvitationCodes(this.accounts, secret);
    this.address = address;
    this.clock = clock;
  }

  /**
   * Returns a link for an existing account and ends its sessions.
   *
   * @throws InvitationException if the login is unknown or its account is disabled
   */
  public Future<URI> invite(String login) {
    Account account = accounts.findByLogin(login).orElseThrow(() -> unknown(login));
    if (account.disabled()) {
      throw new InvitationException(
          "the account '" + account.login() + "' is disabled" + alternatives());
    }
    return inviteAgain(account, draft -> {});
  }

  /**
   * Removes the second factor of an account, for an owner who lost the device and the recovery
   * codes.
   *
   * @throws InvitationException if the login is unknown
   */
  public Future<?> removeSecondFactor(String login) {
    Account account = accounts.findByLogin(login).orElseThrow(() -> unknown(login));
    return accounts.update(
        account.id(), COMMAND, "account.second-factor-removed", draft -> draft.secondFactor = null);
  }

  /**
   * Returns a link for an administrator if there is no active one. An existing account with the
   * login is enabled and made administrator, else an account is created.
   *
   * @throws InvitationException if there is another active administrator, or if the login is not
   *     valid
   */
  public Future<URI> inviteAdministrator(String login) {
    Optional<Account> known = accounts.findByLogin(login);
    String active = activeAdministrators();
    if (known.filter(AccountRules::isActiveAdministrator).isPresent()) {
      return invite(login);
    }
    if (!active.isEmpty()) {
      throw new InvitationException(
          "there is an active administrator ("
              + active
              + "). Invite that account, or ask that administrator.");
    }
    return known.isPresent()
        ? inviteAgain(known.get(), OperatorLinks::makeAdministrator)
        : accounts
            .create(newAdministrator(login), COMMAND, "account.create", () -> {})
            .map(this::link);
  }

  private Future<URI> inviteAgain(Account account, Consumer<AccountDraft> edit) {
    Instant now = clock.instant();
    return accounts
        .update(
            account.id(),
            COMMAND,
            "account.invite",
            draft -> {
              edit.accept(draft);
              draft.endSessions(now).revokeInvitations();
            })
        .map(this::link);
  }

  private Account newAdministrator(String typed) {
    String login = AccountService.normalizeLogin(typed);
    try {
      var draft =
          AccountDraft.of(AccountDraft.newAccount(RandomId.next(), login, login, clock.instant()));
      makeAdministrator(draft);
      return draft.revokeInvitations().toAccount();
    } catch (IllegalArgumentException e) {
      throw new InvitationException("'" + login + "' is not a valid login: " + e.getMessage());
    }
  }

  private static void makeAdministrator(AccountDraft draft) {
    draft.administrator = true;
    draft.disabled = false;
  }

  private URI link(Account account) {
    return address.resolve(
        "/dashboard/invitation#" + invitationCodes.issue(account, clock.instant()));
  }

  private InvitationException unknown(String login) {
    return new InvitationException(
        "no account has the login '" + AccountService.normalizeLogin(login) + "'" + alternatives());
  }

  private String alternatives() {
    String active = activeAdministrators();
    return active.isEmpty()
        ? ". No active administrator is left: --administrator creates one"
        : ". Active administrators: " + active;
  }

  private String activeAdministrators() {
    return accounts.all().stream()
        .filter(AccountRules::isActiveAdministrator)
        .map(Account::login)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
