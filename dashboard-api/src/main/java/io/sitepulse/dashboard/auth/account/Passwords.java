package io.sitepulse.dashboard.auth.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.RequestContext;
import io.vertx.core.Future;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id hashes in PHC form, made and compared on threads of their own.
 *
 * <p>Memory 19 MiB, 2 passes, 1 lane: the OWASP Password Storage Cheat Sheet's first recommendation
 * for small servers. Length is the only rule (NIST SP 800-63B-4, 3.1.1.2): 12 characters at least,
 * no rules of composition. Texts are normalised to NFKC first, because "ế" comes as one, two or
 * three code points, depending on the keyboard.
 */
public final class Passwords {
  static final int MIN_LENGTH = 12;
  static final int MAX_LENGTH = 200;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final BlockingPool pool;

  /** Compared with where there is no hash, so that it takes as long. */
  private final Future<String> nobodys;

  public Passwords(BlockingPool pool) {
    this.pool = pool;
    this.nobodys = pool.run(() -> hashed("nobody has this password"));
  }

  /**
   * The hash of a password somebody chose.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 if it is too short or too long
   */
  public Future<String> hash(String field, @Nullable String password) {
    String text = normal(password == null ? "" : password);
    int length = text.codePointCount(0, text.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw RequestContext.broken(
          new FieldViolationException(
              field,
              Rule.LENGTH,
              "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters",
              Map.of("min", MIN_LENGTH, "max", MAX_LENGTH)));
    }
    return pool.run(() -> hashed(text));
  }

  /** Whether a password is the one of a hash; takes as long if there is none. */
  public Future<Boolean> matches(@Nullable String password, @Nullable String hash) {
    String text = normal(password == null ? "" : password);
    return hash == null
        ? nobodys.compose(other -> pool.run(() -> isOf(text, other))).map(same -> false)
        : pool.run(() -> isOf(text, hash));
  }

  private static String hashed(String text) {
    return Password.hash(text)
        .addRandomSalt(SALT_BYTES)
        .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
        .getResult();
  }

  private static boolean isOf(String text, String hash) {
    return Password.check(text, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
