package io.sitepulse.dashboard.auth.session;

import io.sitepulse.contract.account.Account;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.dashboard.secret.SignedToken;
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
 * Sessions that every instance knows without asking another: a session is a signed text, and what
 * ends it early stands in its account, which every instance reads.
 *
 * <pre>
 * text = base64url(id | account | created | begun | seen ‖ HMAC(key, …))
 *
 * refused: signature ─ account gone, disabled, another one ─ begun before sessionsFrom ─ in
 *          endedSessions ─ seen longer ago than idle ─ begun longer ago than life
 * </pre>
 */
public final class SessionTokenCodec {
  private static final String SEPARATOR = "|";
  private static final int RANDOM = 16;
  private static final int FIELDS = 5;

  /** A session in use is given anew after this part of its idle time. */
  private static final int RENEWALS = 24;

  private final Secret key;
  private final Duration idle;
  private final Duration life;
  private final SecureRandom random = new SecureRandom();

  public SessionTokenCodec(Secret secret, Duration idle, Duration life) {
    this.key = secret.forPurpose("sitepulse session");
    this.idle = idle;
    this.life = life;
  }

  /** A new session. */
  Session begin(Account account, Instant now) {
    byte[] id = new byte[RANDOM];
    random.nextBytes(id);
    // Another instance, whose clock is ahead, may just have ended all earlier ones.
    Instant from = account.sessionsFrom();
    Instant begun = from != null && from.isAfter(now) ? from : millis(now);
    return new Session(
        HexFormat.of().formatHex(id), account.id(), millis(account.created()), begun, begun);
  }

  /** The session as the browser keeps it. */
  String text(Session session) {
    byte[] content =
        String.join(
                SEPARATOR,
                session.id(),
                session.account(),
                Long.toString(session.created().toEpochMilli()),
                Long.toString(session.begun().toEpochMilli()),
                Long.toString(session.seen().toEpochMilli()))
            .getBytes(StandardCharsets.UTF_8);
    return SignedToken.seal(content, key.sign(content));
  }

  /** The session of a text, if we made it; whether it still counts is another question. */
  Optional<Session> read(@Nullable String text) {
    return SignedToken.open(text, key::sign).flatMap(SessionTokenCodec::parse);
  }

  /** Whether a session lets its account in. */
  boolean admits(Session session, Account account, Instant now) {
    Instant from = account.sessionsFrom();
    return !account.disabled()
        && session.created().equals(millis(account.created()))
        && (from == null || !session.begun().isBefore(millis(from)))
        && !account.endedSessions().containsKey(session.id())
        && now.isBefore(session.seen().plus(idle))
        && now.isBefore(endOf(session));
  }

  /** The same session for the browser to keep from now on, if it is time for that. */
  Optional<Session> renewed(Session session, Instant now) {
    boolean due = session.seen().plus(idle.dividedBy(RENEWALS)).isBefore(now);
    return due ? Optional.of(session.seen(millis(now))) : Optional.empty();
  }

  /** When it ends however much it is used. */
  Instant endOf(Session session) {
    return session.begun().plus(life);
  }

  /** When every session begun until now has ended. */
  Instant latestEnd(Instant now) {
    return now.plus(life);
  }

  private static Optional<Session> parse(byte[] content) {
    String[] parts = new String(content, StandardCharsets.UTF_8).split("\\|", -1);
    if (parts.length != FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Session(parts[0], parts[1], instant(parts[2]), instant(parts[3]), instant(parts[4])));
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
