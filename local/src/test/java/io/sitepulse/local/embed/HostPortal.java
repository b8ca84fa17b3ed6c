package io.sitepulse.local.embed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A web server whose pages have another origin than sitepulse. */
final class HostPortal implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private record Page(String html, Map<String, String> headers) {}

  private HostPortal(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  static HostPortal open() throws IOException {
    return new HostPortal(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /** Puts a page up and tells its address. */
  String page(String path, String html) {
    return page(path, html, Map.of());
  }

  /** Puts a page up with headers of its own. */
  String page(String path, String html, Map<String, String> headers) {
    pages.put(path, new Page(html, headers));
    return url(path);
  }

  /** Tells if any browser requested a path. */
  boolean wasAsked(String path) {
    return asked.contains(path);
  }

  /** A name, where sitepulse has a number: so browsers take them for different sites. */
  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** The address of a page in the same site as sitepulse, with another port. */
  static String ofTheSameSite(String address) {
    return address.replace("//localhost:", "//127.0.0.1:");
  }

  /** A page as a content management system makes it. */
  static String html(String lang, String head, String body) {
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Cổng thông tin</title>%s</head>
        <body><main><h1>Cổng thông tin</h1>%s</main></body></html>
        """
        .formatted(lang, head, body);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().getPath());
      Page page = pages.get(exchange.getRequestURI().getPath());
      if (page == null) {
        // Also for the icon that every browser asks for.
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      byte[] body = page.html().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      page.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
