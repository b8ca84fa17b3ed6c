package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Token and receipts in a browser. They go to the two places where one votes and to no other: the
 * paths keep them out of requests that count visits.
 */
public final class VoterCookies {
  static final String VOTER = "sitepulse_voter";
  static final String VOTED = "sitepulse_voted_";

  private static final List<String> PATHS = List.of("/api/polls", "/embed/poll");
  private static final Duration AGE = Duration.ofDays(400);

  private final VoterTokens tokens;
  private final OriginPolicy originPolicy;

  public VoterCookies(VoterTokens tokens, OriginPolicy originPolicy) {
    this.tokens = tokens;
    this.originPolicy = originPolicy;
  }

  /** The token the browser keeps, if it is genuine. */
  public Optional<String> token(RoutingContext context) {
    return tokens.genuine(Cookies.valueOf(context, VOTER));
  }

  /** Whether the reader shows a receipt of this poll: in a cookie, a header or the address. */
  public boolean hasVoted(RoutingContext context, String poll) {
    return tokens.isReceipt(poll, Cookies.valueOf(context, VOTED + poll))
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
      Cookies.give(context, name, value, path, AGE, place(context));
    }
  }

  /** A widget stands in foreign pages, so over https the cookie may too, kept apart by page. */
  private String place(RoutingContext context) {
    return originPolicy.isSecure(context.request())
        ? "Secure; SameSite=None; Partitioned"
        : "SameSite=Lax";
  }
}
