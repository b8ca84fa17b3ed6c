package io.sitepulse.dashboard.report;

import io.sitepulse.contract.event.PagePath;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.text.Normalizer;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Values of filters in the form in which events have them. A value that no event can have is
 * refused, because an empty report would look like a result.
 */
final class FilterValue {
  /** The words for devices in events. */
  private static final List<String> DEVICES =
      List.of("Desktop", "Phone", "Tablet", "TV", "Watch", "Console", "Unknown");

  /**
   * The usual browsers and apps in events. The analyzer of user agents knows more, so a site's own
   * events may have other names.
   */
  private static final List<String> BROWSERS =
      List.of(
          "Amazon Silk",
          "Android Browser",
          "Brave",
          "Chrome",
          "Chrome Webview",
          "Chromium",
          "Coc Coc Browser",
          "DuckDuckGo",
          "Edge",
          "Facebook",
          "Firefox",
          "Firefox Focus",
          "Google App",
          "HeyTapBrowser",
          "Huawei Browser",
          "Instagram",
          "Internet Explorer",
          "KakaoTalk",
          "Line",
          "LinkedIn",
          "Messenger",
          "Miui Browser",
          "Opera",
          "Opera Mini",
          "Openwave",
          "Pinterest",
          "QQBrowser",
          "Safari",
          "SamsungBrowser",
          "Snapchat",
          "TikTok",
          "Twitter",
          "UCBrowser",
          "Unknown",
          "Viber",
          "Vivaldi",
          "VivoBrowser",
          "WeChat",
          "Whale",
          "Yandex Browser",
          "Zalo");

  /** The usual operating systems in events. A site's own events may have others. */
  private static final List<String> SYSTEMS =
      List.of(
          "Android",
          "Chrome OS",
          "iOS",
          "KaiOS",
          "Linux",
          "Mac OS",
          "Tizen",
          "Ubuntu",
          "Unknown",
          "Windows NT",
          "Windows Phone");

  /** ISO 3166-1, and Kosovo, which databases of addresses list as well. */
  private static final Set<String> COUNTRIES = countries();

  private static final Pattern HOST = Pattern.compile("[^/?#\\p{Cntrl}]*");
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final int LONGEST_LANGUAGE = 3;

  private FilterValue() {}

  /**
   * Returns the form in which events have the value.
   *
   * @throws FieldViolationException if no event can have it. It names the words or the form.
   */
  static String of(Dimension dimension, String value) {
    return switch (dimension) {
      case PAGE, ENTRY -> page(dimension, value);
      case SOURCE -> source(value);
      case DEVICE -> value.isEmpty() ? "Unknown" : word(dimension, value, DEVICES);
      case COUNTRY -> value.isEmpty() ? "" : word(dimension, value, COUNTRIES);
      case LANGUAGE -> value.isEmpty() ? "" : language(value);
      case BROWSER, SYSTEM -> value.isEmpty() ? "Unknown" : value;
      default -> value;
    };
  }

  /**
   * The usual names of a dimension whose values are an open set of names. Empty for the others. A
   * value beside them is right only if the events of a site have it.
   */
  static List<String> usualNames(Dimension dimension) {
    return switch (dimension) {
      case BROWSER -> BROWSERS;
      case SYSTEM -> SYSTEMS;
      default -> List.of();
    };
  }

  /**
   * Returns the form in which events have a text that is searched: pages are stored as they are
   * shown, decoded and composed.
   */
  static String search(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (!ENCODED.matcher(composed).find()) {
      return composed;
    }
    String path = composed.startsWith("/") ? composed : "/" + composed;
    String decoded = PagePath.of(path);
    return composed.startsWith("/") ? decoded : decoded.substring(1);
  }

  private static String page(Dimension dimension, String value) {
    if (!value.startsWith("/")) {
      throw form(dimension, "must be the path of a page that begins with /", "/.*");
    }
    return PagePath.of(value);
  }

  private static String source(String value) {
    if (!HOST.matcher(value).matches()) {
      throw form(Dimension.SOURCE, "must be a host like google.com, no path", HOST.pattern());
    }
    return Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  private static String language(String value) {
    try {
      var locale = new Locale.Builder().setLanguageTag(value.replace('_', '-')).build();
      int length = locale.getLanguage().length();
      if (length > 0 && length <= LONGEST_LANGUAGE) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException e) {
      // Refused below.
    }
    throw form(Dimension.LANGUAGE, "must be a language tag like vi or en-US", "[a-z]{2,3}(-.+)?");
  }

  private static String word(Dimension dimension, String value, Collection<String> words) {
    for (String word : words) {
      if (word.equalsIgnoreCase(value)) {
        return word;
      }
    }
    throw FieldViolationException.choice(dimension.label(), words);
  }

  private static FieldViolationException form(Dimension dimension, String detail, String pattern) {
    return new FieldViolationException(
        dimension.label(), Rule.FORMAT, detail, Map.of("pattern", pattern));
  }

  private static Set<String> countries() {
    var codes = new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
    codes.add("XK");
    return codes;
  }
}
