package io.sitepulse.ingest.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request and when, as far as the request itself tells. Holds personal data: it lives as
 * long as the request and is never logged.
 *
 * @param address the client's address in canonical form
 * @param userAgent the user agent as sent, empty if there is none
 * @param origin the {@code Origin} header, or null
 * @param language the first language of {@code Accept-Language}, or null
 * @param anonymous true if the browser asks not to be followed ({@code Sec-GPC: 1})
 * @param received when the collector took it, in whole milliseconds
 */
record ClientInfo(
    String address,
    String userAgent,
    @Nullable String origin,
    @Nullable String language,
    boolean anonymous,
    Instant received) {
  @Override
  public String toString() {
    return "Sender[received=" + received + "]";
  }
}
