package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.definition.StaleChangeException;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.kafka.Topics;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads and writes accounts. All methods fail with a 503 problem until the accounts have been read:
 * an account that is not known yet must not be taken for one that does not exist.
 *
 * <p>Writes run one after another, each on the result of the one before. If another instance
 * changes the account at the same time, the first write wins and the other one is repeated on its
 * result: see {@link Account#replaces}. So no change undoes another one that it has not seen.
 */
public final class AccountService {
  /** Each loses at most half of the races with a loop of changes at another instance. */
  private static final int ATTEMPTS = 20;

  private final TopicTable<Account> accounts;
  private final Definitions definitions;
  private final SerialTaskQueue writes = new SerialTaskQueue();

  public AccountService(TopicTable<Account> accounts, Definitions definitions) {
    this.accounts = accounts;
    this.definitions = definitions;
  }

  public Collection<Account> all() {
    return loaded().all();
  }

  public boolean isEmpty() {
    return all().isEmpty();
  }

  /**
   * Returns an account.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404 if there is none
   */
  public Account get(String id) {
    return find(id).orElseThrow(() -> Problem.notFound("No such account.").asException());
  }

  public Optional<Account> find(String id) {
    return loaded().get(id);
  }

  /** Returns the account with a login. If two were created at once, the older one. */
  public Optional<Account> findByLogin(String login) {
    String normalized = normalizeLogin(login);
    return all().stream()
        .filter(account -> account.login().equals(normalized))
        .min(Comparator.comparing(Account::created).thenComparing(Account::id));
  }

  private TopicTable<Account> loaded() {
    if (!accounts.isLoaded()) {
      throw Problem.unavailable("The accounts are being read. Try again in a moment.")
          .asException();
    }
    return accounts;
  }

  /** Returns a login as it is stored: trimmed and in lower case. */
  public static String normalizeLogin(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Creates an account.
   *
   * @param check runs directly before the write and throws a problem to prevent it
   */
  public Future<Account> create(Account account, Author by, String action, Runnable check) {
    return writes.submit(
        () ->
            attempt(
                ATTEMPTS,
                () -> {
                  check.run();
                  return definitions
                      .put(Topics.ACCOUNTS, account.id(), null, account, by, action)
                      .map(account);
                }));
  }

  /**
   * Updates an account.
   *
   * @param edit changes the draft, or throws a problem to prevent the update. It is called again if
   *     another instance has changed the account meanwhile.
   */
  public Future<Account> update(String id, Author by, String action, Consumer<AccountDraft> edit) {
    return writes.submit(() -> attempt(ATTEMPTS, () -> updateOnce(id, by, action, edit)));
  }

  /**
   * Records a use of an account, without an entry in the change log.
   *
   * @param edit as in {@link #update}. If it changes nothing, nothing is written.
   */
  public Future<Void> record(String id, Consumer<AccountDraft> edit) {
    return writes.submit(() -> attempt(ATTEMPTS, () -> recordOnce(id, edit)));
  }

  /**
   * Updates an account for its owner.
   *
   * @param account as it was when its owner was authenticated
   * @param edit as in {@link #update}
   * @return the new account. Fails with a 401 problem if it was disabled meanwhile.
   */
  public Future<Account> updateOwn(Account account, String action, Consumer<AccountDraft> edit) {
    return update(
        account.id(),
        Author.of(account),
        action,
        draft -> {
          if (draft.disabled) {
            throw Problem.of(401, "not-signed-in", "Not signed in", "The account is disabled.")
                .asException();
          }
          edit.accept(draft);
        });
  }

  /**
   * Deletes an account. The entry in the change log has its id only.
   *
   * @param check receives the present account and throws a problem to prevent the deletion
   */
  public Future<Void> delete(String id, Author by, String action, Consumer<Account> check) {
    return writes.submit(
        () -> {
          check.accept(get(id));
          return definitions.erase(Topics.ACCOUNTS, id, by, action);
        });
  }

  /** Returns an account with the revision of its next change. */
  public static Account withNextRevision(Account account) {
    return account.toBuilder().revision(account.nextRevision()).build();
  }

  private Future<Account> updateOnce(
      String id, Author by, String action, Consumer<AccountDraft> edit) {
    Account before = get(id);
    var draft = AccountDraft.of(withNextRevision(before));
    edit.accept(draft);
    Account after = draft.toAccount();
    return definitions.put(Topics.ACCOUNTS, id, before, after, by, action).map(after);
  }

  private Future<Void> recordOnce(String id, Consumer<AccountDraft> edit) {
    Account before = withNextRevision(get(id));
    var draft = AccountDraft.of(before);
    edit.accept(draft);
    Account after = draft.toAccount();
    return after.equals(before)
        ? Future.succeededFuture()
        : definitions.record(Topics.ACCOUNTS, id, after);
  }

  private static <T> Future<T> attempt(int left, Supplier<Future<T>> change) {
    return change
        .get()
        .recover(
            e -> {
              if (!(e instanceof StaleChangeException)) {
                return Future.failedFuture(e);
              }
              return left > 1
                  ? attempt(left - 1, change)
                  : Future.failedFuture(
                      Problem.unavailable("The account is being changed. Try again in a moment.")
                          .asException());
            });
  }
}
