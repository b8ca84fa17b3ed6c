package io.sitepulse.dashboard.auth.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.Future;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and compares passwords with Argon2id (PHC strings) on separate thread pools: sign-ins of
 * unknown browsers, which anyone can send, do not delay those of known ones.
 *
 * <p>Memory 19 MiB, 2 passes, 1 lane: the first recommendation of the OWASP Password Storage Cheat
 * Sheet for small servers. Rules of NIST SP 800-63B-4, 3.1.1.2: at least 12 characters, none of the
 * first guesses ({@link PasswordBlocklist}), no composition rules. Passwords are normalised to NFKC
 * first, because keyboards send "ế" as one, two or three code points.
 */
public final class Passwords {
  static final int MIN_LENGTH = 12;
  static final int MAX_LENGTH = 200;

  /**
   * Longest text that can have {@link #MAX_LENGTH} characters after normalisation: composition
   * joins at most four code points. Longer texts are refused before they are normalised, which
   * takes time.
   */
  static final int MAX_TYPED_LENGTH = 4 * MAX_LENGTH;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final PasswordBlocklist blocklist = new PasswordBlocklist();
  private final BlockingPool known;
  private final BlockingPool unknown;
  private final boolean enabled;

  /** Compared with if an account has no hash, so that the response time does not reveal it. */
  private final Future<String> dummyHash;

  /**
   * Creates it.
   *
   * @param known hashes for callers who have shown a credential: a session, a code of a link, or
   *     the cookie of a device that has signed in to the login before
   * @param unknown hashes for all others. Its queue should be short: what it refuses costs nothing
   * @param enabled false if people sign in at the OpenID Connect provider only
   */
  public Passwords(BlockingPool known, BlockingPool unknown, boolean enabled) {
    this.known = known;
    this.unknown = unknown;
    this.enabled = enabled;
    this.dummyHash = known.run(() -> argon2("nobody has this password"));
  }

  /** Returns false if passwords are switched off. */
  public boolean isEnabled() {
    return enabled;
  }

  /**
   * Requires that passwords are not switched off.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 403
   */
  public void requireEnabled() {
    if (!enabled) {
      throw Problem.of(
              403,
              "passwords-off",
              "Passwords are switched off",
              "Sign in at the identity provider.")
          .asException();
    }
  }

  /**
   * Hashes a new password.
   *
   * @param context the password must not be derived from it
   * @return the hash. Fails with a 400 problem if the password is among the first guesses.
   * @throws io.sitepulse.runtime.http.ProblemException 400 if it is too short or too long
   */
  public Future<String> hash(String field, @Nullable String password, PasswordContext context) {
    String text = normalize(password);
    if (text == null || lengthOf(text) < MIN_LENGTH) {
      throw Problem.invalid(
              new FieldViolationException(
                  field,
                  Rule.LENGTH,
                  "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters",
                  Map.of("min", MIN_LENGTH, "max", MAX_LENGTH)))
          .asException();
    }
    return known.run(
        () -> {
          if (blocklist.contains(text, context)) {
            throw Problem.invalid(
                    new FieldViolationException(field, Rule.COMMON_PASSWORD, "is easy to guess"))
                .asException();
          }
          return argon2(text);
        });
  }

  /** Compares the password of a caller who has shown a credential before. */
  public Future<Boolean> matches(@Nullable String password, @Nullable String hash) {
    return matches(password, hash, known);
  }

  /**
   * Compares the password of a caller who has shown no credential before. Fails with a 503 problem
   * if many of them are waiting.
   */
  public Future<Boolean> matchesForUnknown(@Nullable String password, @Nullable String hash) {
    return matches(password, hash, unknown);
  }

  /** Compares a password with a hash. Takes as long if there is no hash or it is too long. */
  private Future<Boolean> matches(
      @Nullable String password, @Nullable String hash, BlockingPool pool) {
    String text = normalize(password);
    return hash == null || text == null
        ? dummyHash.compose(dummy -> pool.run(() -> check("", dummy))).map(same -> false)
        : pool.run(() -> check(text, hash));
  }

  private static String argon2(String text) {
    return Password.hash(text)
        .addRandomSalt(SALT_BYTES)
        .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
        .getResult();
  }

  private static boolean check(String text, String hash) {
    return Password.check(text, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Returns the normalised password, or null if it is too long. */
  private static @Nullable String normalize(@Nullable String password) {
    String typed = password == null ? "" : password;
    if (lengthOf(typed) > MAX_TYPED_LENGTH) {
      return null;
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return lengthOf(text) > MAX_LENGTH ? null : text;
  }

  private static int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }
}
