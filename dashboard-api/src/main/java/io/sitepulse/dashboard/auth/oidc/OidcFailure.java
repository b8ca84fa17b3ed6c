package io.sitepulse.dashboard.auth.oidc;

import io.sitepulse.contract.validation.Labelled;

/** Somebody could not be let in by way of the provider. */
final class OidcFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why; the sign-in page says it in words. */
  enum Reason implements Labelled {
    /** The provider does not answer, or not as it should. */
    AWAY("away"),
    /** What came back is not the answer to what was asked, or is a no. */
    REFUSED("refused"),
    /** The provider knows them; nobody here made an account for them. */
    UNKNOWN("unknown");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The word in the sign-in page's address. */
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
