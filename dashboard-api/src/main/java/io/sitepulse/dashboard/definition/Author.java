package io.sitepulse.dashboard.definition;

import io.sitepulse.contract.account.Account;

/**
 * The author of a change, as the change log records it.
 *
 * @param id account id, or {@code seed}, {@code setup}, {@code command}
 * @param name display name
 */
public record Author(String id, String name) {
  /** The seed file. */
  public static final Author SEED = new Author("seed", "seed");

  public static Author of(Account account) {
    return new Author(account.id(), account.name());
  }
}
