package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.source.SourceNames;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The campaign tags and click ids in the query of a page's address as it was sent.
 *
 * <pre>
 * /tin?id=7&amp;utm_source=Zalo&amp;utm_campaign=chuy%E1%BB%83n+%C4%91%E1%BB%95i   Zalo, "chuyển đổi"
 * /tin?fbclid=IwAR0x                                        no campaign, from Facebook
 * </pre>
 */
final class CampaignTags {
  /** Beginnings of the names of tags: Google Analytics, Matomo, and Matomo's older name. */
  private static final List<String> PREFIXES = List.of("utm_", "mtm_", "pk_");

  /** Parameters that a provider adds to the links on its pages, with the provider's word. */
  private static final Map<String, String> CLICK_IDS =
      Map.ofEntries(
          Map.entry("zarsrc", "zalo"),
          Map.entry("fbclid", "facebook"),
          Map.entry("mibextid", "facebook"),
          Map.entry("gclid", "google"),
          Map.entry("gbraid", "google"),
          Map.entry("wbraid", "google"),
          Map.entry("dclid", "google"),
          Map.entry("gad_source", "google"),
          Map.entry("srsltid", "google"),
          Map.entry("msclkid", "bing"),
          Map.entry("ttclid", "tiktok"),
          Map.entry("twclid", "twitter"),
          Map.entry("igshid", "instagram"),
          Map.entry("igsh", "instagram"),
          Map.entry("li_fat_id", "linkedin"),
          Map.entry("yclid", "yandex"),
          Map.entry("mc_cid", "email"));

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What a page that wrote its links as HTML twice leaves in front of a name. */
  private static final String ESCAPED = "amp;";

  private final Map<String, String> parameters;
  private final UnaryOperator<String> shortened;

  private CampaignTags(Map<String, String> parameters, UnaryOperator<String> shortened) {
    this.parameters = parameters;
    this.shortened = shortened;
  }

  /**
   * Reads the address of a page.
   *
   * @param page path or address with its query, or null
   * @param shortened cuts a tag to {@link Campaign#TAG_LIMIT}
   */
  static CampaignTags of(@Nullable String page, UnaryOperator<String> shortened) {
    return new CampaignTags(page == null ? Map.of() : parameters(page), shortened);
  }

  /** The campaign, or null if no tag has a value. */
  @Nullable Campaign campaign() {
    if (parameters.isEmpty()) {
      return null;
    }
    var campaign =
        new Campaign(
            tag("campaign"), lower(tag("source")), lower(tag("medium")), term(), tag("content"));
    return campaign.isNone() ? null : campaign;
  }

  /**
   * The word of the source for an event without a referrer: of {@code utm_source}, else of a click
   * id, else of {@code utm_medium}. Null if none is known.
   */
  @Nullable String source() {
    if (parameters.isEmpty()) {
      return null;
    }
    return Stream.of(
            Optional.ofNullable(SourceNames.wordOf(tag("source"))),
            parameters.keySet().stream().map(CLICK_IDS::get).filter(Objects::nonNull).findFirst(),
            Optional.ofNullable(SourceNames.wordOf(tag("medium"))))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String term() {
    String term = tag("term"); // Of Matomo: keyword, or kwd for short.
    return term != null ? term : tag("keyword") != null ? tag("keyword") : tag("kwd");
  }

  private @Nullable String tag(String name) {
    return PREFIXES.stream()
        .map(prefix -> parameters.get(prefix + name))
        .filter(Objects::nonNull)
        .findFirst()
        .map(shortened)
        .orElse(null);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  /** The first value that is not empty of each parameter, by its name in lower case. */
  private static Map<String, String> parameters(String page) {
    String address = page.indexOf('#') < 0 ? page : page.substring(0, page.indexOf('#'));
    int mark = address.indexOf('?');
    if (mark < 0) {
      return Map.of();
    }
    var parameters = new LinkedHashMap<String, String>();
    for (String parameter : address.substring(mark + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String value = equals < 0 ? null : clean(parameter.substring(equals + 1));
      if (value != null) {
        parameters.putIfAbsent(name(parameter.substring(0, equals)), value);
      }
    }
    return parameters;
  }

  private static String name(String written) {
    String name = decoded(written).strip().toLowerCase(Locale.ROOT);
    return name.startsWith(ESCAPED) ? name.substring(ESCAPED.length()) : name;
  }

  private static @Nullable String clean(String written) {
    String text = Normalizer.normalize(decoded(written), Normalizer.Form.NFC);
    return CleanText.of(SPACES.matcher(text).replaceAll(" "));
  }

  private static String decoded(String written) {
    try {
      return URLDecoder.decode(written, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return written; // A percent sign that encodes nothing.
    }
  }
}
