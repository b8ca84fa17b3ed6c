package io.sitepulse.dashboard.poll;

import io.sitepulse.dashboard.web.Cors;
import io.sitepulse.dashboard.web.Origins;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Token and receipts in a browser. They go to the two places where one votes and to no other: the
 * paths keep them out of requests that count visits.
 */
public final class VoterCookies {
  static final String VOTER = "sitepulse_voter";
  static final String VOTED = "sitepulse_voted_";

  private static final List<String> PATHS = List.of("/api/polls", "/embed/poll");
  private static final long MAX_AGE_SECONDS = Duration.ofDays(400).toSeconds();

  private final VoterTokens tokens;
  private final Origins origins;

  public VoterCookies(VoterTokens tokens, Origins origins) {
    this.tokens = tokens;
    this.origins = origins;
  }

  /** The token the browser keeps, if it is genuine. */
  public Optional<String> token(RoutingContext context) {
    return tokens.genuine(valueOf(context, VOTER));
  }

  /** Whether the reader shows a receipt of this poll: in a cookie, a header or the address. */
  public boolean hasVoted(RoutingContext context, String poll) {
    return tokens.isReceipt(poll, valueOf(context, VOTED + poll))
        || tokens.isReceipt(poll, context.request().getHeader(Cors.RECEIPT_HEADER))
        || tokens.isReceipt(poll, context.queryParams().get("receipt"));
  }

  /** Whether the reader shows anything of their own, so that the answer is theirs alone. */
  boolean isPersonal(RoutingContext context) {
    return context.request().getHeader(HttpHeaders.COOKIE) != null
        || context.request().getHeader(Cors.RECEIPT_HEADER) != null
        || context.queryParams().contains("receipt");
  }

  /** Gives the browser its token. */
  public void giveToken(RoutingContext context, String token) {
    give(context, VOTER, token);
  }

  /** Gives the browser the receipt of a poll. */
  public void giveReceipt(RoutingContext context, String poll, String receipt) {
    give(context, VOTED + poll, receipt);
  }

  private void give(RoutingContext context, String name, String value) {
    for (String path : PATHS) {
      context
          .response()
          .headers()
          .add(
              HttpHeaders.SET_COOKIE,
              name
                  + "="
                  + value
                  + "; Path="
                  + path
                  + "; Max-Age="
                  + MAX_AGE_SECONDS
                  + "; HttpOnly; "
                  + place(context));
    }
  }

  /** A widget stands in foreign pages, so over https the cookie may too, kept apart by page. */
  private String place(RoutingContext context) {
    return origins.isSecure(context.request())
        ? "Secure; SameSite=None; Partitioned"
        : "SameSite=Lax";
  }

  private static @Nullable String valueOf(RoutingContext context, String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }
}
