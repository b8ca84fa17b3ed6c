package io.sitepulse.ingest.event;

import static io.sitepulse.contract.event.PageView.PAGE_LIMIT;
import static io.sitepulse.contract.event.PageView.REFERRER_LIMIT;
import static io.sitepulse.contract.event.PageView.TITLE_LIMIT;

import io.sitepulse.contract.event.Campaign;
import io.sitepulse.contract.event.PagePath;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.http.Problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Validates events. Thread-safe.
 *
 * <p>Only what makes an event meaningless is refused: its id, kind, site, page and age. Side fields
 * are normalised, cut or dropped, and what was changed is counted.
 */
public final class EventValidator {
  /** Largest age of an event. */
  static final Duration OLDEST = Duration.ofDays(1);

  /** Time a visitor stays online after an event. */
  private static final Duration ONLINE = Duration.ofMinutes(5);

  private final Function<String, @Nullable Site> sites;
  private final CollectorMetrics metrics;

  /**
   * Creates a validator.
   *
   * @param sites finds a site by its id. Returns null if it does not exist or is archived.
   */
  public EventValidator(Function<String, @Nullable Site> sites, CollectorMetrics metrics) {
    this.sites = sites;
    this.metrics = metrics;
  }

  /**
   * Validates one event.
   *
   * @param faults the faults of reading the event. Those of its values are added.
   * @return the event to enrich, or null if there are faults
   */
  @Nullable UnenrichedEvent validate(IncomingEvent sent, ClientInfo client, List<Fault> faults) {
    Site site = site(sent, client, faults);
    String page = page(sent, site, faults);
    checkAge(sent, faults);
    if (site == null || page == null || !faults.isEmpty()) {
      return null;
    }
    sent.dropped().forEach(metrics::adjusted);
    var tags = CampaignTags.of(sent.page(), tag -> cut("campaign", tag, Campaign.TAG_LIMIT));
    Instant at = client.received().minusMillis(clamped("ageMs", sent.ageMs(), OLDEST.toMillis()));
    var event =
        PageView.builder()
            .id(sent.id() == null ? UUID.randomUUID() : sent.id())
            .kind(sent.kind())
            .at(at)
            .received(client.received())
            .page(cut("page", page, PAGE_LIMIT))
            .title(title(sent))
            .referrer(referrer(sent, client, tags))
            .campaign(tags.campaign())
            .language(language(sent, client))
            .view(sent.view())
            .engagedMs(clamped("engagedMs", sent.engagedMs(), PageView.ENGAGED_LIMIT_MS));
    LocalDate day = site.dayAt(at);
    return new UnenrichedEvent(
        site.id(),
        day,
        endedDay(site, day, client.received()),
        client.anonymous() || sent.anonymous(),
        event);
  }

  private static @Nullable LocalDate endedDay(Site site, LocalDate day, Instant received) {
    LocalDate before = site.dayAt(received.minus(ONLINE));
    return before.isBefore(day) ? before : null;
  }

  private @Nullable Site site(IncomingEvent sent, ClientInfo client, List<Fault> faults) {
    if (sent.site() == null) {
      missing(sent, faults, "site");
      return null;
    }
    Site site = sites.apply(sent.site());
    if (site == null) {
      fault(sent, faults, "site", Reason.UNKNOWN_SITE, "is not registered");
    } else if (!site.allows(client.origin())) {
      fault(sent, faults, "site", Reason.ORIGIN, "does not take events from pages of this origin");
    }
    return site;
  }

  private static @Nullable String page(
      IncomingEvent sent, @Nullable Site site, List<Fault> faults) {
    if (sent.page() == null) {
      missing(sent, faults, "page");
      return null;
    }
    List<String> kept = site == null ? List.of() : site.pageParameters();
    String page = PageAddress.page(sent.page(), kept);
    if (page == null) {
      fault(
          sent, faults, "page", Reason.INVALID, "must be a path from / on, or an http(s) address");
    }
    return page != null && site != null && site.ignoreEndSlash()
        ? PagePath.withoutEndSlash(page)
        : page;
  }

  private static void checkAge(IncomingEvent sent, List<Fault> faults) {
    if (sent.ageMs() > OLDEST.toMillis()) {
      fault(
          sent,
          faults,
          "ageMs",
          Reason.TOO_OLD,
          "must be at most " + OLDEST.toMillis() + " (24 hours)");
    }
  }

  private @Nullable String title(IncomingEvent sent) {
    String title = CleanText.of(sent.title());
    return title == null ? null : cut("title", title, TITLE_LIMIT);
  }

  /** The referring page, or the source that a tag names. A page of the same host is neither. */
  private @Nullable String referrer(IncomingEvent sent, ClientInfo client, CampaignTags tags) {
    String referrer = PageAddress.referrer(sent.referrer());
    if (referrer != null) {
      return PageAddress.isOfHost(referrer, client.origin())
          ? null
          : cut("referrer", referrer, REFERRER_LIMIT);
    }
    if (sent.referrer() != null && !sent.referrer().isBlank()) {
      metrics.adjusted("referrer");
    }
    return tags.source();
  }

  private @Nullable String language(IncomingEvent sent, ClientInfo client) {
    if (sent.language() == null || sent.language().isBlank()) {
      return client.language();
    }
    String language = ClientInfo.language(sent.language());
    if (!sent.language().equals(language)) {
      metrics.adjusted("language");
    }
    return language == null ? client.language() : language;
  }

  private String cut(String field, String text, int limit) {
    if (text.length() > limit) {
      metrics.adjusted(field);
    }
    return PagePath.cut(text, limit);
  }

  private long clamped(String field, long value, long most) {
    if (value < 0 || value > most) {
      metrics.adjusted(field);
    }
    return Math.max(0, Math.min(value, most));
  }

  private static void missing(IncomingEvent sent, List<Fault> faults, String field) {
    if (faults.stream().noneMatch(fault -> fault.field().equals(field) || isWhole(fault))) {
      fault(sent, faults, field, Reason.INVALID, "is missing");
    }
  }

  /** Tells if the event is not an object. Then no field is reported as missing. */
  private static boolean isWhole(Fault fault) {
    return fault.field().equals("event");
  }

  private static void fault(
      IncomingEvent sent, List<Fault> faults, String field, Reason reason, String detail) {
    faults.add(new Fault(sent.index(), field, reason, detail));
  }
}
