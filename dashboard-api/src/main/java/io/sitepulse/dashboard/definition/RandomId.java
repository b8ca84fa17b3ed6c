package io.sitepulse.dashboard.definition;

import java.security.SecureRandom;

/** Generates ids for definitions that come without one. */
public final class RandomId {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** Returns 12 random lower-case letters and digits, 60 bits. */
  public static String next() {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
