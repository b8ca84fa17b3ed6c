package io.sitepulse.ingest.useragent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs of automated software in a user agent: a crawler of the list, a word such as {@code bot} at
 * the end of a product name, an address of the operator, a tool that controls browsers.
 *
 * <p>Names of phones are no sign. Neither are letters within a token, because hashes and base64
 * contain any word.
 */
final class BotSigns {
  private static final CrawlerList CRAWLERS = CrawlerList.load();

  /** The model in the first comment of a browser on Android, after a language of old versions. */
  private static final Pattern MODEL =
      Pattern.compile(
          "^Mozilla/5\\.0 \\([^()]*?Android[ ;/-]?[\\d.]*; ?(?:[a-z]{2}(?:[-_][A-Za-z]{2})?; ?)?"
              + "(?<model>[^;()]*(?:\\([^()]*\\))?[^;()]*)");

  /** A comment that is no model. */
  private static final Pattern NO_MODEL = Pattern.compile("compatible|https?:|www\\.|@|\\+");

  /** A product whose name ends with what it does. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?:^|[ (;,+])(?<name>(?:[A-Za-z][A-Za-z.!_-]{0,30})?"
              + "(?:bots?|crawlers?|spider|scraper|scanner|fetcher|archiver|harvester|indexer"
              + "|validator|checker|monitor|monitoring|synthetics?|uptime|inspectiontool"
              + "|preview|lighthouse|pagespeed|externalagent|externalhit|externalfetcher))"
              + "(?=[/;), ]|$)",
          Pattern.CASE_INSENSITIVE);

  /** Tools that control browsers or measure pages. Their names are distinctive anywhere. */
  private static final Pattern TOOL =
      Pattern.compile(
          "Headless(?:Chrome|Shell|Edg|Firefox)?|PhantomJS|SlimerJS|Puppeteer|Playwright|Selenium"
              + "|WebDriver|Cypress/|jsdom|happy-dom|Splash/|Chrome-Lighthouse"
              + "|(?:Google )?Page ?Speed(?: Insights)?|InspectionTool|GTmetrix|StatusCake|Pingdom"
              + "|UptimeRobot|Site24x7|Datadog|Checkly|Catchpoint|NewRelic|Dynatrace|Ruxit"
              + "|SpeedCurve|WebPageTest|sitespeed\\.io|DareBoost|Yellow ?Lab|Uptrends|HetrixTools"
              + "|NodePing|Freshping|BetterStack|Better ?Uptime|Dotcom-?Monitor|AppDynamics"
              + "|Synthetic|Calibre/|DebugBear|Treo/|Rigor|Zabbix|Nagios|AlertSite|Apica"
              + "|Splunk|Elastic-Heartbeat|Blackbox Exporter|Prometheus",
          Pattern.CASE_INSENSITIVE);

  /** The address of an operator. Browser shells of Windows XP named the address of their maker. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "https?:/|\\bwww\\.[a-z]|[\\w.+-]@[\\w-]+\\.[a-z]|\\+[a-z][\\w-]*\\.[a-z]",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BROWSER_SHELL =
      Pattern.compile("bsalsa\\.com|srware\\.net|MSIE \\d");

  private BotSigns() {}

  /**
   * Returns the product name of a bot, an empty text if it has none, or null if there is no sign of
   * a bot.
   */
  static @Nullable String nameIn(String userAgent) {
    String text = withoutModel(userAgent);
    String listed = CRAWLERS.nameIn(text);
    if (listed != null) {
      return listed;
    }
    Matcher tool = TOOL.matcher(text);
    if (tool.find()) {
      return tool.group().replace("/", "");
    }
    Matcher role = ROLE.matcher(text);
    if (role.find()) {
      return role.group("name");
    }
    return CONTACT.matcher(text).find() && !BROWSER_SHELL.matcher(text).find() ? "" : null;
  }

  /** Removes the name of the phone or tablet. */
  static String withoutModel(String userAgent) {
    Matcher matcher = MODEL.matcher(userAgent);
    return matcher.find() && !NO_MODEL.matcher(matcher.group("model")).find()
        ? userAgent.substring(0, matcher.start("model")) + userAgent.substring(matcher.end("model"))
        : userAgent;
  }
}
