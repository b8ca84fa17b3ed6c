package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.account.Account;

/**
 * Texts that must not be used as a password, with what people add to them.
 *
 * @param login login of the account
 * @param name display name of the account
 * @param host host name of the dashboard, empty if unknown
 */
public record PasswordContext(String login, String name, String host) {

  public static PasswordContext of(Account account, String host) {
    return new PasswordContext(account.login(), account.name(), host);
  }
}
