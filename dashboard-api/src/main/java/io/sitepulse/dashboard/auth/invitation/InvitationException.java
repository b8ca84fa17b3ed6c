package io.sitepulse.dashboard.auth.invitation;

/** Thrown when the operator cannot be given a link. The message is one line for the console. */
public final class InvitationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvitationException(String message) {
    super(message, null, false, false);
  }
}
