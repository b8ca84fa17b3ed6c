package io.sitepulse.dashboard.state;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a site.
 *
 * @param site site id
 * @param group id of its group
 * @param lastSignal instant of the last event that was accepted, null if there was none. It may be
 *     some seconds later than the event.
 * @param yesterday views of the last full day beside the usual ones, null if there was no signal
 * @param refusals what was refused
 * @param scripts versions of the script on the last day with page views by one, the most frequent
 *     first
 */
record SiteState(
    String site,
    String name,
    @Nullable String group,
    State state,
    @Nullable Instant lastSignal,
    @Nullable Traffic yesterday,
    @JsonUnwrapped Refusals refusals,
    List<Script> scripts) {
  SiteState {
    scripts = List.copyOf(scripts);
  }

  /** The states, of which a site has one. */
  enum State implements Labelled {
    /** It takes no events. */
    ARCHIVED("archived"),
    /** No event was ever accepted. */
    NEVER("never"),
    /** Days were imported, but no event was ever accepted. */
    IMPORTED("imported"),
    /** Events were accepted, but none counted as a view, for example those of robots. */
    VIEWLESS("viewless"),
    /** No page was viewed by a visitor yesterday or today. */
    SILENT("silent"),
    /** Yesterday had less than half the usual views. */
    FELL("fell"),
    /** Yesterday had more than double the usual views. */
    ROSE("rose"),
    /** It counts as usual. */
    COUNTING("counting");

    private final String label;

    State(String label) {
      this.label = label;
    }

    @Override
    @JsonValue
    public String label() {
      return label;
    }
  }

  /**
   * Views of a day beside the usual ones.
   *
   * @param usual average of the same weekday of the four weeks before, null if there are fewer than
   *     two such days
   */
  record Traffic(LocalDate day, long views, @Nullable Double usual) {}

  /**
   * Refused events of a site.
   *
   * @param refused events refused in the last {@link StateRules#REFUSED_DAYS} days
   * @param refusedOrigins the most frequent origins of these events
   */
  record Refusals(long refused, List<Origin> refusedOrigins) {
    Refusals {
      refusedOrigins = List.copyOf(refusedOrigins);
    }
  }

  /**
   * A version of the script that pages of a site run.
   *
   * @param version the version, empty if the pages send none, {@code *} for others
   * @param requests requests with accepted events, a number of the right size only
   * @param older true if the version is older than that of this release
   */
  record Script(String version, long requests, boolean older) {}

  /**
   * Refused events from pages of an origin.
   *
   * @param origin the origin, empty if none was sent, {@code *} for others
   */
  record Origin(String origin, long events) {}
}
