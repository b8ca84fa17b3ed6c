package io.sitepulse.dashboard.auth.invitation;

/** The operator was given no link; the message is one line that says why. */
public final class NotInvited extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotInvited(String message) {
    super(message, null, false, false);
  }
}
