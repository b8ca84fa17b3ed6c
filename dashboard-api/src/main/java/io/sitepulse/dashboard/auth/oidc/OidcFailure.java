package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.contract.validation.Labelled;

/** Thrown when a sign-in through the provider fails. */
final class OidcFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** The reason of a failure, which the sign-in page translates. */
  enum Reason implements Labelled {
    /** The provider does not answer, or not as the protocol requires. */
    AWAY("away"),
    /** The callback does not belong to this sign-in, or the provider refused it. */
    REFUSED("refused"),
    /** The identity is valid but has no account here. */
    UNKNOWN("unknown"),
    /** Too many sign-ins from this network failed lately. */
    THROTTLED("throttled");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** Returns the value in the address of the sign-in page. */
    @Override
    public String label() {
      return label;
    }
  }

  OidcFailure(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
