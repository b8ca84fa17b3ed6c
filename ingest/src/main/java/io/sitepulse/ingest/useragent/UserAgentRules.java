package io.sitepulse.ingest.useragent;

import static io.sitepulse.ingest.useragent.ParsedUserAgent.UNKNOWN;

import io.sitepulse.contract.event.Agent;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
      Pattern.compile(
          "^(?:Lynx|Links|ELinks|w3m)\\b|\\bMIDP-|MAUI|\\bMaui Browser"
              + "|^(?:DoCoMo|SoftBank|Vodafone|J-PHONE|KDDI-|Nokia|SonyEricsson|BlackBerry)");

  /**
   * Software that the analyzer takes for browsers: the HTTP clients of Android and Apple systems,
   * which apps and feed readers use (browsers there begin with Mozilla), a library known from
   * comment spam, and user agents that claim to be a browser but do not name it.
   */
  private static final Pattern SOFTWARE =
      Pattern.compile(
          "^Dalvik/|^(?!Mozilla/).*\\bCFNetwork/|\\bIndy Library\\b"
              + "|^Mozilla/[0-9.]+( \\(compatible;?\\))?$");

  /**
   * Names of products: words, with at most two digits. Neither hashes nor versions nor codes of
   * devices have this form.
   */
  private static final Pattern PRODUCT =
      Pattern.compile("(?=.{2,40}$)(?:360|2345)?[\\p{L}!.&+' _-]+(?:\\d{1,2}[\\p{L}!.&+' _-]*)?");

  private static final Pattern VOWEL = Pattern.compile("[aeiouyAEIOUY]");
  private static final Pattern SCRAMBLED = Pattern.compile("(?:\\p{Ll}+\\p{Lu}+){4}");

  /**
   * Letters that make the analyzer suspect a bot wherever they stand. Without a sign of {@link
   * BotSigns} they are part of the name of a phone or of a token.
   */
  private static final Pattern BOT_LETTERS =
      Pattern.compile("bot|crawl|spider|scan|search", Pattern.CASE_INSENSITIVE);

  /** Names that the analyzer gives for the engine of an app. */
  private static final Set<String> ENGINES =
      Set.of("UIWebView", "Chrome Webview", "Android Webview", "Webview", "Safari", "Chrome");

  private UserAgentRules() {}

  /**
   * The agent as far as the text itself tells it, without an analyzer: a bot by its signs, or a
   * browser of a usual shape.
   *
   * @return null if an analyzer is needed
   */
  static @Nullable Agent quick(String userAgent) {
    if (SOFTWARE.matcher(userAgent).find()) {
      return null;
    }
    String sign = BotSigns.nameIn(userAgent);
    if (sign != null) {
      return sign.isEmpty() ? null : robot(sign);
    }
    ParsedUserAgent common = BrowserRules.common(userAgent);
    return common == null ? null : person(userAgent, common);
  }

  /** The agent by simple rules, for a text that the analyzers have no time for. */
  static Agent fallback(String userAgent) {
    return agent(userAgent, BrowserRules.parse(userAgent));
  }

  static Agent agent(String userAgent, ParsedUserAgent found) {
    String sign = BotSigns.nameIn(userAgent);
    if (sign != null) {
      return robot(sign.isEmpty() ? botName(found) : sign);
    }
    boolean robot = isBot(userAgent, found);
    if (robot && BOT_LETTERS.matcher(userAgent).find() && BrowserRules.isBrowser(userAgent)) {
      return person(userAgent, BrowserRules.parse(userAgent));
    }
    return robot ? robot(botName(found)) : person(userAgent, found);
  }

  /** The agent of a request without a user agent. */
  static Agent none() {
    return robot(NONE);
  }

  private static Agent robot(String name) {
    return new Agent("Robot", UNKNOWN, UNKNOWN, cut(name));
  }

  private static Agent person(String userAgent, ParsedUserAgent found) {
    ParsedUserAgent simple = BrowserRules.parse(userAgent);
    String app = BrowserRules.app(userAgent);
    String name = isProduct(found.name()) ? found.name() : simple.name();
    if (!app.equals(UNKNOWN)) {
      name = app;
    } else if (ENGINES.contains(name) && !simple.name().equals(UNKNOWN)) {
      name = simple.name();
    }
    boolean desktopModeOfATablet =
        simple.device().equals("Tablet") && simple.system().equals("iOS");
    return desktopModeOfATablet
        ? new Agent("Tablet", name, "iOS", null)
        : new Agent(device(found.device()), name, word(found.system()), null);
  }

  private static boolean isBot(String userAgent, ParsedUserAgent found) {
    if (SOFTWARE.matcher(userAgent).find() || found.device().startsWith("Robot")) {
      return true;
    }
    if (!ROBOTS.contains(found.kind()) || PEOPLE.matcher(userAgent).find()) {
      return false;
    }
    // "Special" has no class. On a phone it is an old browser or an app with web pages.
    return !(found.kind().equals("Special") && HAND_HELD.contains(found.device()));
  }

  private static String botName(ParsedUserAgent found) {
    return isProduct(found.name()) ? found.name() : UNNAMED;
  }

  private static boolean isProduct(String name) {
    return !name.equals(UNKNOWN)
        && !name.equals("Hacker")
        && PRODUCT.matcher(name).matches()
        && VOWEL.matcher(name).find()
        && !SCRAMBLED.matcher(name).find();
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
    return isProduct(found) ? found : UNKNOWN;
  }

  private static String cut(String text) {
    return text.length() <= LIMIT ? text : text.substring(0, LIMIT);
  }
}
