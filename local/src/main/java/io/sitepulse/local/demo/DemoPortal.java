package io.sitepulse.local.demo;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small portal of a department that does not exist. Its pages may load nothing but from their own
 * host, and no inline script or style: what works here works under a strict policy.
 */
public final class DemoPortal {
  /** The site whose counters the portal shows. The seed registers it. */
  public static final String SITE = "demo";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  /** The policy of the page that shows how strict one may be. */
  private static final String STRICT =
      "default-src 'none'; script-src 'nonce-%s' 'strict-dynamic'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types sitepulse";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String COUNTER =
      "<sitepulse-counter aria-labelledby=\"truy-cap\"></sitepulse-counter>";
  private static final String IMAGE =
      "<img src=\"/api/sites/" + SITE + "/counters.svg\" alt=\"Số lượt truy cập\">";

  private final String layout = text("layout.html");
  private final EmbedSnippet line = new EmbedSnippet();
  private final SecureRandom random = new SecureRandom();

  /** Adds the portal's pages and what they load. */
  public void mount(Router router) {
    DemoPage.ALL.forEach(page -> mount(router, page));
    file(router, "portal.css", "text/css; charset=utf-8");
    file(router, "hostile.css", "text/css; charset=utf-8");
    file(router, "icon.svg", "image/svg+xml");
    DemoPage.ALL.stream()
        .map(DemoPage::helper)
        .filter(helper -> !helper.isEmpty())
        .forEach(helper -> file(router, helper, "text/javascript; charset=utf-8"));
  }

  /** The addresses of all its pages. */
  public static List<String> paths() {
    return DemoPage.ALL.stream().map(DemoPage::path).toList();
  }

  private void mount(Router router, DemoPage page) {
    router.get(page.path()).setName("/demo").handler(context -> show(context, page));
  }

  private void show(RoutingContext context, DemoPage page) {
    if (page.line() == DemoPage.Line.NONCE) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      String nonce = Base64.getEncoder().encodeToString(bytes);
      answer(context, html(page, nonce), HTML, STRICT.formatted(nonce));
    } else {
      answer(context, html(page, ""), HTML, POLICY);
    }
  }

  private static void file(Router router, String name, String type) {
    String body = text(name);
    router
        .get("/demo/" + name)
        .setName("/demo")
        .handler(context -> answer(context, body, type, POLICY));
  }

  private static void answer(RoutingContext context, String body, String type, String policy) {
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, type);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.putHeader("Content-Security-Policy", policy);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.end(body);
  }

  String html(DemoPage page, String nonce) {
    boolean bare = page.line() == DemoPage.Line.NONE;
    return layout
        .replace("{{lang}}", page.look() == DemoPage.Look.ENGLISH ? "en" : "vi")
        .replace("{{theme}}", page.look() == DemoPage.Look.DARK ? "dark" : "light")
        .replace("{{title}}", page.title())
        .replace("{{head}}", head(page, nonce))
        .replace("{{counter}}", bare ? IMAGE : COUNTER)
        .replace("{{menu}}", menu(page))
        .replace("{{content}}", text("pages/" + page.content() + ".html"));
  }

  private String head(DemoPage page, String nonce) {
    String head = line.of(page.line(), nonce);
    if (page.look() == DemoPage.Look.HOSTILE) {
      head += "\n<link rel=\"stylesheet\" href=\"/demo/hostile.css\">";
    }
    if (!page.helper().isEmpty()) {
      head += "\n<script defer src=\"/demo/" + page.helper() + "\"></script>";
    }
    return head;
  }

  private static String menu(DemoPage here) {
    return DemoPage.ALL.stream()
        .filter(DemoPage::isInMenu)
        .map(page -> link(page, page.path().equals(here.path())))
        .collect(Collectors.joining());
  }

  private static String link(DemoPage page, boolean current) {
    String mark = current ? " aria-current=\"page\"" : "";
    return "<a href=\"" + page.path() + "\"" + mark + ">" + page.title() + "</a>";
  }

  private static String text(String name) {
    try (var stream = DemoPortal.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
