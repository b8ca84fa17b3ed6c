package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.manage.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session of the caller.
 *
 * @param csrf the token to send in {@code Sitepulse-CSRF}, null for API tokens
 * @param edits true if the caller may change anything
 * @param secondFactorMissing true if the account must set up a second factor before anything else
 */
record SessionResponse(
    SessionAccount account, @Nullable String csrf, boolean edits, boolean secondFactorMissing) {

  /** The account of the caller, with the rights that the session or token gives. */
  record SessionAccount(
      String id, String login, String name, boolean administrator, List<Grant> grants) {}

  static SessionResponse of(Caller caller, @Nullable String csrf, boolean secondFactorMissing) {
    Account account = caller.account();
    boolean readOnly = caller.token() != null && !caller.token().role().includes(Role.EDITOR);
    boolean edits =
        account.administrator()
            || account.grants().stream().anyMatch(grant -> grant.role() == Role.EDITOR);
    return new SessionResponse(
        new SessionAccount(
            account.id(), account.login(), account.name(), caller.administers(), account.grants()),
        csrf,
        edits && !readOnly,
        secondFactorMissing);
  }
}
