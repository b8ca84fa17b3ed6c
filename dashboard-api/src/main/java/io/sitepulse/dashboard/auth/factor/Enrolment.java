package io.sitepulse.dashboard.auth.factor;

/**
 * A second factor that is being set up. Nothing is stored until its first code was entered.
 *
 * @param enrolment the secret in encrypted form, to be sent with the first code
 * @param secret the secret in base32, to be typed into the authenticator app
 * @param uri the same for apps on this device
 * @param qr the same for apps that scan it
 */
public record Enrolment(String enrolment, String secret, String uri, QrCode qr) {
  @Override
  public String toString() {
    return "***";
  }
}
