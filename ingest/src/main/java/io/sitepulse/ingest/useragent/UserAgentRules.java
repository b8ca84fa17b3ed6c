package io.sitepulse.ingest.useragent;

import static io.sitepulse.ingest.useragent.ParsedUserAgent.UNKNOWN;

import io.sitepulse.contract.event.Agent;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Maps the analyzer's result to a few stable values and detects bots.
 *
 * <p>The analyzer's result is corrected by the rules of this class. They were found in the user
 * agents of a real access log.
 */
final class UserAgentRules {
  /** Name of a bot without a user agent. Browsers always send one. */
  static final String NONE = "none";

  private static final String UNNAMED = "unnamed";
  private static final int LIMIT = 64;

  /** Kinds of agents that are bots. */
  private static final Set<String> ROBOTS =
      Set.of("Robot", "Robot Mobile", "Robot Imitator", "Hacker", "Spy", "Special");

  private static final Set<String> HAND_HELD = Set.of("Mobile", "Phone", "Tablet", "Watch");

  /** Browsers without a class in the analyzer: text browsers and old phones. */
  private static final Pattern PEOPLE =
      Pattern.compile("^(Lynx|Links|ELinks|w3m)\\b|\\bMIDP-|MAUI|\\bMaui Browser");

  /**
   * Software that the analyzer takes for browsers: the HTTP clients of Android and Apple systems,
   * which apps and feed readers use (browsers there begin with Mozilla), a library known from
   * comment spam, and user agents that claim to be a browser but do not name it.
   */
  private static final Pattern SOFTWARE =
      Pattern.compile(
          "^Dalvik/|^(?!Mozilla/).*\\bCFNetwork/|\\bIndy Library\\b"
              + "|^Mozilla/[0-9.]+( \\(compatible;?\\))?$");

  private UserAgentRules() {}

  static Agent agent(String userAgent, ParsedUserAgent found) {
    if (isBot(userAgent, found)) {
      return new Agent("Robot", UNKNOWN, UNKNOWN, botName(found));
    }
    return new Agent(device(found.device()), word(found.name()), word(found.system()), null);
  }

  /** The agent of a request without a user agent. */
  static Agent none() {
    return new Agent("Robot", UNKNOWN, UNKNOWN, NONE);
  }

  private static boolean isBot(String userAgent, ParsedUserAgent found) {
    if (SOFTWARE.matcher(userAgent).find()) {
      return true;
    }
    if (found.device().startsWith("Robot")) {
      return true;
    }
    if (!ROBOTS.contains(found.kind()) || PEOPLE.matcher(userAgent).find()) {
      return false;
    }
    // "Special" has no class. On a phone it is an old browser or an app with web pages.
    return !(found.kind().equals("Special") && HAND_HELD.contains(found.device()));
  }

  private static String botName(ParsedUserAgent found) {
    boolean named = !found.name().equals(UNKNOWN) && !found.name().equals("Hacker");
    return named ? cut(found.name()) : UNNAMED;
  }

  private static String device(String found) {
    return switch (found) {
      case "Desktop", "Tablet", "Phone", "TV", "Watch" -> found;
      case "Mobile" -> "Phone";
      case "eReader" -> "Tablet";
      case "Set-top box" -> "TV";
      case "Game Console", "Handheld Game Console" -> "Console";
      default -> UNKNOWN;
    };
  }

  private static String word(String found) {
    return found.isBlank() || found.equals("Hacker") ? UNKNOWN : cut(found);
  }

  private static String cut(String text) {
    return text.length() <= LIMIT ? text : text.substring(0, LIMIT);
  }
}
