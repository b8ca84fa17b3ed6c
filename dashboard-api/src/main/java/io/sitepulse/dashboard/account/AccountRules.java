package io.sitepulse.dashboard.account;

import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.manage.Call;
import java.util.List;

/** What must hold among accounts, whoever changes them. */
final class AccountRules {
  private final AccountBook book;
  private final Table<Site> sites;
  private final Table<Group> groups;

  AccountRules(AccountBook book, Table<Site> sites, Table<Group> groups) {
    this.book = book;
    this.sites = sites;
    this.groups = groups;
  }

  /**
   * Asks that no other account has a login.
   *
   * @throws io.sitepulse.contract.http.ProblemException 409
   */
  void requireFree(String login, String account) {
    book.byLogin(login)
        .filter(other -> !other.id().equals(account))
        .ifPresent(
            other -> {
              throw Problem.of(409, "login-taken", "Login taken", "Somebody else has this login.")
                  .asException();
            });
  }

  /**
   * Asks that somebody is left who can do everything.
   *
   * @param without the account that is about to do so no longer
   * @throws io.sitepulse.contract.http.ProblemException 409
   */
  void requireAnotherAdministrator(String without) {
    boolean another =
        book.table().all().stream()
            .filter(account -> !account.id().equals(without))
            .anyMatch(AccountRules::administers);
    if (!another) {
      throw Problem.of(
              409,
              "last-administrator",
              "The last administrator",
              "Make somebody else administrator first, and let them sign in once.")
          .asException();
    }
  }

  /** Whether somebody can sign in and do everything: not while they have only an invitation. */
  static boolean administers(Account account) {
    return account.administrator()
        && !account.disabled()
        && (account.hasPassword() || account.subject() != null);
  }

  /**
   * Asks that what grants are for is there; those that were given before may stay.
   *
   * @throws io.sitepulse.contract.http.ProblemException 400
   */
  void requireKnown(List<Grant> grants, List<Grant> before) {
    grants.stream()
        .filter(grant -> !before.contains(grant))
        .map(Grant::scope)
        .filter(scope -> !isKnown(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw Call.invalid("grants", Rule.UNKNOWN, "name " + scope + ", which is not there");
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
