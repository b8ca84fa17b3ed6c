package io.sitepulse.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A log in combined format, the same one for the same seed, with what is in it. */
final class SampleLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.ofHours(7));
  private static final List<String> BROWSERS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0",
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/140.0.0.0 Mobile Safari/537.36",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
              + " Version/18.5 Safari/605.1.15");
  private static final String BOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
  private static final List<String> PAGES =
      List.of("/", "/tin-tuc/", "/tin-tuc?id=7", "/van-ban.html", "//lien-he", "/t%C3%ACm");
  private static final List<String> FILES =
      List.of("/a.css", "/b.js", "/logo.png", "/robots.txt", "/feed/", "/van-ban.pdf");

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> visitors = new HashSet<>();
  private int pages;
  private int bots;
  private int malformed;

  SampleLog(int size, long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < size; i++) {
      line(Instant.parse("2026-03-02T01:00:00Z").plusSeconds(i));
    }
  }

  /** Writes it to a file. */
  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("access.log"), lines);
  }

  long pages() {
    return pages;
  }

  long bots() {
    return bots;
  }

  long malformed() {
    return malformed;
  }

  /** Distinct pairs of network and user agent that saw a page and are no robots. */
  long visitors() {
    return visitors.size();
  }

  private void line(Instant at) {
    int kind = random.nextInt(100);
    if (kind == 0) {
      malformed++;
      lines.add("198.51.100.7 - - [" + TIME.format(at) + "] \"GET /broken");
    } else if (kind < 40) {
      lines.add(line(at, address(), "GET", one(FILES), 200, one(BROWSERS)));
    } else if (kind < 45) {
      lines.add(line(at, address(), "POST", "/", 200, one(BROWSERS)));
    } else if (kind < 50) {
      lines.add(line(at, address(), "GET", "/gone", 404, one(BROWSERS)));
    } else {
      page(at, kind < 60);
    }
  }

  private void page(Instant at, boolean bot) {
    String address = address();
    String agent = bot ? BOT : one(BROWSERS);
    pages++;
    if (bot) {
      bots++;
    } else {
      visitors.add(network(address) + agent);
    }
    lines.add(line(at, address, "GET", one(PAGES), random.nextInt(5) == 0 ? 304 : 200, agent));
  }

  private static String line(
      Instant at, String address, String method, String target, int status, String agent) {
    return "%s - - [%s] \"%s %s HTTP/1.1\" %d 512 \"https://example.vn/\" \"%s\""
        .formatted(address, TIME.format(at), method, target, status, agent);
  }

  private String address() {
    int number = 1 + random.nextInt(200);
    return random.nextBoolean() ? "192.0.2." + number : ipv6(number);
  }

  /** Two addresses are in one /64 network. */
  private static String ipv6(int number) {
    return "2001:db8:0:%x::%x".formatted(number / 2, number);
  }

  private static String network(String address) {
    int host = address.indexOf("::");
    return host < 0 ? address : address.substring(0, host);
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
