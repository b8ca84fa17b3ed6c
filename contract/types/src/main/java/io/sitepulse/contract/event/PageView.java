package io.sitepulse.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page view or heartbeat as it travels in {@code page-views}.
 *
 * @param v schema version, 1
 * @param id event id; the same id is counted once in 24 h
 * @param kind view or heartbeat
 * @param site site id
 * @param day the site's local day of {@code at}; the day it counts for
 * @param visitor pseudonym of that day, 16 hex digits; null where the visitor asked not to be
 *     followed (Global Privacy Control): counts as a view and as nobody's visit
 * @param at when it happened, by the collector's clock
 * @param received when the collector took it; {@code at} lies at most 24 h before
 * @param page the page's path with the parameters the site keeps, at most {@value #PAGE_LIMIT}
 *     characters
 * @param title the page's title, at most {@value #TITLE_LIMIT} characters
 * @param referrer host and path of the page it came from, never with a query
 * @param language the browser's first language, e.g. {@code vi}
 * @param agent what the user agent says
 * @param view id of the view a heartbeat belongs to
 * @param engagedMs milliseconds engaged since the last event of the same view, 0 to 24 h
 * @param country where the address is, ISO 3166-1 alpha-2 ({@code VN}); null where the operator
 *     gave no GeoIP file or it does not know
 */
public record PageView(
    int v,
    UUID id,
    EventKind kind,
    String site,
    LocalDate day,
    @Nullable String visitor,
    Instant at,
    Instant received,
    String page,
    @Nullable String title,
    @Nullable String referrer,
    @Nullable String language,
    Agent agent,
    @Nullable UUID view,
    long engagedMs,
    @Nullable String country) {
  public static final int VERSION = 1;
  public static final int PAGE_LIMIT = 1024;
  public static final int TITLE_LIMIT = 300;
  public static final int REFERRER_LIMIT = 512;
  public static final long ENGAGED_LIMIT_MS = 86_400_000;

  private static final Pattern VISITOR = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

  public PageView {
    Require.present(id, "id");
    Require.present(kind, "kind");
    Site.checkId(site);
    Require.present(day, "day");
    Require.present(at, "at");
    Require.present(received, "received");
    Require.present(agent, "agent");
    if (visitor != null) {
      Require.matches(visitor, VISITOR, "visitor");
    }
    Require.text(page, PAGE_LIMIT, "page");
    Require.atMost(title, TITLE_LIMIT, "title");
    Require.atMost(referrer, REFERRER_LIMIT, "referrer");
    if (language != null) {
      Require.matches(language, LANGUAGE, "language");
    }
    if (country != null) {
      Require.matches(country, COUNTRY, "country");
    }
    Require.range(engagedMs, 0, ENGAGED_LIMIT_MS, "engagedMs");
  }

  /** Whether a robot sent it. */
  @JsonIgnore
  public boolean isBot() {
    return agent.bot() != null;
  }
}
