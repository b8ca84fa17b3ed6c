package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.PageView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid event that lacks its visitor, agent and country.
 *
 * @param anonymous true: it stays nobody's
 */
record UnenrichedEvent(
    UUID id,
    EventKind kind,
    String site,
    LocalDate day,
    Instant at,
    Instant received,
    String page,
    @Nullable String title,
    @Nullable String referrer,
    @Nullable String language,
    @Nullable UUID view,
    long engagedMs,
    boolean anonymous) {

  /** The whole event. */
  PageView by(@Nullable String visitor, Agent agent, @Nullable String country) {
    return new PageView(
        PageView.VERSION,
        id,
        kind,
        site,
        day,
        visitor,
        at,
        received,
        page,
        title,
        referrer,
        language,
        agent,
        view,
        engagedMs,
        country);
  }
}
