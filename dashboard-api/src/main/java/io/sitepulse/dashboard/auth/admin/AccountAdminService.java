package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountRules;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.account.Passwords;
import io.sitepulse.dashboard.auth.invitation.InvitationCodes;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.RandomId;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates, updates, invites and deletes accounts for administrators. */
public final class AccountAdminService {
  private final AccountService accounts;
  private final AccountRules rules;
  private final InvitationCodes invitationCodes;
  private final Passwords passwords;
  private final Clock clock;

  public AccountAdminService(
      AccountService accounts,
      AccountRules rules,
      InvitationCodes invitationCodes,
      Passwords passwords,
      Clock clock) {
    this.accounts = accounts;
    this.rules = rules;
    this.invitationCodes = invitationCodes;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Returns all accounts, ordered by login. */
  List<Account> all() {
    return accounts.all().stream().sorted(Comparator.comparing(Account::login)).toList();
  }

  /**
   * Returns an account.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  Account get(String id) {
    return accounts.get(id);
  }

  /** Creates an account without a password. */
  Future<Account> create(AccountRequest request, Author by) {
    String id = RandomId.next();
    Account account =
        validated(
            () -> {
              String login =
                  AccountService.normalizeLogin(Objects.requireNonNullElse(request.login(), ""));
              String name = Objects.requireNonNullElse(request.name(), "").strip();
              var draft =
                  AccountDraft.of(AccountDraft.newAccount(id, login, name, clock.instant()));
              apply(request, draft);
              return draft.revokeInvitations().toAccount();
            });
    return accounts.create(
        account, by, "account.create", () -> rules.requireFreeLogin(account.login(), id));
  }

  /**
   * Updates an account.
   *
   * @param precondition receives the present account and throws a problem to prevent the update
   */
  Future<Account> update(
      String id, AccountRequest request, Author by, Consumer<Account> precondition) {
    return accounts.update(
        id,
        by,
        "account.update",
        draft -> {
          Account before = draft.toAccount();
          precondition.accept(before);
          apply(request, draft);
          Account after = validated(draft::toAccount);
          checkRules(before, after);
          if (after.disabled() && !before.disabled()) {
            draft.endSessions(clock.instant()); // Else they would go on once it is enabled again.
          }
        });
  }

  private void checkRules(Account before, Account after) {
    rules.requireFreeLogin(after.login(), after.id());
    if (AccountRules.isActiveAdministrator(before) && !AccountRules.isActiveAdministrator(after)) {
      rules.requireAnotherAdministrator(after.id());
    }
  }

  private void apply(AccountRequest request, AccountDraft draft) {
    if (request.login() != null) {
      draft.login = AccountService.normalizeLogin(request.login());
    }
    if (request.name() != null) {
      draft.name = request.name().strip();
    }
    if (request.administrator() != null) {
      draft.administrator = request.administrator();
    }
    if (request.grants() != null) {
      rules.requireKnownScopes(request.grants(), draft.grants);
      draft.grants = request.grants();
    }
    if (request.disabled() != null) {
      draft.disabled = request.disabled();
    }
    if (Boolean.FALSE.equals(request.oidc())) {
      draft.subject = null;
    }
  }

  /**
   * Returns the code of a new invitation. Earlier ones are no longer valid.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403 if passwords are switched off
   */
  Future<String> invite(String id, Author by) {
    passwords.requireEnabled();
    return accounts
        .update(id, by, "account.invite", AccountDraft::revokeInvitations)
        .map(account -> invitationCodes.issue(account, clock.instant()));
  }

  /** Invalidates all invitations of an account. */
  Future<Account> revokeInvitations(String id, Author by) {
    return accounts.update(id, by, "account.uninvite", AccountDraft::revokeInvitations);
  }

  /**
   * Deletes an account with its sessions and API tokens.
   *
   * @param precondition receives the present account and throws a problem to prevent the deletion
   */
  Future<Void> delete(String id, Author by, Consumer<Account> precondition) {
    return accounts.delete(
        id,
        by,
        "account.remove",
        account -> {
          precondition.accept(account);
          if (AccountRules.isActiveAdministrator(account)) {
            rules.requireAnotherAdministrator(id);
          }
        });
  }

  /** Returns the code of an account's invitation, or null if passwords are switched off. */
  @Nullable String invitationCode(Account account) {
    return passwords.isEnabled() ? invitationCodes.issue(account, clock.instant()) : null;
  }

  private static Account validated(Supplier<Account> account) {
    try {
      return account.get();
    } catch (FieldViolationException e) {
      throw Problem.invalid(e).asException();
    }
  }
}
