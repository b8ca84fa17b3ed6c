package io.sitepulse.dashboard.account;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.http.ClientAddress;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.ManageFeature;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.Right;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The two links by which people come to their first password: the one that the first start prints,
 * and the one an administrator hands out.
 */
final class LinkFeature implements ManageFeature {
  private final FirstAccount first;
  private final SetupCodes setups;
  private final InvitationCodes invitations;
  private final Passwords passwords;
  private final Door door;
  private final OwnPages pages;
  private final Attempts attempts;
  private final ClientAddress clients;
  private final Clock clock;

  /** The links and what stands behind them. */
  record Links(FirstAccount first, SetupCodes setups, InvitationCodes invitations) {}

  LinkFeature(
      Links links,
      Passwords passwords,
      Door door,
      OwnPages pages,
      Attempts attempts,
      ClientAddress clients,
      Clock clock) {
    this.first = links.first();
    this.setups = links.setups();
    this.invitations = links.invitations();
    this.passwords = passwords;
    this.door = door;
    this.pages = pages;
    this.attempts = attempts;
    this.clients = clients;
    this.clock = clock;
  }

  /** The body of making the first administrator. */
  record Setup(
      @Nullable String code,
      @Nullable String login,
      @Nullable String name,
      @Nullable String password) {
    @Override
    public String toString() {
      return "Setup of " + login;
    }
  }

  /** The body of choosing a password. */
  record Invitation(@Nullable String code, @Nullable String password) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.POST, "/setup", Right.OPEN, this::setUp);
    routes.add(HttpMethod.POST, "/invitation", Right.OPEN, this::accept);
  }

  private void setUp(Call call) {
    var taken = attempt(call, Way.SETUP);
    var body = call.body(Setup.class);
    if (!setups.isValid(body.code(), clock.instant())) {
      door.refuse(call, Way.SETUP, DeadLink.problem());
      return;
    }
    taken.giveBack();
    open(call, 201, first.make(body.login(), body.name(), body.password()), Way.SETUP);
  }

  private void accept(Call call) {
    var taken = attempt(call, Way.INVITATION);
    var body = call.body(Invitation.class);
    Account account = invitations.accountOf(body.code(), clock.instant()).orElse(null);
    if (account == null) {
      door.refuse(call, Way.INVITATION, DeadLink.problem());
      return;
    }
    taken.giveBack();
    var changed =
        passwords
            .hash("password", body.password())
            .compose(hash -> door.setPassword(account, hash, "account.invitation"));
    open(call, 200, changed, Way.INVITATION);
  }

  private Attempts.Taken attempt(Call call, Way way) {
    pages.requireOpen(call.context().request());
    String client = clients.of(call.context().request());
    return door.attempt(call, way, () -> attempts.atCode(client));
  }

  private void open(Call call, int status, Future<Account> account, Way way) {
    call.after(
        account,
        made -> {
          door.remember(call, made.login());
          door.open(call, status, made, way);
        });
  }
}
