package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodes sessions as signed tokens and checks them. Every instance verifies the token, and
 * sessions that ended early are listed in the account.
 *
 * <pre>
 * content = id | account | created | begun | seen [| oidc]       (times in milliseconds)
 *
 * refused: wrong signature ─ account removed, disabled or replaced ─ begun before sessionsFrom and
 *          not keptSession ─ in endedSessions ─ idle for longer than idle ─ older than life, or
 *          than oidcLife if the provider of OpenID Connect confirmed it
 * </pre>
 */
public final class SessionTokenCodec {
  private static final String SEPARATOR = "|";
  private static final int RANDOM = 16;
  private static final int FIELDS = 5;

  /** Sixth field of a session that the provider of OpenID Connect confirmed. */
  private static final String OIDC = "oidc";

  /** Number of refreshes of a session within its idle time. */
  private static final int REFRESHES = 24;

  private final TokenSigner signer;
  private final Duration idle;
  private final Duration life;
  private final Duration oidcLife;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates a codec.
   *
   * @param idle time without use after which a session ends
   * @param life longest age of a session
   * @param oidcLife longest age of a session that the provider of OpenID Connect confirmed
   */
  public SessionTokenCodec(Secret secret, Duration idle, Duration life, Duration oidcLife) {
    this.signer = new TokenSigner(secret, "sitepulse session");
    this.idle = idle;
    this.life = life;
    this.oidcLife = oidcLife.compareTo(life) < 0 ? oidcLife : life;
  }

  Session start(Account account, boolean oidc, Instant now) {
    byte[] id = new byte[RANDOM];
    random.nextBytes(id);
    // Another instance whose clock is ahead may just have ended all earlier sessions.
    Instant from = account.sessionsFrom();
    Instant begun = from != null && from.isAfter(now) ? from : millis(now);
    return new Session(
        HexFormat.of().formatHex(id), account.id(), millis(account.created()), begun, begun, oidc);
  }

  /** Returns the token of a session. */
  String encode(Session session) {
    byte[] content =
        String.join(
                SEPARATOR,
                session.id(),
                session.account(),
                Long.toString(session.created().toEpochMilli()),
                Long.toString(session.begun().toEpochMilli()),
                Long.toString(session.seen().toEpochMilli()) + (session.oidc() ? "|" + OIDC : ""))
            .getBytes(StandardCharsets.UTF_8);
    return signer.sign(content);
  }

  /** Returns the session of a genuine token. It may have ended, see {@link #isValid}. */
  Optional<Session> decode(@Nullable String token) {
    return signer.verify(token).flatMap(SessionTokenCodec::parse);
  }

  /** Returns true if the session belongs to the account and has not ended. */
  boolean isValid(Session session, Account account, Instant now) {
    Instant from = account.sessionsFrom();
    return !account.disabled()
        && session.created().equals(millis(account.created()))
        && (from == null
            || !session.begun().isBefore(millis(from))
            || session.id().equals(account.keptSession()))
        && !account.endedSessions().containsKey(session.id())
        && now.isBefore(session.seen().plus(idle))
        && now.isBefore(endOf(session));
  }

  /** Returns the session with a new last-seen time if a refresh is due. */
  Optional<Session> refresh(Session session, Instant now) {
    boolean due = session.seen().plus(idle.dividedBy(REFRESHES)).isBefore(now);
    return due ? Optional.of(session.seen(millis(now))) : Optional.empty();
  }

  /** Returns the end of a session that is used until then. */
  Instant endOf(Session session) {
    return session.begun().plus(session.oidc() ? oidcLife : life);
  }

  /** Returns the instant at which every session begun until now has ended. */
  Instant latestEnd(Instant now) {
    return now.plus(life);
  }

  private static Optional<Session> parse(byte[] content) {
    String[] parts = new String(content, StandardCharsets.UTF_8).split("\\|", -1);
    boolean oidc = parts.length == FIELDS + 1 && parts[FIELDS].equals(OIDC);
    if (parts.length != FIELDS && !oidc) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Session(
              parts[0], parts[1], instant(parts[2]), instant(parts[3]), instant(parts[4]), oidc));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
