package io.sitepulse.streams.visit;

import io.sitepulse.contract.validation.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The visits of one visitor on one local day: intervals of event time, in order, more than {@link
 * #GAP} apart. The same views give the same visits in whatever order they come.
 *
 * <pre>
 *   |--visit--|      &gt; 30 min      |--visit--|
 *                 ^ a late view here, within 30 min of both, joins them: one visit less
 * </pre>
 *
 * @param visits at least one as soon as the visitor has a view
 */
public record VisitDay(List<Visit> visits) {
  /** Views up to and including this far apart belong to one visit. */
  public static final Duration GAP = Duration.ofMinutes(30);

  /** A visitor-day without a view. */
  public static final VisitDay NONE = new VisitDay(List.of());

  public VisitDay {
    visits = List.copyOf(visits);
    for (int i = 1; i < visits.size(); i++) {
      if (visits.get(i).first() - visits.get(i - 1).last() <= GAP.toMillis()) {
        throw new IllegalArgumentException("visits must be more than 30 minutes apart");
      }
    }
  }

  /**
   * One visit.
   *
   * @param first its first view, epoch milliseconds
   * @param last its last view, epoch milliseconds
   */
  public record Visit(long first, long last) {
    public Visit {
      if (first > last) {
        throw new IllegalArgumentException("a visit must not end before it begins");
      }
    }

    private boolean reaches(long at) {
      return at >= first - GAP.toMillis() && at <= last + GAP.toMillis();
    }

    private Visit with(Visit other) {
      return new Visit(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /**
   * What one view changed.
   *
   * @param after the visits then
   * @param visits +1 opened one, 0 fell into or stretched one, -1 joined two
   * @param visitors 1 if it is the visitor's first view of the day, else 0
   */
  public record Change(VisitDay after, int visits, int visitors) {
    /** What a view changes that is nobody's, or an event that is no view. */
    public static final Change NOTHING = new Change(NONE, 0, 0);

    public Change {
      Require.present(after, "after");
    }

    /** How many visits disappeared in another. */
    public int merged() {
      return Math.max(0, -visits);
    }
  }

  /** These with one more view. */
  public Change add(Instant view) {
    long at = view.toEpochMilli();
    var apart = new ArrayList<Visit>();
    Visit joined = new Visit(at, at);
    for (Visit visit : visits) {
      if (visit.reaches(at)) {
        joined = joined.with(visit);
      } else {
        apart.add(visit);
      }
    }
    apart.add(positionOf(at, apart), joined);
    var after = new VisitDay(apart);
    return new Change(after, after.visits.size() - visits.size(), visits.isEmpty() ? 1 : 0);
  }

  private static int positionOf(long at, List<Visit> visits) {
    return (int) visits.stream().filter(visit -> visit.last() < at).count();
  }
}
