package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A valid event without its visitor, user agent and country.
 *
 * @param site site id
 * @param day the site's local day of the event
 * @param endedDay the day before, if it ended within the last minutes in which a visitor of it may
 *     be online. Otherwise null
 * @param anonymous true: the event gets no visitor
 * @param event the other components. It is changed by {@link #enrich}.
 */
record UnenrichedEvent(
    String site,
    LocalDate day,
    @Nullable LocalDate endedDay,
    boolean anonymous,
    PageView.Builder event) {
  /** Adds what is missing and builds the event. */
  PageView enrich(@Nullable String visitor, Agent agent, @Nullable String country) {
    return event.site(site).day(day).visitor(visitor).agent(agent).country(country).build();
  }
}
