package io.sitepulse.runtime.event;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.runtime.kafka.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event that counting needs, in binary form. Reading them costs a small part of
 * what reading the event as JSON costs. Immutable.
 *
 * <pre>
 * flags(1) | id(16) | visitor(8) | day, epoch days(4) | at, epoch ms(8) | received, epoch ms(8)
 *   | engaged ms(4) | length of site(1) | site
 * flags: kind(bits 0-3) | bot(bit 4) | without visitor(bit 5)
 * </pre>
 */
public final class EventHead {
  private static final int FIXED_SIZE = 50;
  private static final int KIND = 0x0f;
  private static final int BOT = 0x10;
  private static final int ANONYMOUS = 0x20;

  private final UUID id;
  private final EventKind kind;
  private final String site;
  private final @Nullable String visitor;
  private final LocalDate day;
  private final Instant at;
  private final Instant received;
  private final int engagedMs;
  private final boolean bot;

  private EventHead(PageView event) {
    this.id = event.id();
    this.kind = event.kind();
    this.site = event.site();
    this.visitor = event.visitor();
    this.day = event.day();
    this.at = event.at();
    this.received = event.received();
    this.engagedMs = Math.toIntExact(event.engagedMs());
    this.bot = event.isBot();
  }

  private EventHead(ByteBuffer bytes) {
    int flags = bytes.get();
    this.kind = kindOf(flags & KIND);
    this.bot = (flags & BOT) != 0;
    this.id = new UUID(bytes.getLong(), bytes.getLong());
    long pseudonym = bytes.getLong();
    this.visitor = (flags & ANONYMOUS) != 0 ? null : HexFormat.of().toHexDigits(pseudonym);
    this.day = LocalDate.ofEpochDay(bytes.getInt());
    this.at = Instant.ofEpochMilli(bytes.getLong());
    this.received = Instant.ofEpochMilli(bytes.getLong());
    this.engagedMs = Math.toIntExact(Require.notNegative(bytes.getInt(), "engagedMs"));
    byte[] text = new byte[Byte.toUnsignedInt(bytes.get())];
    bytes.get(text);
    this.site = siteOf(text);
  }

  /**
   * Returns the head of an event.
   *
   * @throws ArithmeticException if a time does not fit into milliseconds
   */
  public static EventHead of(PageView event) {
    return new EventHead(event);
  }

  /**
   * Reads a head.
   *
   * @throws RuntimeException if the bytes are not one
   */
  static EventHead read(ByteBuffer bytes) {
    return new EventHead(bytes);
  }

  /** End of the head at the beginning of the bytes, -1 if there is none. */
  static int end(byte[] bytes) {
    if (bytes.length < FIXED_SIZE) {
      return -1;
    }
    int end = FIXED_SIZE + Byte.toUnsignedInt(bytes[FIXED_SIZE - 1]);
    return end <= bytes.length ? end : -1;
  }

  /** Number of bytes of the head of an event of a site. */
  static int sizeOf(String site) {
    return FIXED_SIZE + site.length();
  }

  /** Writes the head of an event. */
  void writeTo(ByteBuffer bytes) {
    int flags = codeOf(kind) | (bot ? BOT : 0) | (visitor == null ? ANONYMOUS : 0);
    bytes
        .put((byte) flags)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .putLong(visitor == null ? 0 : HexFormat.fromHexDigitsToLong(visitor))
        .putInt(Math.toIntExact(day.toEpochDay()))
        .putLong(at.toEpochMilli())
        .putLong(received.toEpochMilli())
        .putInt(engagedMs)
        .put((byte) site.length())
        .put(site.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The event id. */
  public UUID id() {
    return id;
  }

  /** View or heartbeat. */
  public EventKind kind() {
    return kind;
  }

  /** The site id. */
  public String site() {
    return site;
  }

  /** The site's local day for which the event is counted. */
  public LocalDate day() {
    return day;
  }

  /** Instant of the event. */
  public Instant at() {
    return at;
  }

  /** Instant of receipt. */
  public Instant received() {
    return received;
  }

  /** Engaged time in milliseconds, 0 to 24 h. */
  public int engagedMs() {
    return engagedMs;
  }

  /** Returns whether a bot sent the event. */
  public boolean isBot() {
    return bot;
  }

  /** Returns whether the event has no visitor, because of Global Privacy Control. */
  public boolean isAnonymous() {
    return visitor == null;
  }

  /** The key "site|visitor", or "site|event id" if there is no visitor. */
  public String key() {
    return Topics.visitorKey(site, visitor, id);
  }

  /** Codes never change. */
  private static int codeOf(EventKind kind) {
    return switch (kind) {
      case VIEW -> 1;
      case HEARTBEAT -> 2;
    };
  }

  private static EventKind kindOf(int code) {
    return switch (code) {
      case 1 -> EventKind.VIEW;
      case 2 -> EventKind.HEARTBEAT;
      default -> throw new IllegalArgumentException("unknown kind of event " + code);
    };
  }

  /** Checks the characters of {@code Site.ID} without a regular expression. */
  private static String siteOf(byte[] text) {
    boolean valid = text.length > 0 && text.length <= 64;
    for (byte c : text) {
      valid &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
    if (!valid) {
      throw new IllegalArgumentException("not a site id");
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
