package io.sitepulse.ingest.event;

import static io.sitepulse.contract.event.PageView.PAGE_LIMIT;
import static io.sitepulse.contract.event.PageView.REFERRER_LIMIT;
import static io.sitepulse.contract.event.PageView.TITLE_LIMIT;

import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import io.sitepulse.runtime.http.Problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates events. Thread-safe. */
public final class EventValidator {
  /** Largest age of an event. */
  static final Duration OLDEST = Duration.ofDays(1);

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

  private final Function<String, @Nullable Site> sites;

  /**
   * Creates a validator.
   *
   * @param sites finds a site by its id. Returns null if it does not exist or is archived.
   */
  public EventValidator(Function<String, @Nullable Site> sites) {
    this.sites = sites;
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
    String title = title(sent, faults);
    String language = language(sent, client, faults);
    checkTimes(sent, faults);
    if (site == null || page == null || !faults.isEmpty()) {
      return null;
    }
    Instant at = client.received().minusMillis(sent.ageMs());
    var event =
        PageView.builder()
            .id(sent.id() == null ? UUID.randomUUID() : sent.id())
            .kind(sent.kind())
            .at(at)
            .received(client.received())
            .page(page)
            .title(title)
            .referrer(referrer(sent))
            .language(language)
            .view(sent.view())
            .engagedMs(sent.engagedMs());
    return new UnenrichedEvent(
        site.id(), site.dayAt(at), client.anonymous() || sent.anonymous(), event);
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
    } else if (page.length() > PAGE_LIMIT) {
      fault(sent, faults, "page", Reason.INVALID, "must be at most " + PAGE_LIMIT + " characters");
    }
    return page;
  }

  private static @Nullable String title(IncomingEvent sent, List<Fault> faults) {
    String title = CleanText.of(sent.title());
    if (title != null && title.length() > TITLE_LIMIT) {
      fault(
          sent, faults, "title", Reason.INVALID, "must be at most " + TITLE_LIMIT + " characters");
    }
    return title;
  }

  /**
   * Cuts a long referrer. The event is not refused, because another site determines the referrer.
   */
  private static @Nullable String referrer(IncomingEvent sent) {
    String referrer = PageAddress.referrer(sent.referrer());
    return referrer == null ? null : CleanText.cut(referrer, REFERRER_LIMIT);
  }

  private static @Nullable String language(
      IncomingEvent sent, ClientInfo client, List<Fault> faults) {
    String language = sent.language();
    if (language == null || language.isEmpty()) {
      return client.language();
    }
    if (!LANGUAGE.matcher(language).matches()) {
      fault(
          sent,
          faults,
          "language",
          Reason.INVALID,
          "must be a language tag of 1 to 35 characters, as vi-VN");
    }
    return language;
  }

  private static void checkTimes(IncomingEvent sent, List<Fault> faults) {
    if (sent.engagedMs() < 0 || sent.engagedMs() > PageView.ENGAGED_LIMIT_MS) {
      fault(sent, faults, "engagedMs", Reason.INVALID, "must be 0 to " + PageView.ENGAGED_LIMIT_MS);
    }
    if (sent.ageMs() < 0) {
      fault(sent, faults, "ageMs", Reason.INVALID, "must be 0 to " + OLDEST.toMillis());
    } else if (sent.ageMs() > OLDEST.toMillis()) {
      fault(
          sent,
          faults,
          "ageMs",
          Reason.TOO_OLD,
          "must be at most " + OLDEST.toMillis() + " (24 hours)");
    }
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
