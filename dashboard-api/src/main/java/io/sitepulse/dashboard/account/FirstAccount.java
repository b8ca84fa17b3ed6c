package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.manage.Call;
import io.vertx.core.Future;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first administrator, while there is no account. Its id is always the same: of two
 * instances that make it in the same moment one writes over the other, and there is one.
 */
final class FirstAccount {
  private static final String ID = "first";
  private static final Author SETUP = new Author("setup", "setup");

  private final AccountBook book;
  private final Passwords passwords;
  private final Clock clock;

  FirstAccount(AccountBook book, Passwords passwords, Clock clock) {
    this.book = book;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Fails with a problem if there is an account already, or if a field is not as it must be. */
  Future<Account> make(@Nullable String login, @Nullable String name, @Nullable String password) {
    requireNone();
    Account draft = administrator(login == null ? "" : login, name == null ? "" : name);
    return passwords.hash("password", password).compose(hash -> add(draft, hash));
  }

  private Future<Account> add(Account account, String hash) {
    var draft = AccountDraft.of(account);
    draft.administrator = true;
    draft.password = hash;
    return book.add(draft.made(), SETUP, "account.create", this::requireNone);
  }

  private Account administrator(String login, String name) {
    try {
      return AccountDraft.fresh(ID, AccountBook.login(login), name.strip(), clock.instant());
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
    }
  }

  private void requireNone() {
    if (!book.isEmpty()) {
      throw DeadLink.problem().asException();
    }
  }
}
