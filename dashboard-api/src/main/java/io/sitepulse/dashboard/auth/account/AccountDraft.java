package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Grant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account being changed. */
public final class AccountDraft {
  public String login;
  public String name;
  public @Nullable String password;
  public @Nullable String subject;
  public boolean administrator;
  public List<Grant> grants;
  public List<ApiToken> tokens;
  @Nullable Instant sessionsFrom;
  public Map<String, Instant> endedSessions;
  public boolean disabled;

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

  public static AccountDraft of(Account account) {
    return new AccountDraft(account);
  }

  /** Somebody new who may do nothing yet. */
  public static Account fresh(String id, String login, String name, Instant now) {
    return Account.builder().id(id).login(login).name(name).created(now).build();
  }

  /** Refuses all sessions that were begun before now. */
  public AccountDraft endSessions(Instant now) {
    sessionsFrom = now;
    endedSessions.clear(); // All of them were begun before.
    return this;
  }

  /** The account as it is now. */
  public Account made() {
    return Account.builder().id(id).login(login).name(name).password(password).subject(subject).administrator(administrator).grants(grants).tokens(tokens).sessionsFrom(sessionsFrom).endedSessions(endedSessions).disabled(disabled).created(created).build();
  }
}
