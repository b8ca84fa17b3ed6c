package io.sitepulse.contract.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user account.
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9]{1,32}}, never reused
 * @param login unique login name in lower case
 * @param name display name
 * @param password Argon2id hash in PHC form, or null if there is no local password
 * @param subject identity of OpenID Connect, {@code issuer|sub}, or null
 * @param administrator true if the account has all rights for all sites
 * @param grants rights of an account that is not an administrator
 * @param tokens API tokens
 * @param sessionsFrom sessions that were started before this instant are refused. Null refuses
 *     none.
 * @param keptSession id of a session that is valid although it was started before {@code
 *     sessionsFrom}, or null
 * @param sessions sessions of which the owner is told, the newest ones. Not all need be valid.
 * @param endedSessions ids of sessions that were signed out, with the instants of their expiry
 * @param disabled true if signing in, sessions and tokens are refused
 * @param created instant of creation
 * @param revision 1 for a new account, and one more with each change. 0 if it was written by a
 *     release that had no revisions. See {@link #replaces}.
 * @param invitationNonce random text that the valid invitation link is bound to. A new one revokes
 *     all earlier links. Null if the account was never invited by a release that has it.
 * @param secondFactor second factor of sign-ins with the password, or null if there is none
 */
public record Account(
    int v,
    String id,
    String login,
    String name,
    @Nullable String password,
    @Nullable String subject,
    boolean administrator,
    List<Grant> grants,
    List<ApiToken> tokens,
    @Nullable Instant sessionsFrom,
    @Nullable String keptSession,
    List<AccountSession> sessions,
    Map<String, Instant> endedSessions,
    boolean disabled,
    Instant created,
    long revision,
    @Nullable String invitationNonce,
    @Nullable SecondFactor secondFactor) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@+-]{1,100}");
  private static final int MAX_GRANTS = 1000;
  private static final int MAX_TOKENS = 50;

  /** Largest number of listed sessions. */
  public static final int MAX_SESSIONS = 50;

  @SuppressWarnings("NullAway") // Jackson hands over null for what a definition leaves out.
  public Account {
    Require.matches(id, ID, "account");
    Require.matches(login, LOGIN, "login");
    Require.text(name, 200, "name");
    Require.atMost(password, 500, "password");
    Require.atMost(subject, 500, "subject");
    Require.atMost(invitationNonce, 100, "invitationNonce");
    grants = grants == null ? List.of() : List.copyOf(grants);
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
    sessions = sessions == null ? List.of() : List.copyOf(sessions);
    // Sorted, so that one account is always written in the same bytes.
    endedSessions =
        endedSessions == null
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(endedSessions));
    Require.present(created, "created");
    Require.count(grants, 0, MAX_GRANTS, "grants");
    Require.count(tokens, 0, MAX_TOKENS, "tokens");
    Require.count(sessions, 0, MAX_SESSIONS, "sessions");
    Require.atMost(keptSession, 100, "keptSession");
  }

  /** Tells if a text can be the login of an account. */
  public static boolean isLogin(String text) {
    return LOGIN.matcher(text).matches();
  }

  /** Tells if the account has a role for a site. */
  public boolean allows(Role role, Site site) {
    return administrator || grants.stream().anyMatch(grant -> grant.allows(role, site));
  }

  /**
   * Tells if this account, read from the topic, replaces the one read before it. A change that was
   * made on an older revision than the present one does not: it would undo the changes between. An
   * account without a revision is always taken.
   */
  public boolean replaces(Account present) {
    return revision == 0 || revision > Math.max(present.revision, 1);
  }

  /** Returns the revision of a change that is made on this account. */
  public long nextRevision() {
    return Math.max(revision, 1) + 1;
  }

  /** Tells if there is a local password. */
  @JsonIgnore
  public boolean hasPassword() {
    return password != null;
  }

  /** Tells if a sign-in with the password needs a second factor. */
  @JsonIgnore
  public boolean hasSecondFactor() {
    return secondFactor != null;
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "Account " + id + " (" + login + ")";
  }

  /** Starts to build an account. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts to build a copy. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.id = id;
    builder.login = login;
    builder.name = name;
    builder.password = password;
    builder.subject = subject;
    builder.administrator = administrator;
    builder.grants = grants;
    builder.tokens = tokens;
    builder.sessionsFrom = sessionsFrom;
    builder.keptSession = keptSession;
    builder.sessions = sessions;
    builder.endedSessions = endedSessions;
    builder.disabled = disabled;
    builder.created = created;
    builder.revision = revision;
    builder.invitationNonce = invitationNonce;
    builder.secondFactor = secondFactor;
    return builder;
  }

  /** Collects the components of an account. It is used by one thread. */
  public static final class Builder {
    private @Nullable String id;
    private @Nullable String login;
    private @Nullable String name;
    private @Nullable String password;
    private @Nullable String subject;
    private boolean administrator;
    private List<Grant> grants = List.of();
    private List<ApiToken> tokens = List.of();
    private @Nullable Instant sessionsFrom;
    private @Nullable String keptSession;
    private List<AccountSession> sessions = List.of();
    private Map<String, Instant> endedSessions = Map.of();
    private boolean disabled;
    private @Nullable Instant created;
    private long revision = 1;
    private @Nullable String invitationNonce;
    private @Nullable SecondFactor secondFactor;

    private Builder() {}

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder login(String login) {
      this.login = login;
      return this;
    }

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder password(@Nullable String password) {
      this.password = password;
      return this;
    }

    public Builder subject(@Nullable String subject) {
      this.subject = subject;
      return this;
    }

    public Builder administrator(boolean administrator) {
      this.administrator = administrator;
      return this;
    }

    public Builder grants(List<Grant> grants) {
      this.grants = grants;
      return this;
    }

    public Builder tokens(List<ApiToken> tokens) {
      this.tokens = tokens;
      return this;
    }

    public Builder sessionsFrom(@Nullable Instant sessionsFrom) {
      this.sessionsFrom = sessionsFrom;
      return this;
    }

    public Builder keptSession(@Nullable String keptSession) {
      this.keptSession = keptSession;
      return this;
    }

    public Builder sessions(List<AccountSession> sessions) {
      this.sessions = sessions;
      return this;
    }

    public Builder endedSessions(Map<String, Instant> endedSessions) {
      this.endedSessions = endedSessions;
      return this;
    }

    public Builder disabled(boolean disabled) {
      this.disabled = disabled;
      return this;
    }

    public Builder created(Instant created) {
      this.created = created;
      return this;
    }

    public Builder revision(long revision) {
      this.revision = revision;
      return this;
    }

    public Builder invitationNonce(@Nullable String invitationNonce) {
      this.invitationNonce = invitationNonce;
      return this;
    }

    public Builder secondFactor(@Nullable SecondFactor secondFactor) {
      this.secondFactor = secondFactor;
      return this;
    }

    /**
     * Builds an account.
     *
     * @throws IllegalArgumentException if a component is missing or invalid
     */
    @SuppressWarnings("NullAway") // The compact constructor refuses null.
    public Account build() {
      return new Account(
          VERSION,
          id,
          login,
          name,
          password,
          subject,
          administrator,
          grants,
          tokens,
          sessionsFrom,
          keptSession,
          sessions,
          endedSessions,
          disabled,
          created,
          revision,
          invitationNonce,
          secondFactor);
    }
  }
}
