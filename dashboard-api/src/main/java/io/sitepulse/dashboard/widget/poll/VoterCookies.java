package io.sitepulse.dashboard.widget.poll;

import io.sitepulse.dashboard.http.Cookies;
import io.sitepulse.dashboard.http.Cors;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and sets the cookies with the voter token and the receipts. They are limited to the two
 * paths that take votes, so requests that count visits never carry them.
 */
public final class VoterCookies {
  static final String VOTER = "sitepulse_voter";
  static final String VOTED = "sitepulse_voted_";

  /** Option ids, for the page in frames, which has no storage of its own. */
  static final String CHOICES = "sitepulse_choices_";

  private static final String PAGE = "/embed/poll";
  private static final String SEPARATOR = "+";
  private static final int LONGEST = 2000;
  private static final List<String> PATHS = List.of("/api/polls", PAGE);
  private static final Duration MAX_AGE = Duration.ofDays(400);

  private final VoterTokens tokens;
  private final OriginPolicy originPolicy;

  public VoterCookies(VoterTokens tokens, OriginPolicy originPolicy) {
    this.tokens = tokens;
    this.originPolicy = originPolicy;
  }

  /** The token in the cookie. Empty if there is none or it is not genuine. */
  public Optional<String> token(RoutingContext context) {
    return tokens.genuine(Cookies.valueOf(context, VOTER));
  }

  /**
   * The token in the cookie, or else the one that a client without cookies names.
   *
   * @param voter a token, or a UUID to derive one from, or null
   */
  Optional<String> token(RoutingContext context, @Nullable String voter) {
    return token(context).or(() -> tokens.tokenOf(voter));
  }

  /** Tells whether a request has a receipt of a poll in a cookie, a header or the query. */
  public boolean hasVoted(RoutingContext context, String poll) {
    return tokens.isReceipt(poll, Cookies.valueOf(context, VOTED + poll))
        || tokens.isReceipt(poll, context.request().getHeader(Cors.RECEIPT_HEADER))
        || hasReceiptInAddress(context, poll);
  }

  /** Tells whether a request has a receipt of a poll in the query. */
  public boolean hasReceiptInAddress(RoutingContext context, String poll) {
    return tokens.isReceipt(poll, context.queryParams().get("receipt"));
  }

  /** Tells whether a request may carry a receipt, so that its response must not be shared. */
  boolean isPersonal(RoutingContext context) {
    return context.request().getHeader(HttpHeaders.COOKIE) != null
        || context.request().getHeader(Cors.RECEIPT_HEADER) != null
        || context.queryParams().contains("receipt");
  }

  /** Sets the cookie with the voter token. */
  public void setToken(RoutingContext context, String token) {
    set(context, VOTER, token);
  }

  /** Sets the cookie with the receipt of a poll. */
  public void setReceipt(RoutingContext context, String poll, String receipt) {
    set(context, VOTED + poll, receipt);
  }

  /** Sets the cookie with the choices of a vote. Only the page of the poll gets it. */
  public void setChoices(RoutingContext context, String poll, List<String> choices) {
    String joined = String.join(SEPARATOR, choices);
    // Browsers refuse cookies above 4 KiB.
    String value = joined.length() > LONGEST ? "" : joined;
    Cookies.set(context, CHOICES + poll, value, PAGE, MAX_AGE, sameSite(context));
  }

  /** The choices of the last vote on the page of a poll. Empty if they are not known. */
  public List<String> choices(RoutingContext context, String poll) {
    String value = Cookies.valueOf(context, CHOICES + poll);
    return value == null ? List.of() : List.of(value.split(Pattern.quote(SEPARATOR)));
  }

  private void set(RoutingContext context, String name, String value) {
    for (String path : PATHS) {
      Cookies.set(context, name, value, path, MAX_AGE, sameSite(context));
    }
  }

  /** Over HTTPS a widget in a foreign page may use the cookie, partitioned by that page. */
  private String sameSite(RoutingContext context) {
    return originPolicy.isSecure(context.request())
        ? "Secure; SameSite=None; Partitioned"
        : "SameSite=Lax";
  }
}
