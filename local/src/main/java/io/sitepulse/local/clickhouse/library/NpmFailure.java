package io.sitepulse.local.clickhouse.library;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Summarises npm's error output in one line. */
final class NpmFailure {
  private static final Pattern CODE = Pattern.compile("(?m)^npm (?:error|ERR!) code (\\S+)");
  private static final Pattern FIRST =
      Pattern.compile("(?m)^npm (?:error|ERR!) (?!code |errno )(.+)");
  private static final String NETWORK = "no network to the npm registry";
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("ENOTFOUND", NETWORK),
          Map.entry("EAI_AGAIN", NETWORK),
          Map.entry("ECONNREFUSED", NETWORK),
          Map.entry("ECONNRESET", NETWORK),
          Map.entry("ETIMEDOUT", NETWORK),
          Map.entry("ENETUNREACH", NETWORK),
          Map.entry("EHOSTUNREACH", NETWORK),
          Map.entry("ERR_SOCKET_TIMEOUT", NETWORK),
          Map.entry("ENOSPC", "the disk is full"),
          Map.entry("EINTEGRITY", "what arrived is not what the registry announced"),
          Map.entry("E404", "the npm registry in use does not have it"),
          Map.entry("E401", "the npm registry in use wants a sign-in"),
          Map.entry("E403", "the npm registry in use refuses it"));

  private NpmFailure() {}

  static String line(String log) {
    String code = first(CODE, log, "");
    String meaning = MEANINGS.getOrDefault(code, first(FIRST, log, "npm failed"));
    String suffix = code.isEmpty() ? "" : " (npm: " + code + ")";
    return "The ClickHouse engine could not be fetched: " + meaning + suffix;
  }

  private static String first(Pattern pattern, String log, String otherwise) {
    Matcher matcher = pattern.matcher(log);
    return matcher.find() ? matcher.group(1).strip() : otherwise;
  }
}
