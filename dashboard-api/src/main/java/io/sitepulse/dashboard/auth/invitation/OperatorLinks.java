package io.sitepulse.dashboard.auth.invitation;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountRules;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.FreshId;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Links to choose a password that the operator gives out without signing in: the way back in when
 * nobody is left to invite anybody. Whoever has the machine has Kafka and the secret, so this gives
 * them nothing new; what it adds is that the sessions there were end, and that the log of changes
 * has it.
 *
 * <p>A password there is goes on being good until the link is used: whoever typed the wrong login
 * locks nobody out.
 */
public final class OperatorLinks {
  private static final Author COMMAND = new Author("command", "operator");

  private final AccountService book;
  private final InvitationCodes codes;
  private final URI address;
  private final Clock clock;

  /**
   * Wires it.
   *
   * @param accounts as they are now, read whole
   * @param secret the one that instances sign with, or the links are dead
   * @param address where browsers find the dashboard
   */
  public OperatorLinks(
      TopicTable<Account> accounts,
      Definitions definitions,
      Secret secret,
      URI address,
      Clock clock) {
    this.book = new AccountService(accounts, definitions);
    this.codes = new InvitationCodes(accounts, secret);
    this.address = address;
    this.clock = clock;
  }

  /**
   * A link for somebody who has an account; their sessions end.
   *
   * @throws NotInvited if nobody has the login, or its account is disabled
   */
  public Future<URI> invite(String login) {
    Account account = book.byLogin(login).orElseThrow(() -> unknown(login));
    if (account.disabled()) {
      throw new NotInvited("the account '" + account.login() + "' is disabled" + otherwise());
    }
    return renew(account, draft -> {});
  }

  /**
   * A link for an administrator where none is left who can act: an account there is becomes one and
   * is enabled, else one is made.
   *
   * @throws NotInvited if somebody else can act, or if the login cannot be one
   */
  public Future<URI> inviteAdministrator(String login) {
    Optional<Account> known = book.byLogin(login);
    String able = able();
    if (known.filter(AccountRules::administers).isPresent()) {
      return invite(login);
    }
    if (!able.isEmpty()) {
      throw new NotInvited(
          "there is an administrator who can act (" + able + "); invite them, or let them do it");
    }
    return known.isPresent()
        ? renew(known.get(), OperatorLinks::raise)
        : book.add(made(login), COMMAND, "account.create", () -> {}).map(this::link);
  }

  private Future<URI> renew(Account account, Consumer<AccountDraft> edit) {
    Instant now = clock.instant();
    return book.change(
            account.id(),
            COMMAND,
            "account.invite",
            draft -> {
              edit.accept(draft);
              draft.endSessions(now);
            })
        .map(this::link);
  }

  private Account made(String login) {
    String kept = AccountService.login(login);
    try {
      var draft = AccountDraft.of(AccountDraft.fresh(FreshId.next(), kept, kept, clock.instant()));
      raise(draft);
      return draft.made();
    } catch (IllegalArgumentException e) {
      throw new NotInvited("'" + kept + "' cannot be a login: " + e.getMessage());
    }
  }

  private static void raise(AccountDraft draft) {
    draft.administrator = true;
    draft.disabled = false;
  }

  private URI link(Account account) {
    return address.resolve("/dashboard/invitation#" + codes.make(account, clock.instant()));
  }

  private NotInvited unknown(String login) {
    return new NotInvited(
        "nobody has the login '" + AccountService.login(login) + "'" + otherwise());
  }

  private String otherwise() {
    String able = able();
    return able.isEmpty()
        ? "; no administrator is left who can act: --administrator makes one"
        : "; administrators who can act: " + able;
  }

  /** The logins of those who can do everything. */
  private String able() {
    return book.table().all().stream()
        .filter(AccountRules::administers)
        .map(Account::login)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
