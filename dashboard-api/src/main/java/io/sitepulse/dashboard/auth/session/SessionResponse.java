package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.dashboard.manage.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param csrf what a page sends in {@code Sitepulse-CSRF}; null for a program
 * @param edits whether there is anything they may change
 */
record SessionResponse(Who account, @Nullable String csrf, boolean edits) {

  /** Somebody, and what they may do. */
  record Who(String id, String login, String name, boolean administrator, List<Grant> grants) {}

  static SessionResponse of(Caller caller, @Nullable String csrf) {
    Account account = caller.account();
    boolean capped = caller.token() != null && !caller.token().role().includes(Role.EDITOR);
    boolean edits =
        account.administrator()
            || account.grants().stream().anyMatch(grant -> grant.role() == Role.EDITOR);
    return new SessionResponse(
        new Who(
            account.id(), account.login(), account.name(), caller.administers(), account.grants()),
        csrf,
        edits && !capped);
  }
}
