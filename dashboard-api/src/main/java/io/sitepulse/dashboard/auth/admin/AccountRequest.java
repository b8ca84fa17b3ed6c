package io.sitepulse.dashboard.auth.admin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Request body of an account update. Absent fields stay unchanged. Read-only response fields are
 * ignored, so a GET response can be PUT back.
 *
 * @param oidc false removes the link to the identity at the provider, true changes nothing
 */
@JsonIgnoreProperties({"id", "created", "hasPassword", "secondFactor", "tokens", "revision"})
record AccountRequest(
    @Nullable String login,
    @Nullable String name,
    @Nullable Boolean administrator,
    @Nullable List<Grant> grants,
    @Nullable Boolean disabled,
    @Nullable Boolean oidc) {
  AccountRequest {
    if (grants != null && grants.stream().anyMatch(Objects::isNull)) {
      throw new FieldViolationException("grants", Rule.LIST, "must be a list of grants");
    }
  }

  /**
   * Returns the present values of an account. Its entity tag covers only these: a sign-in is no
   * change that an administrator could overwrite.
   */
  static AccountRequest of(Account account) {
    return new AccountRequest(
        account.login(),
        account.name(),
        account.administrator(),
        account.grants(),
        account.disabled(),
        account.subject() != null);
  }
}
