package io.sitepulse.dashboard.report;

import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.event.RejectionCounts;
import java.util.List;
import java.util.Map;

/**
 * Events that collectors refused. They are in no ledger, because they were answered with an error
 * and not stored.
 *
 * @param total sum of all reasons
 * @param reasons events by their first fault
 * @param origins the most frequent origins of the pages, most first
 */
public record RefusedEvents(long total, Map<Reason, Long> reasons, List<Origin> origins) {
  public static final RefusedEvents NONE = new RefusedEvents(0, Map.of(), List.of());

  public RefusedEvents {
    reasons = RejectionCounts.copyOf(reasons);
    origins = List.copyOf(origins);
  }

  /** Sums the reasons. */
  public static RefusedEvents of(Map<Reason, Long> reasons, List<Origin> origins) {
    return new RefusedEvents(RejectionCounts.sum(reasons), reasons, origins);
  }

  /**
   * The refused events of one site from pages of one origin.
   *
   * @param site site id
   * @param origin the origin of the pages, empty if none was sent, {@code *} for others
   * @param allowed true if the site takes events of this origin now
   */
  public record Origin(String site, Reason reason, String origin, long events, boolean allowed) {}
}
