package io.sitepulse.dashboard.auth.account;

import io.sitepulse.contract.validation.Labelled;

/** A method of signing in. */
public enum SignInMethod implements Labelled {
  /** Login and password. */
  PASSWORD("password"),
  /** The setup link that the first start prints. */
  SETUP("setup"),
  /** The link an administrator hands out. */
  INVITATION("invitation"),
  /** An OpenID Connect provider. */
  OIDC("oidc"),
  /** The code that completes a sign-in with a password. */
  SECOND_FACTOR("second-factor");

  private final String label;

  SignInMethod(String label) {
    this.label = label;
  }

  /** Returns the value of the metric tag. */
  @Override
  public String label() {
    return label;
  }
}
