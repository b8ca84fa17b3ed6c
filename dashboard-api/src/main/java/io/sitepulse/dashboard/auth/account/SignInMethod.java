package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.validation.Labelled;

/** How somebody signs in. */
public enum SignInMethod implements Labelled {
  /** Login and password. */
  PASSWORD("password"),
  /** The link that the first start prints. */
  SETUP("setup"),
  /** The link an administrator hands out. */
  INVITATION("invitation"),
  /** A provider of identities. */
  OIDC("oidc");

  private final String label;

  SignInMethod(String label) {
    this.label = label;
  }

  /** The metric tag. */
  @Override
  public String label() {
    return label;
  }
}
