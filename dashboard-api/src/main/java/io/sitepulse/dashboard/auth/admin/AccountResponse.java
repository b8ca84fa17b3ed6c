package io.sitepulse.dashboard.auth.admin;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.manage.EntityTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account, for administrators.
 *
 * @param account in JSON only the fields that are not secret
 * @param oidc true if it is linked to an identity at the OpenID Connect provider
 * @param secondFactor true if a sign-in with the password needs a code
 * @param revision entity tag of the fields in {@link AccountRequest}
 * @param invitation code of an invitation, only in the response that created it, else null
 */
public record AccountResponse(
    @JsonUnwrapped
        @JsonIncludeProperties({
          "id",
          "login",
          "name",
          "administrator",
          "grants",
          "disabled",
          "created"
        })
        Account account,
    boolean hasPassword,
    boolean oidc,
    boolean secondFactor,
    List<TokenResponse> tokens,
    String revision,
    @Nullable String invitation) {

  public static AccountResponse of(Account account) {
    return of(account, null);
  }

  public static AccountResponse of(Account account, @Nullable String invitation) {
    return new AccountResponse(
        account,
        account.hasPassword(),
        account.subject() != null,
        account.hasSecondFactor(),
        account.tokens().stream().map(TokenResponse::of).toList(),
        EntityTag.of(AccountRequest.of(account)),
        invitation);
  }

  @Override
  public String toString() {
    return "account " + account.id();
  }
}
