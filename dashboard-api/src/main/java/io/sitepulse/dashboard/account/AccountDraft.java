package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Grant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account being changed. */
final class AccountDraft {
  String login;
  String name;
  @Nullable String password;
  @Nullable String subject;
  boolean administrator;
  List<Grant> grants;
  List<ApiToken> tokens;
  @Nullable Instant sessionsFrom;
  Map<String, Instant> endedSessions;
  boolean disabled;

  private final String id;
  private final Instant created;

  private AccountDraft(Account account) {
    this.id = account.id();
    this.login = account.login();
    this.name = account.name();
    this.password = account.password();
    this.subject = account.subject();
    this.administrator = account.administrator();
    this.grants = account.grants();
    this.tokens = account.tokens();
    this.sessionsFrom = account.sessionsFrom();
    this.endedSessions = new HashMap<>(account.endedSessions());
    this.disabled = account.disabled();
    this.created = account.created();
  }

  static AccountDraft of(Account account) {
    return new AccountDraft(account);
  }

  /** Somebody new who may do nothing yet. */
  static Account fresh(String id, String login, String name, Instant now) {
    return new Account(
        Account.VERSION,
        id,
        login,
        name,
        null,
        null,
        false,
        List.of(),
        List.of(),
        null,
        Map.of(),
        false,
        now);
  }

  /** Refuses all sessions that were begun before now. */
  AccountDraft endSessions(Instant now) {
    sessionsFrom = now;
    endedSessions.clear(); // All of them were begun before.
    return this;
  }

  /** The account as it is now. */
  Account made() {
    return new Account(
        Account.VERSION,
        id,
        login,
        name,
        password,
        subject,
        administrator,
        grants,
        tokens,
        sessionsFrom,
        endedSessions,
        disabled,
        created);
  }
}
