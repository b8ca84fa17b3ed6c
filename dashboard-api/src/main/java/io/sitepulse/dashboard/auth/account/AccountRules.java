package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.table.TopicTable;
import java.util.List;

/** Rules that hold across accounts. Each throws a problem if it is broken. */
public final class AccountRules {
  private final AccountService accounts;
  private final TopicTable<Site> sites;
  private final TopicTable<Group> groups;

  public AccountRules(AccountService accounts, TopicTable<Site> sites, TopicTable<Group> groups) {
    this.accounts = accounts;
    this.sites = sites;
    this.groups = groups;
  }

  /**
   * Requires that no other account has a login.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 409
   */
  public void requireFreeLogin(String login, String account) {
    accounts
        .findByLogin(login)
        .filter(other -> !other.id().equals(account))
        .ifPresent(
            other -> {
              throw Problem.of(409, "login-taken", "Login taken", "Another account has this login.")
                  .asException();
            });
  }

  /**
   * Requires an active administrator other than this account.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 409
   */
  public void requireAnotherAdministrator(String account) {
    boolean another =
        accounts.all().stream()
            .filter(other -> !other.id().equals(account))
            .anyMatch(AccountRules::isActiveAdministrator);
    if (!another) {
      throw Problem.of(
              409,
              "last-administrator",
              "The last administrator",
              "Make another account administrator first. It must have signed in once.")
          .asException();
    }
  }

  /** Returns true for an enabled administrator who has a password or an OpenID Connect subject. */
  public static boolean isActiveAdministrator(Account account) {
    return account.administrator()
        && !account.disabled()
        && (account.hasPassword() || account.subject() != null);
  }

  /**
   * Requires that the sites and groups of new grants exist. Grants that the account already has are
   * not checked.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400
   */
  public void requireKnownScopes(List<Grant> grants, List<Grant> before) {
    grants.stream()
        .filter(grant -> !before.contains(grant))
        .map(Grant::scope)
        .filter(scope -> !isKnown(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw Problem.invalid(
                      new FieldViolationException(
                          "grants", Rule.UNKNOWN, "name " + scope + ", which does not exist"))
                  .asException();
            });
  }

  private boolean isKnown(Scope scope) {
    return switch (scope.kind()) {
      case ALL -> true;
      case GROUP -> groups.get(scope.id()).isPresent();
      case SITE -> sites.get(scope.id()).isPresent();
    };
  }
}
