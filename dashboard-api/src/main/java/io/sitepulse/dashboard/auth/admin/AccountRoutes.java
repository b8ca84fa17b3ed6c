package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountRules;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.invitation.InvitationCodes;
import io.sitepulse.dashboard.auth.session.SessionService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.definition.Definitions;
import io.sitepulse.dashboard.definition.FreshId;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everybody's accounts, for administrators. */
public final class AccountRoutes implements RouteProvider {
  private static final String ALL = "/accounts";
  private static final String ONE = ALL + "/:account";

  private final AccountService book;
  private final AccountRules rules;
  private final Definitions definitions;
  private final InvitationCodes invitations;
  private final SessionService sessionService;
  private final ExportResponder exportResponder;
  private final Clock clock;

  public AccountRoutes(
      AccountService book,
      AccountRules rules,
      Definitions definitions,
      InvitationCodes invitations,
      SessionService sessionService,
      ExportResponder exportResponder,
      Clock clock) {
    this.exportResponder = exportResponder;
    this.book = book;
    this.rules = rules;
    this.definitions = definitions;
    this.invitations = invitations;
    this.sessionService = sessionService;
    this.clock = clock;
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, ALL, RequiredAccess.ADMINISTER, this::list);
    routes.add(HttpMethod.POST, ALL, RequiredAccess.ADMINISTER, this::create);
    routes.add(HttpMethod.GET, ONE, RequiredAccess.ADMINISTER, this::read);
    routes.add(HttpMethod.PUT, ONE, RequiredAccess.ADMINISTER, this::update);
    routes.add(HttpMethod.POST, ONE + "/invitation", RequiredAccess.ADMINISTER, this::invite);
    routes.add(HttpMethod.DELETE, ONE + "/sessions", RequiredAccess.ADMINISTER, this::endSessions);
    routes.add(
        HttpMethod.DELETE, ONE + "/tokens/:token", RequiredAccess.ADMINISTER, this::removeToken);
  }

  private void list(RequestContext requestContext) {
    var accounts =
        book.table().all().stream()
            .sorted(Comparator.comparing(Account::login))
            .map(AccountResponse::of)
            .toList();
    exportResponder.of(
        requestContext, accounts, AccountExport::accounts, () -> requestContext.json(accounts));
  }

  private void read(RequestContext requestContext) {
    answer(requestContext, 200, book.find(requestContext.path("account")), null);
  }

  private void create(RequestContext requestContext) {
    var edit = requestContext.body(AccountRequest.class);
    String id = FreshId.next();
    Account account =
        checked(
            () -> {
              String login = AccountService.login(Objects.requireNonNullElse(edit.login(), ""));
              String name = Objects.requireNonNullElse(edit.name(), "").strip();
              var draft = AccountDraft.of(AccountDraft.fresh(id, login, name, clock.instant()));
              apply(edit, draft);
              return draft.made();
            });
    requestContext.after(
        book.add(
            account,
            by(requestContext),
            "account.create",
            () -> rules.requireFree(account.login(), id)),
        made -> answer(requestContext, 201, made, code(made)));
  }

  private void update(RequestContext requestContext) {
    var edit = requestContext.body(AccountRequest.class);
    requestContext.after(
        change(requestContext, "account.update", draft -> update(requestContext, edit, draft)),
        account -> answer(requestContext, 200, account, null));
  }

  private void update(RequestContext requestContext, AccountRequest edit, AccountDraft draft) {
    Account before = draft.made();
    requestContext.mustMatch(AccountRequest.of(before));
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

  private void apply(AccountRequest edit, AccountDraft draft) {
    if (edit.login() != null) {
      draft.login = AccountService.login(edit.login());
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

  private void invite(RequestContext requestContext) {
    Account account = book.find(requestContext.path("account"));
    requestContext.after(
        definitions.note(by(requestContext), "account.invite", account.id()),
        noted -> requestContext.json(new Invited(code(account))));
  }

  /** A link to hand out. */
  public record Invited(String invitation) {
    @Override
    public String toString() {
      return "***";
    }
  }

  private void endSessions(RequestContext requestContext) {
    requestContext.done(
        sessionService.endAll(book.find(requestContext.path("account")).id(), by(requestContext)));
  }

  private void removeToken(RequestContext requestContext) {
    String token = requestContext.path("token");
    requestContext.done(
        change(requestContext, "token.remove", draft -> TokenRoutes.remove(draft, token)));
  }

  private Future<Account> change(
      RequestContext requestContext, String action, Consumer<AccountDraft> edit) {
    return book.change(requestContext.path("account"), by(requestContext), action, edit);
  }

  private static void answer(
      RequestContext requestContext, int status, Account account, @Nullable String code) {
    requestContext.entry(status, AccountRequest.of(account), AccountResponse.of(account, code));
  }

  private String code(Account account) {
    return invitations.make(account, clock.instant());
  }

  private static Author by(RequestContext requestContext) {
    return AccountService.author(requestContext.caller().account());
  }

  private static Account checked(java.util.function.Supplier<Account> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw RequestContext.broken(e);
    }
  }
}
