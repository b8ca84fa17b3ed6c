package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.http.Problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as sent by a page. The values have the right types but are not validated yet.
 *
 * @param index position in the array, or null for a single event
 * @param dropped side fields whose values could not be used. Their values are null, 0 or, to be on
 *     the safe side, anonymous.
 * @param faults other fields that could not be read
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
    List<String> dropped,
    List<Fault> faults) {
  IncomingEvent {
    dropped = List.copyOf(dropped);
    faults = List.copyOf(faults);
  }

  /** Starts to build an event. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the components of an event. It is used by one thread. */
  static final class Builder {
    private @Nullable Integer index;
    private @Nullable UUID id;
    private EventKind kind = EventKind.VIEW;
    private @Nullable String site;
    private @Nullable String page;
    private @Nullable String title;
    private @Nullable String referrer;
    private @Nullable String language;
    private @Nullable UUID view;
    private long engagedMs;
    private long ageMs;
    private boolean anonymous;
    private final List<String> dropped = new ArrayList<>(0);
    private final List<Fault> faults = new ArrayList<>(0);

    private Builder() {}

    Builder index(@Nullable Integer index) {
      this.index = index;
      return this;
    }

    Builder id(@Nullable UUID id) {
      this.id = id;
      return this;
    }

    Builder kind(EventKind kind) {
      this.kind = kind;
      return this;
    }

    Builder site(@Nullable String site) {
      this.site = site;
      return this;
    }

    Builder page(@Nullable String page) {
      this.page = page;
      return this;
    }

    Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    Builder referrer(@Nullable String referrer) {
      this.referrer = referrer;
      return this;
    }

    Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    Builder view(@Nullable UUID view) {
      this.view = view;
      return this;
    }

    Builder engagedMs(long engagedMs) {
      this.engagedMs = engagedMs;
      return this;
    }

    Builder ageMs(long ageMs) {
      this.ageMs = ageMs;
      return this;
    }

    Builder anonymous(boolean anonymous) {
      this.anonymous = anonymous;
      return this;
    }

    /** Adds a side field whose value cannot be used. */
    Builder dropped(String field) {
      dropped.add(field);
      return this;
    }

    /** Adds a fault of a field. The index must be set before. */
    Builder fault(String field, String detail) {
      faults.add(new Fault(index, field, Reason.INVALID, detail));
      return this;
    }

    /**
     * Builds an event.
     *
     * @throws IllegalArgumentException if a component is missing or invalid
     */
    IncomingEvent build() {
      return new IncomingEvent(
          index, id, kind, site, page, title, referrer, language, view, engagedMs, ageMs, anonymous,
          dropped, faults);
    }
  }
}
