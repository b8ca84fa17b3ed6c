package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.Author;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated caller of a request.
 *
 * @param session id of the browser session, null for API tokens
 * @param token the API token, null for browser sessions
 */
public record Caller(Account account, @Nullable String session, @Nullable ApiToken token) {

  /** Returns true if the caller has a role for a site. An API token is limited to its own role. */
  public boolean allows(Role role, Site site) {
    return account.allows(role, site) && within(role);
  }

  /** Returns true if the caller may view a site. */
  public boolean mayView(Site site) {
    return allows(Role.VIEWER, site);
  }

  /** Returns the role for a site that the caller may view. */
  public Role roleFor(Site site) {
    return allows(Role.EDITOR, site) ? Role.EDITOR : Role.VIEWER;
  }

  public Author author() {
    return Author.of(account);
  }

  /** Returns true for an administrator. With an API token, only if the token may edit. */
  public boolean administers() {
    return account.administrator() && within(Role.EDITOR);
  }

  private boolean within(Role role) {
    return token == null || token.role().includes(role);
  }
}
