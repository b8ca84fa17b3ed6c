package io.sitepulse.dashboard.account;

import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.contract.http.Problem;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.sitepulse.dashboard.web.Cookies;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Signing in with login and password, and what a session can do about itself. */
final class SessionFeature implements ManageFeature {
  private final AccountBook book;
  private final Passwords passwords;
  private final Door door;
  private final OwnPages pages;
  private final Devices devices;
  private final Attempts attempts;
  private final ClientAddress clients;

  SessionFeature(
      AccountBook book,
      Passwords passwords,
      Door door,
      OwnPages pages,
      Devices devices,
      Attempts attempts,
      ClientAddress clients) {
    this.book = book;
    this.passwords = passwords;
    this.door = door;
    this.pages = pages;
    this.devices = devices;
    this.attempts = attempts;
    this.clients = clients;
  }

  /** The body of signing in. */
  record Credentials(@Nullable String login, @Nullable String password) {
    @Override
    public String toString() {
      return "Credentials of " + login;
    }
  }

  /** The body of a change of password. */
  record NewPassword(@Nullable String current, @Nullable String next) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.POST, "/session", Right.OPEN, this::signIn);
    routes.add(HttpMethod.GET, "/session", Right.SIGNED_IN, this::show);
    routes.add(HttpMethod.DELETE, "/session", Right.SIGNED_IN, this::signOut);
    routes.add(HttpMethod.DELETE, "/sessions", Right.SIGNED_IN, this::signOutEverywhere);
    routes.add(HttpMethod.POST, "/session/password", Right.SIGNED_IN, this::changePassword);
  }

  private void signIn(Call call) {
    pages.requireOpen(call.context().request());
    var body = call.body(Credentials.class);
    String login = AccountBook.login(body.login() == null ? "" : body.login());
    var taken = attempt(call, login);
    Account account = book.byLogin(login).filter(known -> !known.disabled()).orElse(null);
    call.after(
        passwords.matches(body.password(), account == null ? null : account.password()),
        matches -> {
          if (matches && account != null) {
            taken.giveBack();
            door.remember(call, login);
            door.open(call, 200, account, Way.PASSWORD);
          } else {
            door.refuse(call, Way.PASSWORD, wrongCredentials());
          }
        });
  }

  private Attempts.Taken attempt(Call call, String login) {
    String device = devices.knownTo(login, Cookies.valueOf(call.context(), SessionCookies.DEVICE));
    String client = clients.of(call.context().request());
    return door.attempt(call, Way.PASSWORD, () -> attempts.atLogin(login, client, device));
  }

  private void show(Call call) {
    call.json(door.answer(call.caller()));
  }

  private void signOut(Call call) {
    door.take(call);
    String session = call.caller().session();
    if (session == null) {
      throw Browsers.only();
    }
    call.done(door.end(call.caller().account(), session));
  }

  private void signOutEverywhere(Call call) {
    Account account = Browsers.require(call).account();
    door.take(call);
    call.done(door.endAll(account.id(), AccountBook.author(account)));
  }

  private void changePassword(Call call) {
    Caller caller = Browsers.require(call);
    Account account = caller.account();
    var body = call.body(NewPassword.class);
    var taken = door.attempt(call, Way.PASSWORD, () -> attempts.atOwn(account.id()));
    var work =
        passwords
            .matches(body.current(), account.password())
            .compose(
                matches -> {
                  if (!matches) {
                    throw wrongPassword();
                  }
                  taken.giveBack();
                  return passwords.hash("next", body.next());
                })
            .compose(hash -> door.setPassword(account, hash, "account.password"));
    call.after(
        work,
        changed -> {
          door.give(call, changed);
          call.done();
        });
  }

  private static Problem wrongCredentials() {
    return Problem.of(401, "credentials", "Not signed in", "Login or password is wrong.");
  }

  private static RuntimeException wrongPassword() {
    return Call.invalid("current", Rule.WRONG_PASSWORD, "is not your password");
  }
}
