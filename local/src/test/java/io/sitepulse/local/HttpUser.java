package io.sitepulse.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client with an address, a user agent and cookies of its own. It writes requests byte by byte,
 * so that they can be wrong.
 */
public final class HttpUser {
  private static final Pattern COOKIE = Pattern.compile("(?mi)^set-cookie: ([^=]+)=([^;\r]*)");
  private static final int TIMEOUT_MILLIS = 30_000;

  public final Map<String, String> cookies = new LinkedHashMap<>();

  private final URI server;
  private final String peer;
  private final String headers;
  private String csrf = "";

  /** A response. */
  public record Answer(int status, String head, String body) {
    public JsonNode json() throws IOException {
      return Json.MAPPER.readTree(body);
    }

    public String text(String field) throws IOException {
      String text = json().at("/" + field).asText();
      if (text.isEmpty()) {
        throw new IOException("no " + field + " in " + status + " " + body);
      }
      return text;
    }
  }

  /**
   * Creates a client.
   *
   * @param peer loopback address that it connects from
   * @param headers header lines of all its requests
   */
  public HttpUser(URI server, String peer, String... headers) {
    this.server = server;
    this.peer = peer;
    this.headers = Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining());
  }

  /** Sends a request with a JSON body. */
  public Answer post(String path, String body) throws IOException {
    return send("POST", path, "application/json", body);
  }

  public Answer get(String path, String... more) throws IOException {
    return send("GET", path, "", "", more);
  }

  public Answer send(String method, String path, String type, String body, String... more)
      throws IOException {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    head.append("Host: ").append(server.getAuthority()).append("\r\nConnection: close\r\n");
    head.append(headers);
    for (String header : more) {
      head.append(header).append("\r\n");
    }
    if (!cookies.isEmpty()) {
      head.append("Cookie: ");
      cookies.forEach((name, value) -> head.append(name + "=" + value + "; "));
      head.append("\r\n");
    }
    if (!csrf.isEmpty()) {
      head.append("Sitepulse-CSRF: ").append(csrf).append("\r\n");
    }
    if (!type.isEmpty()) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      head.append("Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n");
    }
    Answer answer = raw(head + "\r\n" + body);
    var set = COOKIE.matcher(answer.head());
    while (set.find()) {
      cookies.put(set.group(1), set.group(2));
    }
    return answer;
  }

  /**
   * Sends text and returns what comes back until the server closes the connection. The status is 0
   * if nothing did.
   */
  public Answer raw(String request) throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      if (end < 0) {
        return new Answer(0, all, "");
      }
      int status = Integer.parseInt(all.substring(9, 12));
      return new Answer(status, all.substring(0, end), all.substring(end + 4));
    } catch (SocketException e) {
      return new Answer(0, "", ""); // The server has closed before it had read everything.
    }
  }

  /** Opens an event stream, and leaves when it has begun. */
  public void listen(String path) throws IOException {
    try (var socket = connect()) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(path, server.getAuthority(), headers);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      if (socket.getInputStream().read() < 0) {
        throw new IOException("no stream " + path);
      }
    }
  }

  /** Keeps the CSRF token of a session. */
  public Answer keep(Answer session) throws IOException {
    csrf = session.text("csrf");
    return session;
  }

  private Socket connect() throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.bind(new InetSocketAddress(InetAddress.getByName(peer), 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    return socket;
  }
}
