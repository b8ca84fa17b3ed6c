package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.runtime.http.Problem.Fault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a page sent it: each value has the right type, none is judged yet.
 *
 * @param index its place in the array, null if it came alone
 * @param faults what could not be read; its values are null
 */
record IncomingEvent(
    @Nullable Integer index,
    @Nullable UUID id,
    EventKind kind,
    @Nullable String site,
    @Nullable String page,
    @Nullable String title,
    @Nullable String referrer,
    @Nullable String language,
    @Nullable UUID view,
    long engagedMs,
    long ageMs,
    boolean anonymous,
    List<Fault> faults) {
  IncomingEvent {
    faults = List.copyOf(faults);
  }
}
