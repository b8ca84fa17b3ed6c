package io.sitepulse.dashboard.auth;

import java.util.Map;

/** What each management route is asked, about a site that has everything a route may be about. */
final class RightsRequests {
  /** What requests say; SITE is the site they are about. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /setup", "{\"code\":\"x\"}"),
          Map.entry("POST /invitation", "{\"code\":\"x\"}"),
          Map.entry(
              "POST /session",
              "{\"login\":\"root\",\"password\":\"" + RightsTester.PASSWORD + "\"}"),
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
          Map.entry(
              "POST /targets",
              "{\"id\":\"new\",\"scope\":\"site:SITE\",\"metric\":\"visits\","
                  + "\"period\":\"2027\",\"value\":10}"),
          Map.entry("PUT /targets/:target", "{\"value\":10}"));

  private RightsRequests() {}

  /** What a request to a route says; empty if nothing. */
  static String body(String route, String site) {
    return BODIES.getOrDefault(route, "").replace("SITE", site);
  }

  /** The address of a route's request, below the management's. */
  static String path(String pattern, String site) {
    String path =
        pattern
            .replace(":site", site)
            .replace(":predecessor", site + "-old")
            .replace(":poll", site + "-poll")
            .replace(":target", site + "-target")
            .replace(":group", "free")
            .replace(":account", "viewer")
            .replace(":token", "t1");
    boolean figures = path.startsWith("/reports/") || path.equals("/review");
    String dimension = path.endsWith("/breakdown") ? "&dimension=page" : "";
    return figures ? path + "?scope=site:" + site + "&period=2026-11" + dimension : path;
  }
}
