package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.dashboard.manage.EntityTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param oidc whether it is tied to somebody at the provider of identities
 * @param revision to tell whether what administrators may say of it has been changed since
 * @param invitation code of the link to hand out, told once; else null
 */
public record AccountResponse(
    String id,
    String login,
    String name,
    boolean administrator,
    List<Grant> grants,
    boolean disabled,
    Instant created,
    boolean hasPassword,
    boolean oidc,
    List<TokenResponse> tokens,
    String revision,
    @Nullable String invitation) {

  public static AccountResponse of(Account account) {
    return of(account, null);
  }

  public static AccountResponse of(Account account, @Nullable String invitation) {
    return new AccountResponse(
        account.id(),
        account.login(),
        account.name(),
        account.administrator(),
        account.grants(),
        account.disabled(),
        account.created(),
        account.hasPassword(),
        account.subject() != null,
        account.tokens().stream().map(TokenResponse::of).toList(),
        EntityTag.of(AccountRequest.of(account)),
        invitation);
  }

  @Override
  public String toString() {
    return "account " + id;
  }
}
