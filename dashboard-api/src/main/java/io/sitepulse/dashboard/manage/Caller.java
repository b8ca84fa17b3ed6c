package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.definition.Author;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param account for whom
 * @param session id of the browser's session, or null
 * @param token the key of the program that asks, or null
 */
public record Caller(Account account, @Nullable String session, @Nullable ApiToken token) {

  /** Whether they may act in a role for a site. A key never may more than its own role. */
  public boolean allows(Role role, Site site) {
    return account.allows(role, site) && within(role);
  }

  /** What they may do for a site they may see. */
  public Role roleFor(Site site) {
    return allows(Role.EDITOR, site) ? Role.EDITOR : Role.VIEWER;
  }

  /** Them as the author of a change. */
  public Author author() {
    return new Author(account.id(), account.name());
  }

  /** Whether they may do everything. */
  public boolean administers() {
    return account.administrator() && within(Role.EDITOR);
  }

  private boolean within(Role role) {
    return token == null || token.role().includes(role);
  }
}
