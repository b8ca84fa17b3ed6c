package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.table.TopicTable;
import java.util.List;

/** What must hold among accounts, whoever changes them. */
public final class AccountRules {
  private final AccountService book;
  private final TopicTable<Site> sites;
  private final TopicTable<Group> groups;

  public AccountRules(AccountService book, TopicTable<Site> sites, TopicTable<Group> groups) {
    this.book = book;
    this.sites = sites;
    this.groups = groups;
  }

  /**
   * Asks that no other account has a login.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 409
   */
  public void requireFree(String login, String account) {
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
   * @throws io.sitepulse.runtime.http.ProblemException 409
   */
  public void requireAnotherAdministrator(String without) {
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
  public static boolean administers(Account account) {
    return account.administrator()
        && !account.disabled()
        && (account.hasPassword() || account.subject() != null);
  }

  /**
   * Asks that what grants are for is there; those that were given before may stay.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400
   */
  public void requireKnown(List<Grant> grants, List<Grant> before) {
    grants.stream()
        .filter(grant -> !before.contains(grant))
        .map(Grant::scope)
        .filter(scope -> !isKnown(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw RequestContext.invalid(
                  "grants", Rule.UNKNOWN, "name " + scope + ", which is not there");
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
