package io.sitepulse.dashboard.widget.embed;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.sitepulse.contract.site.Site;
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
 * Renders pages for an iframe: head, style sheet, content and security headers. Templates escape
 * all values except style sheet and script, which are resources of this program.
 */
final class Page {
  private static final String CSS = ClasspathResource.text(Page.class, "page.css");
  private static final String JS = ClasspathResource.text(Page.class, "page.js");
  private static final String POLICY =
      "default-src 'none'; style-src "
          + CspHashes.source(CSS)
          + "; script-src "
          + CspHashes.source(JS)
          + "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";
  private static final String ANY = "*";

  private final Template template;

  /** Renders the section of an {@link Optional} if a value is present. */
  private static final class Optionals extends DefaultCollector {
    @Override
    @SuppressWarnings("NullAway") // JMustache expects null for a value that is not a list.
    public Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> maybe
          ? maybe.stream().iterator()
          : super.toIterator(value);
    }
  }

  /** Loads the content template {@code name} into {@code page.html}. */
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
   * @param refreshing whether a script, where scripts run, keeps the page up to date
   */
  Buffer render(String title, Language language, String theme, boolean refreshing, Object content) {
    return Buffer.buffer(
        template.execute(
            Map.of(
                "css", CSS,
                "title", title,
                "lang", language.tag(),
                "theme", theme,
                "js", JS,
                "refresh", refreshing,
                "page", content)));
  }

  /** Sets the headers of a page that any page may frame. */
  static HttpServerResponse head(HttpServerResponse response) {
    return head(response, ANY);
  }

  /** Sets the headers of a page that pages of this server and of a site's origins may frame. */
  static HttpServerResponse headFor(HttpServerResponse response, Optional<Site> site) {
    return head(
        response,
        site.map(Site::frameSources)
            .filter(sources -> !sources.isEmpty())
            .map(sources -> "'self' " + String.join(" ", sources))
            .orElse(ANY));
  }

  private static HttpServerResponse head(HttpServerResponse response, String ancestors) {
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY + ancestors)
        .putHeader("X-Content-Type-Options", "nosniff")
        // With no-referrer, browsers would send "Origin: null" with the form of this page.
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("X-Robots-Tag", "noindex");
  }

  /** The theme {@code light}, {@code dark}, or {@code auto} to follow the reader's system. */
  static String theme(MultiMap query) {
    String theme = String.valueOf(query.get("theme"));
    return theme.equals("light") || theme.equals("dark") ? theme : "auto";
  }
}
