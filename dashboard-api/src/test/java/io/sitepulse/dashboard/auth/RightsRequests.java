package io.sitepulse.dashboard.auth;

import java.util.Map;

/**
 * A request for each management route, about a site with a poll, a target, a note and a
 * predecessor.
 */
final class RightsRequests {
  /** Request bodies. SITE stands for the site id. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /setup", "{\"code\":\"x\"}"),
          Map.entry("POST /invitation", "{\"code\":\"x\"}"),
          Map.entry("POST /invitation/check", "{\"code\":\"x\"}"),
          Map.entry(
              "POST /session",
              "{\"login\":\"root\",\"password\":\"" + RightsTester.PASSWORD + "\"}"),
          Map.entry("POST /session/code", "{\"pending\":\"x\",\"code\":\"000000\"}"),
          Map.entry("POST /second-factor", "{\"enrolment\":\"x\",\"code\":\"000000\"}"),
          Map.entry("POST /second-factor/enrolment", "{\"password\":\"x\"}"),
          Map.entry("POST /second-factor/recovery-codes", "{\"password\":\"x\"}"),
          Map.entry("POST /second-factor/removal", "{\"password\":\"x\"}"),
          Map.entry("POST /session/password", "{\"current\":\"x\",\"next\":\"y\"}"),
          Map.entry("POST /tokens", "{\"name\":\"x\",\"role\":\"viewer\"}"),
          Map.entry("POST /accounts", "{\"login\":\"new\",\"name\":\"New\"}"),
          Map.entry("PUT /accounts/:account", "{\"name\":\"New\"}"),
          Map.entry("PUT /groups/:group", "{\"name\":\"New\"}"),
          Map.entry("POST /sites", "{\"id\":\"new\",\"name\":\"New\"}"),
          Map.entry("PUT /sites/:site", "{\"name\":\"New\"}"),
          Map.entry("PUT /sites/:site/predecessors/:predecessor", "{\"from\":\"2027-01-01\"}"),
          Map.entry(
              "POST /polls",
              "{\"site\":\"SITE\",\"question\":\"Thế nào?\","
                  + "\"options\":[{\"label\":\"Tốt\"},{\"label\":\"Kém\"}]}"),
          Map.entry("PUT /polls/:poll", "{\"question\":\"Thế nào?\"}"),
          Map.entry("POST /polls/:poll/set-aside", "{\"from\":1000,\"to\":2000,\"reason\":\"x\"}"),
          Map.entry(
              "POST /targets",
              "{\"id\":\"new\",\"scope\":\"site:SITE\",\"metric\":\"visits\","
                  + "\"period\":\"2027\",\"value\":10}"),
          Map.entry("PUT /targets/:target", "{\"value\":10}"),
          Map.entry(
              "POST /notes",
              "{\"id\":\"new\",\"scope\":\"site:SITE\",\"from\":\"2026-11-20\",\"text\":\"Cúp"
                  + " điện\"}"),
          Map.entry("PUT /notes/:note", "{\"text\":\"Mất mạng\"}"),
          Map.entry("POST /issued-reviews", "{\"scope\":\"site:SITE\",\"period\":\"2026-H1\"}"));

  private RightsRequests() {}

  /** Returns the request body for a route, or an empty string. */
  static String body(String route, String site) {
    return BODIES.getOrDefault(route, "").replace("SITE", site);
  }

  /** Returns the path of a route's request below the management root. */
  static String path(String pattern, String site) {
    String path =
        pattern
            .replace(":site", site)
            .replace(":predecessor", site + "-old")
            .replace(":poll", site + "-poll")
            .replace(":target", site + "-target")
            .replace(":note", site + "-note")
            .replace(":review", site.equals("demo") ? "2026-1" : "2026-2")
            .replace(":group", "free")
            .replace(":account", "viewer")
            .replace(":time", "t1")
            .replace(":token", "t1")
            .replace(":session", "0");
    boolean figures = path.startsWith("/reports/") || path.equals("/review");
    String dimension = path.endsWith("/breakdown") ? "&dimension=page" : "";
    return figures ? path + "?scope=site:" + site + "&period=2026-11" + dimension : path;
  }
}
