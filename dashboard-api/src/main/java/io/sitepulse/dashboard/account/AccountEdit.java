package io.sitepulse.dashboard.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.BrokenRule;
import io.sitepulse.contract.Rule;
import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
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
record AccountEdit(
    @Nullable String login,
    @Nullable String name,
    @Nullable Boolean administrator,
    @Nullable List<Grant> grants,
    @Nullable Boolean disabled,
    @Nullable Boolean oidc) {
  AccountEdit {
    if (grants != null && grants.stream().anyMatch(Objects::isNull)) {
      throw new BrokenRule("grants", Rule.LIST, "must be a list of grants");
    }
  }

  /**
   * What is said of an account now. Its revision is of this alone: signing in and out is no change
   * that an administrator could overwrite.
   */
  static AccountEdit of(Account account) {
    return new AccountEdit(
        account.login(),
        account.name(),
        account.administrator(),
        account.grants(),
        account.disabled(),
        account.subject() != null);
  }
}
