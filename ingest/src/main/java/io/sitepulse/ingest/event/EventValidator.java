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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates one event. The result is an event to enrich, or all faults. */
final class EventValidator {
  /** Largest age of an event. */
  static final Duration OLDEST = Duration.ofDays(1);

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

  private final IncomingEvent sent;
  private final ClientInfo clientInfo;
  private final List<Fault> faults;

  private EventValidator(IncomingEvent sent, ClientInfo clientInfo) {
    this.sent = sent;
    this.clientInfo = clientInfo;
    this.faults = new ArrayList<>(sent.faults());
  }

  /**
   * The result of the validation.
   *
   * @param draft valid event, or null if it is refused
   * @param faults faults, empty for a valid event
   */
  record Judgement(@Nullable UnenrichedEvent draft, List<Fault> faults) {}

  static Judgement judge(IncomingEvent sent, ClientInfo clientInfo, SiteLookup siteLookup) {
    var rules = new EventValidator(sent, clientInfo);
    UnenrichedEvent draft = rules.draft(siteLookup);
    return rules.faults.isEmpty()
        ? new Judgement(draft, List.of())
        : new Judgement(null, rules.faults);
  }

  private @Nullable UnenrichedEvent draft(SiteLookup siteLookup) {
    Site site = site(siteLookup);
    String page = page(site);
    String title = title();
    String language = language();
    checkTimes();
    if (site == null || page == null || !faults.isEmpty()) {
      return null;
    }
    Instant at = clientInfo.received().minusMillis(sent.ageMs());
    var event =
        PageView.builder()
            .id(sent.id() == null ? UUID.randomUUID() : sent.id())
            .kind(sent.kind())
            .at(at)
            .received(clientInfo.received())
            .page(page)
            .title(title)
            .referrer(referrer())
            .language(language)
            .view(sent.view())
            .engagedMs(sent.engagedMs());
    return new UnenrichedEvent(
        site.id(), site.dayAt(at), clientInfo.anonymous() || sent.anonymous(), event);
  }

  private @Nullable Site site(SiteLookup siteLookup) {
    if (sent.site() == null) {
      missing("site");
      return null;
    }
    Site site = siteLookup.byId(sent.site());
    if (site == null) {
      fault("site", Reason.UNKNOWN_SITE, "is not registered");
    } else if (!site.allows(clientInfo.origin())) {
      fault("site", Reason.ORIGIN, "does not take events from pages of this origin");
    }
    return site;
  }

  private @Nullable String page(@Nullable Site site) {
    if (sent.page() == null) {
      missing("page");
      return null;
    }
    List<String> kept = site == null ? List.of() : site.pageParameters();
    String page = PageAddress.page(sent.page(), kept);
    if (page == null) {
      fault("page", Reason.INVALID, "must be a path from / on, or an http(s) address");
    } else if (page.length() > PAGE_LIMIT) {
      fault("page", Reason.INVALID, "must be at most " + PAGE_LIMIT + " characters");
    }
    return page;
  }

  private @Nullable String title() {
    String title = CleanText.of(sent.title());
    if (title != null && title.length() > TITLE_LIMIT) {
      fault("title", Reason.INVALID, "must be at most " + TITLE_LIMIT + " characters");
    }
    return title;
  }

  /**
   * Cuts a long referrer. The event is not refused, because another site determines the referrer.
   */
  private @Nullable String referrer() {
    String referrer = PageAddress.referrer(sent.referrer());
    return referrer == null ? null : CleanText.cut(referrer, REFERRER_LIMIT);
  }

  private @Nullable String language() {
    String language = sent.language();
    if (language == null || language.isEmpty()) {
      return clientInfo.language();
    }
    if (!LANGUAGE.matcher(language).matches()) {
      fault("language", Reason.INVALID, "must be a language tag of 1 to 35 characters, as vi-VN");
    }
    return language;
  }

  private void checkTimes() {
    if (sent.engagedMs() < 0 || sent.engagedMs() > PageView.ENGAGED_LIMIT_MS) {
      fault("engagedMs", Reason.INVALID, "must be 0 to " + PageView.ENGAGED_LIMIT_MS);
    }
    if (sent.ageMs() < 0) {
      fault("ageMs", Reason.INVALID, "must be 0 to " + OLDEST.toMillis());
    } else if (sent.ageMs() > OLDEST.toMillis()) {
      fault("ageMs", Reason.TOO_OLD, "must be at most " + OLDEST.toMillis() + " (24 hours)");
    }
  }

  private void missing(String field) {
    if (faults.stream().noneMatch(fault -> fault.field().equals(field) || isWhole(fault))) {
      fault(field, Reason.INVALID, "is missing");
    }
  }

  /** Tells if the event is not an object. Then no field is reported as missing. */
  private static boolean isWhole(Fault fault) {
    return fault.field().equals("event");
  }

  private void fault(String field, Reason reason, String detail) {
    faults.add(new Fault(sent.index(), field, reason, detail));
  }
}
