package io.sitepulse.dashboard.widget.embed;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.sitepulse.dashboard.http.ClasspathResource;
import io.sitepulse.dashboard.http.CspHashes;
import io.sitepulse.dashboard.http.Language;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The frame of every page for an iframe: head, style, security headers. Templates escape all they
 * are given; style sheet and script are the only texts that are not, and they are ours.
 */
final class Page {
  private static final String CSS = ClasspathResource.text(Page.class, "page.css");
  private static final String JS = ClasspathResource.text(Page.class, "page.js");
  private static final String POLICY =
      "default-src 'none'; style-src "
          + CspHashes.source(CSS)
          + "; script-src "
          + CspHashes.source(JS)
          + "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *";

  private final Template template;

  /** A section of an {@link Optional} is shown if there is something in it. */
  private static final class Optionals extends DefaultCollector {
    @Override
    @SuppressWarnings("NullAway") // The library takes null for "not a list".
    public Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> maybe
          ? maybe.stream().iterator()
          : super.toIterator(value);
    }
  }

  /** Loads the template of a page; its parts are its own file within the frame. */
  Page(String name) {
    String frame = ClasspathResource.text(Page.class, "page.html");
    this.template =
        Mustache.compiler()
            .escapeHTML(true)
            .withCollector(new Optionals())
            .compile(frame.replace("{{>content}}", ClasspathResource.text(Page.class, name)));
  }

  /**
   * Renders the page.
   *
   * @param moving whether what it shows changes by itself: where scripts run, it then follows
   */
  Buffer render(String title, Language language, String theme, boolean moving, Object content) {
    return Buffer.buffer(
        template.execute(
            Map.of(
                "css", CSS,
                "title", title,
                "lang", language.tag(),
                "theme", theme,
                "js", moving ? Optional.of(JS) : Optional.empty(),
                "page", content)));
  }

  /** The headers every such page has. */
  static HttpServerResponse head(HttpServerResponse response) {
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        // Not no-referrer: browsers would then send "Origin: null" with our own form.
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("X-Robots-Tag", "noindex");
  }

  /** {@code light}, {@code dark}, or {@code auto} for what the reader's system prefers. */
  static String theme(MultiMap query) {
    String theme = String.valueOf(query.get("theme"));
    return theme.equals("light") || theme.equals("dark") ? theme : "auto";
  }
}
