package io.sitepulse.ingest.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client and the time of a request. Contains personal data: it is dropped with the request and
 * is never logged.
 *
 * @param address the client's address in canonical form
 * @param userAgent user agent as sent, empty if there is none
 * @param origin the {@code Origin} header, or null
 * @param language the first language of {@code Accept-Language}, or null
 * @param anonymous true if the visitor opted out of tracking ({@code Sec-GPC: 1})
 * @param received instant of receipt, in whole milliseconds
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
