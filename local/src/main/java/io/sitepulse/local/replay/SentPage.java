package io.sitepulse.local.replay;

import io.sitepulse.local.replay.log.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page view as {@code POST /api/events} takes it. It happens now and so carries no time.
 *
 * @param id event id
 * @param site site id
 * @param page path with query
 * @param referrer address of the page the visitor came from
 */
record SentPage(UUID id, String site, String page, @Nullable String referrer) {
  /** A target with two slashes in front would be read as an address without scheme. */
  private static final Pattern SLASHES = Pattern.compile("^/{2,}");

  /** A control character is written as six bytes. */
  private static final int JSON_BYTES = 6;

  static SentPage of(UUID id, String site, LogLine line) {
    String page = SLASHES.matcher(text(line.target())).replaceFirst("/");
    return new SentPage(id, site, page, line.referrer().isEmpty() ? null : text(line.referrer()));
  }

  /** Upper bound of its size as JSON, in bytes. */
  int size() {
    int texts = page.length() + (referrer == null ? 0 : referrer.length());
    return 120 + site.length() + JSON_BYTES * texts;
  }

  private static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
