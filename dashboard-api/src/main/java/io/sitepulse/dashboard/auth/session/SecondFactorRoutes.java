package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.SecondFactor;
import io.sitepulse.dashboard.auth.account.SignInMethod;
import io.sitepulse.dashboard.auth.factor.SecondFactorService;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.manage.RequiredAccess;
import io.sitepulse.dashboard.manage.RouteProvider;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/manage/second-factor}: the second factor of the caller, and the code that completes a
 * sign-in. Every change requires a browser session and the password.
 */
public final class SecondFactorRoutes implements RouteProvider {
  private static final String ROOT = "/second-factor";

  private final SecondFactorService secondFactors;
  private final PasswordService passwordService;
  private final SignInResponder responder;

  public SecondFactorRoutes(
      SecondFactorService secondFactors,
      PasswordService passwordService,
      SignInResponder responder) {
    this.secondFactors = secondFactors;
    this.passwordService = passwordService;
    this.responder = responder;
  }

  /** Request body of the code that completes a sign-in. */
  public record SignInCodeRequest(@Nullable String pending, @Nullable String code) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** Request body of what requires the password of the caller. */
  public record OwnPasswordRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** Request body of the first code of a new second factor. */
  public record SecondFactorRequest(@Nullable String enrolment, @Nullable String code) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /**
   * The second factor of the caller.
   *
   * @param since instant of the set-up, null if there is none
   * @param recoveryCodes number of recovery codes that were not used
   * @param required true if it may not be removed
   * @param available false if the account has no password, so that no sign-in asks for a code
   */
  record SecondFactorResponse(
      @Nullable Instant since, int recoveryCodes, boolean required, boolean available) {
    static SecondFactorResponse of(Account account, boolean required) {
      SecondFactor factor = account.secondFactor();
      return factor == null
          ? new SecondFactorResponse(null, 0, required, account.hasPassword())
          : new SecondFactorResponse(
              factor.since(), factor.recoveryCodes().size(), required, account.hasPassword());
    }
  }

  /** New recovery codes. They are shown once. */
  record RecoveryCodesResponse(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public void addTo(ManageRoutes routes) {
    routes.add(HttpMethod.POST, "/session/code", RequiredAccess.OPEN, this::completeSignIn);
    routes.add(HttpMethod.GET, ROOT, RequiredAccess.SIGNED_IN, this::show);
    routes.add(HttpMethod.POST, ROOT, RequiredAccess.SIGNED_IN, this::confirm);
    routes.add(HttpMethod.POST, ROOT + "/enrolment", RequiredAccess.SIGNED_IN, this::enrol);
    routes.add(
        HttpMethod.POST, ROOT + "/recovery-codes", RequiredAccess.SIGNED_IN, this::renewCodes);
    routes.add(HttpMethod.POST, ROOT + "/removal", RequiredAccess.SIGNED_IN, this::remove);
  }

  private void completeSignIn(RequestContext requestContext) {
    SignInClient client = responder.requireSameOrigin(requestContext);
    var body = requestContext.body(SignInCodeRequest.class);
    requestContext.respond(
        passwordService.completeSignIn(body.pending(), body.code(), client),
        account -> responder.signIn(requestContext, 200, account, SignInMethod.SECOND_FACTOR));
  }

  private void show(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    Account account = requestContext.caller().account();
    requestContext.json(SecondFactorResponse.of(account, secondFactors.isRequired(account)));
  }

  private void enrol(RequestContext requestContext) {
    Account account = requireOwner(requestContext);
    var body = requestContext.body(OwnPasswordRequest.class);
    requestContext.json(
        passwordService
            .requireOwn("password", account, body.password())
            .map(right -> secondFactors.enrol(account)));
  }

  private void confirm(RequestContext requestContext) {
    String session = requestContext.requireBrowserSession();
    var body = requestContext.body(SecondFactorRequest.class);
    requestContext.json(
        secondFactors
            .confirm(requestContext.caller().account(), session, body.enrolment(), body.code())
            .map(RecoveryCodesResponse::new));
  }

  private void renewCodes(RequestContext requestContext) {
    Account account = requireOwner(requestContext);
    var body = requestContext.body(OwnPasswordRequest.class);
    requestContext.json(
        passwordService
            .requireOwn("password", account, body.password())
            .compose(right -> secondFactors.renewRecoveryCodes(account))
            .map(RecoveryCodesResponse::new));
  }

  private void remove(RequestContext requestContext) {
    Account account = requireOwner(requestContext);
    var body = requestContext.body(OwnPasswordRequest.class);
    requestContext.noContent(
        passwordService
            .requireOwn("password", account, body.password())
            .compose(right -> secondFactors.removeOwn(account)));
  }

  private static Account requireOwner(RequestContext requestContext) {
    requestContext.requireBrowserSession();
    return requestContext.caller().account();
  }
}
