package io.sitepulse.ingest.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SaltRegistryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Instant MADE = Instant.parse("2026-11-20T16:00:00Z");

  private final SaltRegistry book = new SaltRegistry();

  @Test
  void usesTheFirstSaltOfADate() {
    Salt first = made(MADE);
    book.take(DAY, first);
    book.take(DAY, made(MADE));

    assertThat(book.of(DAY, MADE)).isSameAs(first);
  }

  @Test
  void hasNoSaltForAnUnknownDate() {
    book.take(DAY, made(MADE));

    assertThat(book.of(DAY.plusDays(1), MADE)).isNull();
  }

  @Test
  void aSaltExpiresAfterTwoDays() {
    book.take(DAY, made(MADE));

    assertThat(book.of(DAY, MADE.plus(Duration.ofDays(2)).minusMillis(1))).isNotNull();
    assertThat(book.of(DAY, MADE.plus(Duration.ofDays(2)))).isNull();
  }

  @Test
  void usesTheNextSaltAfterTheFirstHasExpired() {
    Salt next = made(MADE.plus(Duration.ofDays(2)));
    book.take(DAY, made(MADE));
    book.take(DAY, next);
    var late = new SaltRegistry();
    late.take(DAY, next);
    Instant then = MADE.plus(Duration.ofHours(49));

    assertThat(book.of(DAY, then)).isSameAs(next).isSameAs(late.of(DAY, then));
  }

  @Test
  void removesExpiredSalts() {
    book.take(DAY, made(MADE));

    book.forget(MADE.plus(Duration.ofDays(2)));

    assertThat(book.of(DAY, MADE)).isNull();
  }

  private static Salt made(Instant made) {
    return new Salt(new byte[Salt.BYTES], made, true);
  }
}
