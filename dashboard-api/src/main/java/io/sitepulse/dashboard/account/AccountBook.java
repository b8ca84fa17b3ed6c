package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.contract.kafka.Topics;
import io.sitepulse.dashboard.Table;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The accounts, and the one way they are changed: one change after another, each on what the one
 * before left. That holds within this instance; two instances that change the same account in the
 * same moment leave the later change.
 */
final class AccountBook {
  private final Table<Account> table;
  private final Definitions definitions;
  private Future<?> last = Future.succeededFuture();

  AccountBook(Table<Account> table, Definitions definitions) {
    this.table = table;
    this.definitions = definitions;
  }

  Table<Account> table() {
    return table;
  }

  /** Nobody has been made yet. */
  boolean isEmpty() {
    return table.all().isEmpty();
  }

  /** The account of a login; of two that came about at once, the older. */
  Optional<Account> byLogin(String login) {
    String wanted = login(login);
    return table.all().stream()
        .filter(account -> account.login().equals(wanted))
        .min(Comparator.comparing(Account::created).thenComparing(Account::id));
  }

  /** A login as it is kept. */
  static String login(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Makes an account, after asking once more that it may be. */
  Future<Account> add(Account account, Author by, String action, Runnable check) {
    return alone(
        () -> {
          check.run();
          return definitions
              .put(Topics.ACCOUNTS, account.id(), null, account, by, action)
              .map(account);
        });
  }

  /**
   * Changes an account.
   *
   * @param edit throws a problem if it may not be
   */
  Future<Account> change(String id, Author by, String action, Consumer<AccountDraft> edit) {
    return alone(
        () -> {
          Account before = find(id);
          var draft = AccountDraft.of(before);
          edit.accept(draft);
          Account after = draft.made();
          return definitions.put(Topics.ACCOUNTS, id, before, after, by, action).map(after);
        });
  }

  /**
   * An account.
   *
   * @throws io.sitepulse.contract.http.ProblemException 404 if there is none
   */
  Account find(String id) {
    return table
        .get(id)
        .orElseThrow(() -> Problem.notFound("There is no such account.").asException());
  }

  /** Who an account is in the log of changes. */
  static Author author(Account account) {
    return new Author(account.id(), account.name());
  }

  private synchronized <T> Future<T> alone(Supplier<Future<T>> change) {
    Future<T> next = last.transform(before -> change.get());
    last = next;
    return next;
  }
}
