package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.FreshId;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for administrators. */
final class AccountFeature implements ManageFeature {
  private static final String ALL = "/accounts";
  private static final String ONE = ALL + "/:account";

  private final AccountBook book;
  private final AccountRules rules;
  private final Definitions definitions;
  private final InvitationCodes invitations;
  private final Door door;
  private final Answers answers;
  private final Clock clock;

  AccountFeature(
      AccountBook book,
      AccountRules rules,
      Definitions definitions,
      InvitationCodes invitations,
      Door door,
      Answers answers,
      Clock clock) {
    this.answers = answers;
    this.book = book;
    this.rules = rules;
    this.definitions = definitions;
    this.invitations = invitations;
    this.door = door;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, ALL, Right.ADMINISTER, this::list);
    routes.add(HttpMethod.POST, ALL, Right.ADMINISTER, this::create);
    routes.add(HttpMethod.GET, ONE, Right.ADMINISTER, this::read);
    routes.add(HttpMethod.PUT, ONE, Right.ADMINISTER, this::update);
    routes.add(HttpMethod.POST, ONE + "/invitation", Right.ADMINISTER, this::invite);
    routes.add(HttpMethod.DELETE, ONE + "/sessions", Right.ADMINISTER, this::endSessions);
    routes.add(HttpMethod.DELETE, ONE + "/tokens/:token", Right.ADMINISTER, this::removeToken);
  }

  private void list(Call call) {
    var accounts =
        book.table().all().stream()
            .sorted(Comparator.comparing(Account::login))
            .map(AccountAnswer::of)
            .toList();
    answers.of(call, accounts, AccountTables::accounts, () -> call.json(accounts));
  }

  private void read(Call call) {
    answer(call, 200, book.find(call.path("account")), null);
  }

  private void create(Call call) {
    var edit = call.body(AccountEdit.class);
    String id = FreshId.next();
    Account account =
        checked(
            () -> {
              String login = AccountBook.login(Objects.requireNonNullElse(edit.login(), ""));
              String name = Objects.requireNonNullElse(edit.name(), "").strip();
              var draft = AccountDraft.of(AccountDraft.fresh(id, login, name, clock.instant()));
              apply(edit, draft);
              return draft.made();
            });
    call.after(
        book.add(account, by(call), "account.create", () -> rules.requireFree(account.login(), id)),
        made -> answer(call, 201, made, code(made)));
  }

  private void update(Call call) {
    var edit = call.body(AccountEdit.class);
    call.after(
        change(call, "account.update", draft -> update(call, edit, draft)),
        account -> answer(call, 200, account, null));
  }

  private void update(Call call, AccountEdit edit, AccountDraft draft) {
    Account before = draft.made();
    call.mustMatch(AccountEdit.of(before));
    apply(edit, draft);
    Account after = checked(draft::made);
    rules.requireFree(after.login(), after.id());
    if (AccountRules.administers(before) && !AccountRules.administers(after)) {
      rules.requireAnotherAdministrator(after.id());
    }
    if (after.disabled() && !before.disabled()) {
      draft.endSessions(clock.instant()); // Or they would go on when it is enabled again.
    }
  }

  private void apply(AccountEdit edit, AccountDraft draft) {
    if (edit.login() != null) {
      draft.login = AccountBook.login(edit.login());
    }
    if (edit.name() != null) {
      draft.name = edit.name().strip();
    }
    if (edit.administrator() != null) {
      draft.administrator = edit.administrator();
    }
    if (edit.grants() != null) {
      rules.requireKnown(edit.grants(), draft.grants);
      draft.grants = edit.grants();
    }
    if (edit.disabled() != null) {
      draft.disabled = edit.disabled();
    }
    if (Boolean.FALSE.equals(edit.oidc())) {
      draft.subject = null;
    }
  }

  private void invite(Call call) {
    Account account = book.find(call.path("account"));
    call.after(
        definitions.note(by(call), "account.invite", account.id()),
        noted -> call.json(new Invited(code(account))));
  }

  /** A link to hand out. */
  record Invited(String invitation) {
    @Override
    public String toString() {
      return "***";
    }
  }

  private void endSessions(Call call) {
    call.done(door.endAll(book.find(call.path("account")).id(), by(call)));
  }

  private void removeToken(Call call) {
    String token = call.path("token");
    call.done(change(call, "token.remove", draft -> TokenFeature.remove(draft, token)));
  }

  private Future<Account> change(Call call, String action, Consumer<AccountDraft> edit) {
    return book.change(call.path("account"), by(call), action, edit);
  }

  private static void answer(Call call, int status, Account account, @Nullable String code) {
    call.entry(status, AccountEdit.of(account), AccountAnswer.of(account, code));
  }

  private String code(Account account) {
    return invitations.make(account, clock.instant());
  }

  private static Author by(Call call) {
    return AccountBook.author(call.caller().account());
  }

  private static Account checked(java.util.function.Supplier<Account> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw Call.broken(e);
    }
  }
}
