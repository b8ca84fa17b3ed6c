package io.sitepulse.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The HTML line that an editor pastes, as it stands in each page of the portal. */
final class EmbedSnippet {
  private static final String LINE =
      "<script %s src=\"/sitepulse.js\" data-site=\"" + DemoPortal.SITE + "\"%s></script>";

  private final String sealed =
      LINE.formatted(
          "async",
          " crossorigin=\"anonymous\" integrity=\"%s\" data-poll-integrity=\"%s\""
              .formatted(digest("/web/sitepulse.js"), digest("/web/sitepulse-poll.js")));

  /**
   * The line.
   *
   * @param nonce of this answer, for pages whose policy wants one
   */
  String of(DemoPage.Line line, String nonce) {
    String plain = LINE.formatted("async", "");
    return switch (line) {
      case NONE -> "";
      case ASYNC -> plain;
      case TWICE -> LINE.formatted("defer", "").repeat(2);
      case SEALED -> sealed;
      case NONCE -> LINE.formatted("async", " nonce=\"" + nonce + "\"");
    };
  }

  /**
   * The subresource integrity of a script of this program. Empty, and so ignored by browsers, if
   * the build left the script out.
   */
  private static String digest(String resource) {
    try (InputStream in = EmbedSnippet.class.getResourceAsStream(resource)) {
      if (in == null) {
        return "";
      }
      byte[] digest = MessageDigest.getInstance("SHA-384").digest(in.readAllBytes());
      return "sha384-" + Base64.getEncoder().encodeToString(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
