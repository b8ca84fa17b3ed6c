package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.TopicTable;
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
public final class AccountService {
  private final TopicTable<Account> topicTable;
  private final Definitions definitions;
  private Future<?> last = Future.succeededFuture();

  public AccountService(TopicTable<Account> topicTable, Definitions definitions) {
    this.topicTable = topicTable;
    this.definitions = definitions;
  }

  public TopicTable<Account> table() {
    return topicTable;
  }

  /** Nobody has been made yet. */
  public boolean isEmpty() {
    return topicTable.all().isEmpty();
  }

  /** The account of a login; of two that came about at once, the older. */
  public Optional<Account> byLogin(String login) {
    String wanted = login(login);
    return topicTable.all().stream()
        .filter(account -> account.login().equals(wanted))
        .min(Comparator.comparing(Account::created).thenComparing(Account::id));
  }

  /** A login as it is kept. */
  public static String login(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Makes an account, after asking once more that it may be. */
  public Future<Account> add(Account account, Author by, String action, Runnable check) {
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
  public Future<Account> change(String id, Author by, String action, Consumer<AccountDraft> edit) {
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
   * @throws io.sitepulse.runtime.http.ProblemException 404 if there is none
   */
  public Account find(String id) {
    return topicTable
        .get(id)
        .orElseThrow(() -> Problem.notFound("There is no such account.").asException());
  }

  /** Who an account is in the log of changes. */
  public static Author author(Account account) {
    return new Author(account.id(), account.name());
  }

  private synchronized <T> Future<T> alone(Supplier<Future<T>> change) {
    Future<T> next = last.transform(before -> change.get());
    last = next;
    return next;
  }
}
