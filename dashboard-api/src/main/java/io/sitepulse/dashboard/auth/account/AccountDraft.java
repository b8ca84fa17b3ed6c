package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.AccountSession;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.SecondFactor;
import io.sitepulse.dashboard.definition.RandomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mutable copy of an account. */
public final class AccountDraft {
  public String login;
  public String name;
  public @Nullable String password;
  public @Nullable String subject;
  public boolean administrator;
  public List<Grant> grants;
  public List<ApiToken> tokens;
  @Nullable Instant sessionsFrom;
  @Nullable String keptSession;
  public List<AccountSession> sessions;
  public Map<String, Instant> endedSessions;
  public boolean disabled;
  public @Nullable SecondFactor secondFactor;

  private final String id;
  private final Instant created;
  private final long revision;
  private @Nullable String invitationNonce;

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
    this.keptSession = account.keptSession();
    this.sessions = new ArrayList<>(account.sessions());
    this.endedSessions = new HashMap<>(account.endedSessions());
    this.disabled = account.disabled();
    this.created = account.created();
    this.revision = account.revision();
    this.invitationNonce = account.invitationNonce();
    this.secondFactor = account.secondFactor();
  }

  public static AccountDraft of(Account account) {
    return new AccountDraft(account);
  }

  /** Returns a new account without password and rights. */
  public static Account newAccount(String id, String login, String name, Instant now) {
    return Account.builder().id(id).login(login).name(name).created(now).build();
  }

  /** Invalidates all sessions that began before now. */
  public AccountDraft endSessions(Instant now) {
    sessionsFrom = now;
    keptSession = null;
    sessions.clear();
    endedSessions.clear(); // They all began before.
    return this;
  }

  /** Invalidates all sessions that began before now, except one. */
  public AccountDraft endOtherSessions(String kept, Instant now) {
    var rest = sessions.stream().filter(session -> session.id().equals(kept)).toList();
    endSessions(now);
    keptSession = kept;
    sessions.addAll(rest);
    return this;
  }

  /** Invalidates all invitation links issued before. */
  public AccountDraft revokeInvitations() {
    invitationNonce = RandomId.next();
    return this;
  }

  public Account toAccount() {
    return Account.builder()
        .id(id)
        .login(login)
        .name(name)
        .password(password)
        .subject(subject)
        .administrator(administrator)
        .grants(grants)
        .tokens(tokens)
        .sessionsFrom(sessionsFrom)
        .keptSession(keptSession)
        .sessions(sessions)
        .endedSessions(endedSessions)
        .disabled(disabled)
        .created(created)
        .revision(revision)
        .invitationNonce(invitationNonce)
        .secondFactor(secondFactor)
        .build();
  }
}
