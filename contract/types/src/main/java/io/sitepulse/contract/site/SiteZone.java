package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The time zones that a site may have: IANA names that both Java and ClickHouse know. Java also
 * takes offsets ({@code +07:00}, {@code Z}), {@code GMT+7} and names of its own, which ClickHouse
 * refuses. They were accepted once, so a stored one is read as the zone that means the same.
 */
public final class SiteZone {
  private static final String FILE = "time-zones.txt";
  private static final Set<String> NAMES = names();

  private static final int SECONDS_PER_HOUR = 3600;

  private SiteZone() {}

  /** Tells if a site may have the zone. */
  public static boolean isKnown(ZoneId zone) {
    return isKnown(zone.getId());
  }

  /**
   * Requires that a site may have the zone, if there is one.
   *
   * @throws FieldViolationException naming the field and what to enter
   */
  public static void require(@Nullable ZoneId zone, String field) {
    if (zone != null && !isKnown(zone)) {
      throw violation(field);
    }
  }

  /** The violation of a field whose text is not the name of such a zone. */
  public static FieldViolationException violation(String field) {
    return new FieldViolationException(
        field,
        Rule.ZONE,
        "must be the IANA name of a time zone like Asia/Ho_Chi_Minh, not an offset like +07:00 or"
            + " GMT+7");
  }

  /**
   * Reads a stored zone: {@code GMT+7} is {@code Etc/GMT-7}, {@code Z} is {@code Etc/UTC}. A zone
   * without such a name stays as it is if Java knows it. Of one that Java does not know the default
   * takes the place.
   */
  static ZoneId read(String stored) {
    return isKnown(stored)
        ? ZoneId.of(stored)
        : java(stored).map(SiteZone::named).orElse(Site.DEFAULT_ZONE);
  }

  static boolean isKnown(String name) {
    return NAMES.contains(name);
  }

  private static Optional<ZoneId> java(String stored) {
    try {
      return Optional.of(ZoneId.of(stored.strip(), ZoneId.SHORT_IDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneId named(ZoneId zone) {
    if (!isKnown(zone) && zone.normalized() instanceof ZoneOffset offset) {
      String name = nameOf(offset.getTotalSeconds());
      return isKnown(name) ? ZoneId.of(name) : zone;
    }
    return zone;
  }

  /** The sign in {@code Etc/GMT-7} is that of POSIX: hours behind, not ahead. */
  private static String nameOf(int seconds) {
    if (seconds % SECONDS_PER_HOUR != 0) {
      return "";
    }
    int hours = seconds / SECONDS_PER_HOUR;
    return hours == 0 ? "Etc/UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
  }

  private static Set<String> names() {
    try (InputStream file = Objects.requireNonNull(SiteZone.class.getResourceAsStream(FILE))) {
      var names = new TreeSet<String>();
      new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(names::add);
      names.retainAll(ZoneId.getAvailableZoneIds());
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
