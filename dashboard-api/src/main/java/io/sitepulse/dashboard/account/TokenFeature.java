package io.sitepulse.dashboard.account;

import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.dashboard.export.Answers;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** One's own keys for programs. */
final class TokenFeature implements ManageFeature {
  private static final String PATH = "/tokens";

  private final AccountBook book;
  private final ApiKeys keys;
  private final Answers answers;
  private final Clock clock;

  TokenFeature(AccountBook book, ApiKeys keys, Answers answers, Clock clock) {
    this.answers = answers;
    this.book = book;
    this.keys = keys;
    this.clock = clock;
  }

  /** The body of making a key. */
  record NewToken(@Nullable String name, @Nullable Role role, @Nullable Instant expires) {}

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.GET, PATH, Right.SIGNED_IN, this::list);
    routes.add(HttpMethod.POST, PATH, Right.SIGNED_IN, this::make);
    routes.add(HttpMethod.DELETE, PATH + "/:token", Right.SIGNED_IN, this::remove);
  }

  private void list(Call call) {
    var tokens = call.caller().account().tokens().stream().map(TokenAnswer::of).toList();
    answers.of(call, tokens, AccountTables::tokens, () -> call.json(tokens));
  }

  private void make(Call call) {
    Account account = Browsers.require(call).account();
    var body = call.body(NewToken.class);
    Instant now = clock.instant();
    if (body.expires() != null && !now.isBefore(body.expires())) {
      throw Call.invalid("expires", Rule.OVER, "is over already");
    }
    var made = made(account, body, now);
    var kept =
        book.change(
            account.id(),
            AccountBook.author(account),
            "token.create",
            draft -> {
              var tokens = new ArrayList<>(draft.tokens);
              tokens.add(made.token());
              draft.tokens = tokens;
            });
    call.after(kept, done -> call.json(201, TokenAnswer.of(made.token(), made.key())));
  }

  private void remove(Call call) {
    Account account = Browsers.require(call).account();
    String id = call.path("token");
    call.done(
        book.change(
            account.id(), AccountBook.author(account), "token.remove", draft -> remove(draft, id)));
  }

  /** Takes a key away from an account. */
  static void remove(AccountDraft draft, String id) {
    var tokens = new ArrayList<>(draft.tokens);
    if (!tokens.removeIf(token -> token.id().equals(id))) {
      throw Problem.notFound("There is no such key.").asException();
    }
    draft.tokens = tokens;
  }

  private ApiKeys.Made made(Account account, NewToken body, Instant now) {
    if (body.role() == null) {
      throw Call.invalid("role", Rule.REQUIRED, "is missing");
    }
    try {
      return keys.make(
          account, body.name() == null ? "" : body.name(), body.role(), now, body.expires());
    } catch (BrokenRule e) {
      throw Call.broken(e.of(e.field().replaceFirst("^tokens\\.", "")));
    }
  }
}
