package io.sitepulse.ingest.useragent;

import static io.sitepulse.ingest.useragent.ParsedUserAgent.UNKNOWN;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parser of user agents that looks for a few tokens. It takes microseconds. It knows the browsers
 * that most people use, apps with web pages, and no models of devices.
 */
final class BrowserRules {
  /** Apps that show web pages. Their own token stands beside that of a browser. */
  private static final List<Rule> APPS =
      List.of(
          new Rule("Zalo", "\\bZalo\\b"),
          new Rule("Instagram", "\\bInstagram\\b"),
          new Rule("Messenger", "FBAN/Messenger|FB_IAB/(?:MESSENGER|Orca)"),
          new Rule("Facebook", "\\bFB(?:AN|AV|_IAB)/|MetaIAB Facebook"),
          new Rule("TikTok", "musical_ly|BytedanceWebview|\\bTikTok|trill_|TTWebView"),
          new Rule("WeChat", "MicroMessenger/"),
          new Rule("Line", "\\bLine/\\d"),
          new Rule("Viber", "\\bViber\\b"),
          new Rule("Snapchat", "\\bSnapchat\\b"),
          new Rule("Pinterest", "\\[Pinterest/"),
          new Rule("LinkedIn", "LinkedInApp"),
          new Rule("Twitter", "\\bTwitter(?: for|Android|/)"),
          new Rule("KakaoTalk", "KAKAOTALK"));

  /** Browsers. Those that name others beside themselves come first. */
  private static final List<Rule> BROWSERS =
      List.of(
          new Rule("Coc Coc Browser", "coc_coc_browser|CocCoc|CoRom/"),
          new Rule("SamsungBrowser", "SamsungBrowser/"),
          new Rule("Huawei Browser", "HuaweiBrowser/"),
          new Rule("Miui Browser", "MiuiBrowser/"),
          new Rule("HeyTapBrowser", "HeyTapBrowser/"),
          new Rule("VivoBrowser", "VivoBrowser/"),
          new Rule("UCBrowser", "UC ?Browser/|UCWEB"),
          new Rule("QQBrowser", "QQBrowser/"),
          new Rule("Yandex Browser", "YaBrowser/"),
          new Rule("Opera Mini", "Opera Mini/"),
          new Rule("Opera", "\\bOP[RTX]/|OPiOS/|Opera[ /]"),
          new Rule("Edge", "\\bEdg(?:e|A|iOS)?/"),
          new Rule("Vivaldi", "Vivaldi/"),
          new Rule("DuckDuckGo", "DuckDuckGo/|\\bDdg/"),
          new Rule("Brave", "\\bBrave\\b"),
          new Rule("Whale", "Whale/"),
          new Rule("Amazon Silk", "\\bSilk/"),
          new Rule("Google App", "\\bGSA/"),
          new Rule("Firefox Focus", "\\bFocus/\\d.*Mobile|\\bKlar/"),
          new Rule("Firefox", "Firefox/|FxiOS/"),
          new Rule("Chrome Webview", "; wv\\)"),
          new Rule("Chromium", "Chromium/"),
          new Rule("Chrome", "Chrome/|CriOS/"),
          new Rule("Internet Explorer", "MSIE |Trident/"),
          new Rule("Android Browser", "Android.*Version/[\\d.]+ (?:Mobile )?Safari/"),
          new Rule("Safari", "(?:iPhone|iPad|iPod|Macintosh).*AppleWebKit/"),
          new Rule("Openwave", "UP\\.Browser|Openwave"));

  private static final List<Rule> DEVICES =
      List.of(
          new Rule(
              "TV",
              "SMART-TV|SmartTV|Smart-TV|Web0S|WebOS TV|AppleTV|Apple TV|BRAVIA|HbbTV|Google ?TV"
                  + "|\\bAFT[A-Z]|CrKey|Android TV|\\bTV Safari/"),
          new Rule("Console", "PlayStation|Nintendo|Xbox"),
          new Rule("Tablet", "iPad|Macintosh.* Mobile/|Tablet|\\b(?i:tab)\\b|Silk/.*KF[A-Z]+"),
          new Rule(
              "Phone", "iPhone|iPod|Windows Phone|IEMobile|MIDP|\\bMobile\\b|BlackBerry|KAIOS"),
          new Rule("Tablet", "Android|Kindle|PlayBook"),
          new Rule("Desktop", "Windows|Macintosh|X11|CrOS|Linux|BSD"));

  private static final List<Rule> SYSTEMS =
      List.of(
          new Rule("Windows Phone", "Windows Phone|IEMobile"),
          new Rule("Windows NT", "Windows"),
          new Rule("iOS", "iPhone|iPad|iPod|Macintosh.* Mobile/"),
          new Rule("KaiOS", "KAIOS"),
          new Rule("Tizen", "Tizen"),
          new Rule("Android", "Android"),
          new Rule("Mac OS", "Macintosh"),
          new Rule("Chrome OS", "CrOS"),
          new Rule("Ubuntu", "Ubuntu"),
          new Rule("Linux", "Linux|X11"));

  /**
   * The shapes of the user agents that nearly all people send. Nothing in them needs an analyzer.
   */
  private static final Pattern COMMON =
      Pattern.compile(
          "Mozilla/5\\.0 \\((?:Windows NT \\d+\\.\\d(?:; Win64; x64|; WOW64)?"
              + "|Macintosh; Intel Mac OS X [\\d_.]{2,12}"
              + "|X11; (?:Linux x86_64|CrOS [a-z0-9_]{3,10} [\\d.]{3,20})"
              + "|Linux; Android [\\d.]{1,8}; (?:K|SM-[A-Z]\\d{3}[A-Z0-9]{0,3})"
              + "|iPhone; CPU iPhone OS [\\d_]{2,8} like Mac OS X"
              + "|iPad; CPU OS [\\d_]{2,8} like Mac OS X"
              + ")\\) AppleWebKit/[\\d.]{3,12} \\(KHTML, like Gecko\\) (?:"
              + "(?:SamsungBrowser/[\\d.]{3,6} )?Chrome/[\\d.]{4,16}(?: Mobile)? Safari/[\\d.]{3,12}"
              + "(?: (?:Edg|EdgA|OPR)/[\\d.]{4,16})?"
              + "|(?:Version|CriOS|FxiOS|GSA)/[\\d.]{2,16}(?: Mobile/\\w{4,8})? Safari/[\\d.]{3,12}"
              + "|EdgiOS/[\\d.]{4,16} Version/[\\d.]{3,6} Mobile/\\w{4,8} Safari/[\\d.]{3,12})"
              + "|Mozilla/5\\.0 \\(Linux; Android [\\d.]{1,8}; [\\w.+-][\\w .+-]{0,40}(?: Build/[\\w.]{4,24})?"
              + "\\) AppleWebKit/[\\d.]{3,12} \\(KHTML, like Gecko\\) (?:SamsungBrowser/[\\d.]{3,6} )?"
              + "Chrome/[\\d.]{4,16} Mobile Safari/[\\d.]{3,12}(?: (?:EdgA|OPR)/[\\d.]{4,16})?"
              + "|Mozilla/5\\.0 \\((?:Windows NT \\d+\\.\\d(?:; Win64; x64|; WOW64)?"
              + "|Macintosh; Intel Mac OS X [\\d_.]{2,12}|X11; (?:Ubuntu; )?Linux x86_64"
              + "|Android [\\d.]{1,8}; (?:Mobile|Tablet)); rv:[\\d.]{3,6}\\)"
              + " Gecko/[\\d.]{3,8} Firefox/[\\d.]{3,6}");

  /** A platform that only browsers of people name, and an engine. */
  private static final Pattern BROWSER_SHAPE =
      Pattern.compile(
          "^(?:Mozilla/\\d\\.\\d \\([^()]*(?:Windows|Macintosh|X11|Linux|Android|iPhone|iPad|iPod"
              + "|CrOS|Tizen|Mobile|Tablet|PlayStation|Nintendo|Xbox|Web0S|compatible; MSIE)"
              + "|Opera/\\d)");

  private static final Pattern ENGINE =
      Pattern.compile("AppleWebKit/|Gecko/|Trident/|Presto/|MSIE \\d|Opera");

  private BrowserRules() {}

  /** The result for a user agent of a usual shape, or null for any other text. */
  static @Nullable ParsedUserAgent common(String userAgent) {
    return COMMON.matcher(userAgent).matches() ? parse(userAgent) : null;
  }

  /** The result as far as a few tokens tell it. */
  static ParsedUserAgent parse(String userAgent) {
    return new ParsedUserAgent(
        first(DEVICES, userAgent),
        isBrowser(userAgent) ? "Browser" : "Robot",
        browser(userAgent),
        first(SYSTEMS, userAgent));
  }

  /** Whether the text has the platform and the engine of a browser. */
  static boolean isBrowser(String userAgent) {
    return BROWSER_SHAPE.matcher(userAgent).find() && ENGINE.matcher(userAgent).find();
  }

  /** The name of the app that shows the page, or {@code Unknown}. */
  static String app(String userAgent) {
    return first(APPS, userAgent);
  }

  private static String browser(String userAgent) {
    String app = app(userAgent);
    return app.equals(UNKNOWN) ? first(BROWSERS, userAgent) : app;
  }

  private static String first(List<Rule> rules, String userAgent) {
    for (Rule rule : rules) {
      if (rule.pattern().matcher(userAgent).find()) {
        return rule.name();
      }
    }
    return UNKNOWN;
  }

  /** A value, and the pattern of the user agents that have it. */
  private record Rule(String name, Pattern pattern) {
    Rule(String name, String pattern) {
      this(name, Pattern.compile(pattern));
    }
  }
}
