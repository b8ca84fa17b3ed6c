package io.sitepulse.dashboard.auth.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.definition.Author;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the account of an identity that the OpenID Connect provider confirms. */
public final class OidcService {
  private final Optional<OidcProvider> provider;
  private final BlockingPool pool;
  private final AccountService accounts;
  private final TokenSigner signer;
  private final Clock clock;

  /**
   * Creates it.
   *
   * @param provider empty if none is configured. Then all requests fail with 404.
   */
  public OidcService(
      Optional<OidcProvider> provider,
      BlockingPool pool,
      AccountService accounts,
      Secret secret,
      Clock clock) {
    this.provider = provider;
    this.pool = pool;
    this.accounts = accounts;
    this.signer = new TokenSigner(secret, OidcState.PURPOSE);
    this.clock = clock;
  }

  /**
   * Requires a configured provider.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 404
   */
  OidcProvider requireProvider() {
    return provider.orElseThrow(
        () -> Problem.notFound("No OpenID Connect provider is configured.").asException());
  }

  /** Returns the state of a new sign-in. */
  OidcState newState(@Nullable String target) {
    return new OidcState(
        new State().getValue(),
        new Nonce().getValue(),
        new CodeVerifier().getValue(),
        clock.instant().plus(OidcState.LIFETIME),
        OidcState.safeTarget(target));
  }

  String encode(OidcState state) {
    return state.encode(signer);
  }

  /** Returns the state of a cookie if it is valid and the callback belongs to it. */
  Optional<OidcState> decode(@Nullable String cookie, @Nullable String returnedState) {
    return OidcState.decode(cookie, signer, clock.instant())
        .filter(state -> returnedState != null && equal(returnedState, state.state()));
  }

  /** Returns the provider's address for a sign-in. */
  Future<URI> authorizationUri(OidcState state, URI callback) {
    OidcProvider oidc = requireProvider();
    return pool.run(() -> oidc.authorizationUri(state, callback));
  }

  /**
   * Completes a sign-in.
   *
   * @return the account linked to the identity. If there is none, the account whose login the
   *     provider names, which is linked now. Fails with an {@link OidcFailure}.
   */
  Future<Account> account(String code, OidcState state, URI callback) {
    OidcProvider oidc = requireProvider();
    return pool.run(() -> oidc.identity(code, state, callback)).compose(this::account);
  }

  private Future<Account> account(OidcProvider.Identity identity) {
    Account linked = findBySubject(identity.subject());
    Account account =
        linked != null
            ? linked
            : identity.login().flatMap(accounts::findByLogin).orElseThrow(OidcService::unknown);
    if (account.disabled() || (linked == null && account.subject() != null)) {
      throw unknown();
    }
    return linked != null ? Future.succeededFuture(linked) : link(account, identity.subject());
  }

  private Future<Account> link(Account account, String subject) {
    return accounts.update(
        account.id(),
        Author.of(account),
        "account.tie",
        draft -> {
          if (draft.subject != null || draft.disabled || findBySubject(subject) != null) {
            throw unknown();
          }
          draft.subject = subject;
        });
  }

  private @Nullable Account findBySubject(String subject) {
    return accounts.all().stream()
        .filter(account -> subject.equals(account.subject()))
        .findFirst()
        .orElse(null);
  }

  private static OidcFailure unknown() {
    return new OidcFailure(OidcFailure.Reason.UNKNOWN, "no account");
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
