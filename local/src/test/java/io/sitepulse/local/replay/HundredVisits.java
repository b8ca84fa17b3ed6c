package io.sitepulse.local.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The same hundred visits, and requests that are none, as each server would log them. */
final class HundredVisits {
  /** Number of page views. */
  static final int VIEWS = 100;

  /** Number of visitors. */
  static final int VISITORS = 40;

  private static final Instant BEGIN = Instant.parse("2026-03-12T01:00:00Z");

  /** A request. */
  record Request(
      Instant at, String address, String target, int status, String referrer, int agent) {
    String path() {
      return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    }

    String query() {
      return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "-";
    }

    String userAgent() {
      return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + (" Chrome/126.0.0." + agent + " Safari/537.36");
    }

    private String line() {
      return "\"GET " + target + " HTTP/1.1\" " + status + " 512";
    }

    private String headers() {
      return " \"" + referrer + "\" \"" + userAgent() + "\"";
    }

    private String clf() {
      return address + " - - [" + time("dd/MMM/yyyy:HH:mm:ss Z", ZoneOffset.ofHours(7)) + "] ";
    }

    private String time(String pattern, ZoneId zone) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone).format(at);
    }
  }

  private HundredVisits() {}

  /** Requests in order of time. Of each three, one is a page. */
  static List<Request> requests() {
    var requests = new ArrayList<Request>();
    for (int i = 0; i < VIEWS; i++) {
      Instant at = BEGIN.plusSeconds(7L * i);
      String address =
          i % 4 == 0 ? "2001:db8::" + (1 + i % VISITORS) : "203.0.113." + (i % VISITORS);
      String referrer = i % 3 == 0 ? "https://www.google.com.vn/" : "-";
      String page = i % 5 == 0 ? "/tin-tuc/bai.aspx?id=" + i : "/van-ban/45.2025.QD.UBND";
      requests.add(new Request(at, address, page, i % 7 == 0 ? 304 : 200, referrer, i % 2));
      requests.add(new Request(at, address, "/css/a.css?v=" + i, 200, "-", i % 2));
      requests.add(new Request(at, address, "/gone", 404, "-", i % 2));
    }
    return requests;
  }

  /** Lines of each format, by the name under which it is found. */
  static Map<String, List<String>> logs() {
    var logs = new LinkedHashMap<String, List<String>>();
    Function<Request, String> combined = r -> r.clf() + r.line() + r.headers();
    logs.put("combined", lines(combined));
    logs.put("virtual host first", lines(r -> "www.example.gov.vn:443 " + combined.apply(r)));
    logs.put("Varnish", lines(r -> combined.apply(r).replace("GET ", "GET http://example.vn")));
    logs.put("HAProxy", lines(HundredVisits::haproxy));
    logs.put("W3C extended", w3c());
    logs.put("JSON", lines(HundredVisits::nginxJson));
    logs.put("JSON (Caddy)", lines(HundredVisits::caddy));
    logs.put("JSON (Traefik)", lines(HundredVisits::traefik));
    logs.put(
        "combined with a syslog prefix (RFC 3164)",
        lines(r -> "<190>Mar 12 08:00:01 web1 nginx: " + combined.apply(r)));
    logs.put(
        "combined with a syslog prefix (ISO)",
        lines(r -> "2026-03-12T08:00:01.5+07:00 web1 nginx[7]: " + combined.apply(r)));
    logs.put(
        "HAProxy with a syslog prefix",
        lines(r -> "Mar  2 08:00:01 lb haproxy[14389]: " + haproxy(r)));
    logs.put(
        "JSON with a syslog prefix (RFC 5424)",
        lines(r -> "<190>1 2026-03-12T01:00:01Z lb traefik 7 - - " + traefik(r)));
    logs.put(
        "combined with a syslog prefix (containerd)",
        lines(r -> "2026-03-12T01:00:01.123456789Z stdout F " + combined.apply(r)));
    logs.put("W3C extended (CloudFront)", cloudFront());
    logs.put("combined in docker's json-file", lines(r -> docker(combined.apply(r))));
    logs.put("JSON in docker's json-file", lines(r -> docker(traefik(r))));
    return logs;
  }

  /** The common format, which has no user agents. */
  static List<String> common() {
    return lines(r -> r.clf() + r.line());
  }

  /** IIS's own format, which has no user agents and no time zone. */
  static List<String> iis() {
    return lines(
        r ->
            r.address()
                + (", -, " + r.time("MM/dd/yy, H:mm:ss", ZoneId.systemDefault()))
                + (", W3SVC1, WEB1, 192.0.2.10, 31, 512, 2048, " + r.status() + ", 0, GET, ")
                + (r.path() + ", " + r.query() + ","));
  }

  /** Lines of formats that only their text tells, by that text. */
  static Map<String, List<String>> configured() {
    var logs = new LinkedHashMap<String, List<String>>();
    logs.put(
        "LogFormat \"%{%s}t %{X-Forwarded-For}i %h %>s \\\"%m %U%q\\\" \\\"%{User-Agent}i\\\""
            + " \\\"%{Referer}i\\\"\" own",
        lines(
            r ->
                r.at().getEpochSecond()
                    + (" " + r.address() + ", 10.0.0.7 10.0.0.1 " + r.status())
                    + (" \"GET " + r.target() + "\" \"" + r.userAgent() + "\" ")
                    + ("\"" + r.referrer() + "\"")));
    logs.put(
        "log_format own '$time_iso8601|$status|$request_method|$request_uri|$remote_addr|'"
            + " '$http_referer|$http_user_agent';",
        lines(
            r ->
                String.join(
                    "|",
                    r.time("yyyy-MM-dd'T'HH:mm:ssXXX", ZoneOffset.ofHours(7)),
                    Integer.toString(r.status()),
                    "GET",
                    r.target(),
                    r.address(),
                    r.referrer(),
                    r.userAgent())));
    return logs;
  }

  private static List<String> lines(Function<Request, String> format) {
    return requests().stream().map(format).toList();
  }

  private static String docker(String line) {
    return "{\"log\":\""
        + line.replace("\\", "\\\\").replace("\"", "\\\"")
        + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-12T01:00:01.123456789Z\"}";
  }

  private static String haproxy(Request r) {
    String time = r.time("dd/MMM/yyyy:HH:mm:ss.SSS", ZoneId.systemDefault());
    String captured =
        "{" + (r.referrer().equals("-") ? "" : r.referrer()) + "|" + r.userAgent() + "}";
    return (r.address() + ":33317 [" + time + "] http-in~ static/srv1 10/0/30/69/109 " + r.status())
        + (" 2750 - - ---- 1/1/1/1/0 0/0 " + captured + " {} \"GET " + r.target() + " HTTP/1.1\"");
  }

  private static String nginxJson(Request r) {
    return ("{\"time_iso8601\":\"" + r.time("yyyy-MM-dd'T'HH:mm:ssXXX", ZoneOffset.UTC) + "\",")
        + ("\"remote_addr\":\"" + r.address() + "\",\"request\":\"GET " + r.target())
        + (" HTTP/1.1\",\"status\":\"" + r.status() + "\",\"http_referer\":\"" + r.referrer())
        + ("\",\"http_user_agent\":\"" + r.userAgent() + "\"}");
  }

  private static String caddy(Request r) {
    String referrer = r.referrer().equals("-") ? "" : ",\"Referer\":[\"" + r.referrer() + "\"]";
    return ("{\"level\":\"info\",\"ts\":" + r.at().getEpochSecond() + ".5241024,\"logger\":")
        + "\"http.log.access\",\"msg\":\"handled request\",\"request\":{\"remote_ip\":\"10.0.0.1\","
        + ("\"remote_port\":\"41342\",\"client_ip\":\""
            + r.address()
            + "\",\"proto\":\"HTTP/2.0\",")
        + ("\"method\":\"GET\",\"host\":\"example.vn\",\"uri\":\""
            + r.target()
            + "\",\"headers\":{")
        + ("\"User-Agent\":[\"" + r.userAgent() + "\"]" + referrer + "}},\"bytes_read\":0,")
        + ("\"duration\":0.0009,\"size\":10900,\"status\":" + r.status() + ",\"resp_headers\":{}}");
  }

  private static String traefik(Request r) {
    String host = r.address().contains(":") ? "[" + r.address() + "]" : r.address();
    return ("{\"ClientAddr\":\"" + host + ":5000\",\"ClientHost\":\"" + r.address() + "\",")
        + ("\"DownstreamStatus\":" + r.status() + ",\"RequestMethod\":\"GET\",\"RequestPath\":\"")
        + (r.target() + "\",\"RequestProtocol\":\"HTTP/1.1\",\"StartUTC\":\"" + r.at() + "\",")
        + ("\"request_Referer\":\"" + r.referrer() + "\",\"request_User-Agent\":\"")
        + (r.userAgent() + "\",\"level\":\"info\",\"msg\":\"\",\"time\":\"" + r.at() + "\"}");
  }

  private static List<String> w3c() {
    var lines = new ArrayList<String>();
    lines.add("#Software: Microsoft Internet Information Services 10.0");
    lines.add(
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
            + " cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken");
    requests()
        .forEach(
            r ->
                lines.add(
                    r.time("yyyy-MM-dd HH:mm:ss", ZoneOffset.UTC)
                        + (" 192.0.2.10 GET "
                            + r.path()
                            + " "
                            + r.query()
                            + " 443 - "
                            + r.address())
                        + (" " + r.userAgent().replace(' ', '+') + " " + r.referrer() + " ")
                        + (r.status() + " 0 0 31")));
    return lines;
  }

  private static List<String> cloudFront() {
    var lines = new ArrayList<String>();
    lines.add("#Version: 1.0");
    lines.add(
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
            + " cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)");
    requests()
        .forEach(
            r ->
                lines.add(
                    String.join(
                        "\t",
                        r.time("yyyy-MM-dd\tHH:mm:ss", ZoneOffset.UTC),
                        "SGN50\t512",
                        r.address(),
                        "GET\td1.cloudfront.net",
                        r.path(),
                        Integer.toString(r.status()),
                        r.referrer(),
                        URLEncoder.encode(r.userAgent(), StandardCharsets.UTF_8)
                            .replace("+", "%20"),
                        r.query(),
                        "-")));
    return lines;
  }
}
