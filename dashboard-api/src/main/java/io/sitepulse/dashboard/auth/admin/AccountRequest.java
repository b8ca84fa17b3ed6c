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
 * What administrators may say of an account; what is left out stays as it is. What the program
 * itself says of it beside that is passed over, so that an entry can be sent back as it was read.
 *
 * @param oidc false: no longer tied to whom it was tied to at the provider; true changes nothing
 */
@JsonIgnoreProperties({"id", "created", "hasPassword", "tokens", "revision"})
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
   * What is said of an account now. Its revision is of this alone: signing in and out is no change
   * that an administrator could overwrite.
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
