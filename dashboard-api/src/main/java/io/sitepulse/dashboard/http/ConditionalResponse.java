package io.sitepulse.dashboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Answers GET and HEAD with a strong entity tag, and 304 if the client has the body already. */
public final class ConditionalResponse {
  private static final int TAG_BYTES = 12;

  private ConditionalResponse() {}

  /** Answers with a body. The caller sets {@code Cache-Control} and the content type before. */
  public static void answer(RoutingContext context, Buffer body) {
    answer(context, body, tagOf(body));
  }

  /** Answers with a body whose entity tag is known. */
  public static void answer(RoutingContext context, Buffer body, String tag) {
    var response = context.response().putHeader(HttpHeaders.ETAG, tag);
    if (matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusCode(304).end();
    } else if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  /** Computes the strong entity tag of a body. */
  public static String tagOf(Buffer body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
      byte[] tag = Arrays.copyOf(digest, TAG_BYTES);
      return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(tag) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells whether {@code If-None-Match} matches a tag (RFC 9110, weak comparison). */
  static boolean matches(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    return Arrays.stream(ifNoneMatch.split(",", -1))
        .map(String::trim)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals(tag) || known.equals("*"));
  }
}
