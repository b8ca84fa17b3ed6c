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
 * A page view or heartbeat: the value of {@code page-views}.
 *
 * @param v schema version, 1
 * @param id event id. An id is counted once in 24 h.
 * @param kind view or heartbeat
 * @param site site id
 * @param day site's local day of {@code at}, for which the event is counted
 * @param visitor pseudonym of that day, 16 hex digits. Null if the visitor opted out of tracking
 *     (Global Privacy Control). Then the event counts as a view and not as a visit.
 * @param at instant of the event, by the collector's clock
 * @param received instant of receipt. {@code at} is at most 24 h earlier.
 * @param page path of the page with the site's page parameters, at most {@value #PAGE_LIMIT}
 *     characters
 * @param title the page's title, at most {@value #TITLE_LIMIT} characters
 * @param referrer host and path of the referring page, without its query. If the browser sent none,
 *     the word by which a campaign tag or click id names the source, e.g. {@code zalo}.
 * @param language the browser's first language, e.g. {@code vi}
 * @param agent properties of the user agent
 * @param view id of the view a heartbeat belongs to
 * @param engagedMs engaged time in milliseconds since the last event of the same view, 0 to 24 h
 * @param country country of the address, ISO 3166-1 alpha-2 ({@code VN}), or null if it is unknown
 * @param campaign tags of the link that led to the page, or null if it has none. They are not a
 *     part of {@code page}. Events of earlier versions have none.
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
    @Nullable String country,
    @Nullable Campaign campaign) {
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

  /** Tells if a bot sent the event. */
  @JsonIgnore
  public boolean isBot() {
    return agent.bot() != null;
  }

  /** Starts to build an event. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the components of an event. It is used by one thread. */
  public static final class Builder {
    private @Nullable UUID id;
    private EventKind kind = EventKind.VIEW;
    private @Nullable String site;
    private @Nullable LocalDate day;
    private @Nullable String visitor;
    private @Nullable Instant at;
    private @Nullable Instant received;
    private @Nullable String page;
    private @Nullable String title;
    private @Nullable String referrer;
    private @Nullable String language;
    private Agent agent = Agent.UNKNOWN;
    private @Nullable UUID view;
    private long engagedMs;
    private @Nullable String country;
    private @Nullable Campaign campaign;

    private Builder() {}

    public Builder id(UUID id) {
      this.id = id;
      return this;
    }

    public Builder kind(EventKind kind) {
      this.kind = kind;
      return this;
    }

    public Builder site(String site) {
      this.site = site;
      return this;
    }

    public Builder day(LocalDate day) {
      this.day = day;
      return this;
    }

    public Builder visitor(@Nullable String visitor) {
      this.visitor = visitor;
      return this;
    }

    public Builder at(Instant at) {
      this.at = at;
      return this;
    }

    public Builder received(Instant received) {
      this.received = received;
      return this;
    }

    public Builder page(String page) {
      this.page = page;
      return this;
    }

    public Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    public Builder referrer(@Nullable String referrer) {
      this.referrer = referrer;
      return this;
    }

    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    public Builder agent(Agent agent) {
      this.agent = agent;
      return this;
    }

    public Builder view(@Nullable UUID view) {
      this.view = view;
      return this;
    }

    public Builder engagedMs(long engagedMs) {
      this.engagedMs = engagedMs;
      return this;
    }

    public Builder country(@Nullable String country) {
      this.country = country;
      return this;
    }

    public Builder campaign(@Nullable Campaign campaign) {
      this.campaign = campaign;
      return this;
    }

    /**
     * Builds an event.
     *
     * @throws IllegalArgumentException if a component is missing or invalid
     */
    @SuppressWarnings("NullAway") // The compact constructor refuses null.
    public PageView build() {
      return new PageView(
          VERSION, id, kind, site, day, visitor, at, received, page, title, referrer, language,
          agent, view, engagedMs, country, campaign);
    }
  }
}
