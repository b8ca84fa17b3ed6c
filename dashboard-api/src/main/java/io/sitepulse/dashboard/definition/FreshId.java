package io.sitepulse.dashboard.definition;

import java.security.SecureRandom;

/** An id for something that was given none. */
public final class FreshId {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;
  private static final SecureRandom CHANCE = new SecureRandom();

  private FreshId() {}

  /** Small letters and digits, never given twice. */
  public static String next() {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
