package io.sitepulse.local.demo;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A small portal of a department that does not exist. Its pages may load nothing but from their own
 * host, and no inline script or style: what works here works under a strict policy.
 */
public final class DemoPortal {
  /** The site its pages are counted for; the seed registers it. */
  public static final String SITE = "demo";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";
  private static final String SCRIPT =
      "<script async src=\"/sitepulse.js\" data-site=\"" + SITE + "\"></script>";
  private static final String CROWD_SCRIPT = "<script defer src=\"/demo/crowd.js\"></script>";
  private static final String COUNTER =
      "<sitepulse-counter aria-labelledby=\"truy-cap\"></sitepulse-counter>";
  private static final String IMAGE =
      "<img src=\"/api/sites/" + SITE + "/counters.svg\" alt=\"Số lượt truy cập\">";

  private final String layout = text("layout.html");

  /** Adds the portal's pages and what they load. */
  public void mount(Router router) {
    DemoPage.ALL.forEach(page -> mount(router, page));
    file(router, "portal.css", "text/css; charset=utf-8");
    file(router, "crowd.js", "text/javascript; charset=utf-8");
    file(router, "icon.svg", "image/svg+xml");
  }

  private void mount(Router router, DemoPage page) {
    String html = html(page);
    router.get(page.path()).setName("/demo").handler(answer(html, "text/html; charset=utf-8"));
  }

  private static void file(Router router, String name, String type) {
    router.get("/demo/" + name).setName("/demo").handler(answer(text(name), type));
  }

  private static Handler<RoutingContext> answer(String body, String type) {
    return context -> {
      HttpServerResponse response = context.response();
      response.putHeader(HttpHeaders.CONTENT_TYPE, type);
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      response.putHeader("Content-Security-Policy", POLICY);
      response.putHeader("X-Content-Type-Options", "nosniff");
      response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
      response.end(body);
    };
  }

  String html(DemoPage page) {
    return layout
        .replace("{{lang}}", page.look() == DemoPage.Look.ENGLISH ? "en" : "vi")
        .replace("{{theme}}", page.look() == DemoPage.Look.DARK ? "dark" : "light")
        .replace("{{title}}", page.title())
        .replace("{{script}}", script(page))
        .replace("{{counter}}", page.look() == DemoPage.Look.BARE ? IMAGE : COUNTER)
        .replace("{{menu}}", menu(page))
        .replace("{{content}}", text("pages/" + page.content() + ".html"));
  }

  private static String script(DemoPage page) {
    return switch (page.look()) {
      case BARE -> "";
      case CROWD -> SCRIPT + "\n" + CROWD_SCRIPT;
      default -> SCRIPT;
    };
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
