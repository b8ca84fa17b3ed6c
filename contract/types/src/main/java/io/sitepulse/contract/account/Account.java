package io.sitepulse.contract.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9]{1,32}}, never reused
 * @param login what they type to sign in, in small letters; unique
 * @param name as others read it
 * @param password Argon2id hash in PHC form, or null: no local password
 * @param subject who they are for OpenID Connect, {@code issuer|sub}, or null
 * @param administrator may do everything, everywhere
 * @param grants what others may do
 * @param tokens keys for programs
 * @param sessionsFrom sessions begun before it are refused; null: none is
 * @param endedSessions ids of sessions that were signed out, with the instant they would have ended
 *     anyway
 * @param disabled may not sign in, and its sessions and tokens are refused
 * @param created when
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
    Map<String, Instant> endedSessions,
    boolean disabled,
    Instant created) {
  public static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@+-]{1,100}");
  private static final int MAX_GRANTS = 1000;
  private static final int MAX_TOKENS = 50;

  @SuppressWarnings("NullAway") // Jackson hands over null for what a definition leaves out.
  public Account {
    Require.matches(id, ID, "account");
    Require.matches(login, LOGIN, "login");
    Require.text(name, 200, "name");
    Require.atMost(password, 500, "password");
    Require.atMost(subject, 500, "subject");
    grants = grants == null ? List.of() : List.copyOf(grants);
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
    endedSessions = endedSessions == null ? Map.of() : Map.copyOf(endedSessions);
    Require.present(created, "created");
    Require.count(grants, 0, MAX_GRANTS, "grants");
    Require.count(tokens, 0, MAX_TOKENS, "tokens");
  }

  /** Whether they may act in a role for a site. */
  public boolean allows(Role role, Site site) {
    return administrator || grants.stream().anyMatch(grant -> grant.allows(role, site));
  }

  /** Whether they have a local password. */
  @JsonIgnore
  public boolean hasPassword() {
    return password != null;
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "Account " + id + " (" + login + ")";
  }
}
