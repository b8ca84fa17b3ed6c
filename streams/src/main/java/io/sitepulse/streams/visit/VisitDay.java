package io.sitepulse.streams.visit;

import io.sitepulse.contract.validation.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The visits of a visitor on a local day: intervals of event time in order, more than {@link #GAP}
 * apart. The same views give the same visits in whatever order they arrive.
 *
 * <pre>
 *   |--visit--|      &gt; 30 min      |--visit--|
 *                 ^ a late view here, within 30 min of both, joins them: one visit less
 * </pre>
 *
 * @param visits not empty once the visitor has a view
 */
public record VisitDay(List<Visit> visits) {
  /** Longest time between two views of one visit, inclusive. */
  public static final Duration GAP = Duration.ofMinutes(30);

  /** A visitor and day without a view. */
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
   * A visit.
   *
   * @param first time of its first view, epoch milliseconds
   * @param last time of its last view, epoch milliseconds
   */
  public record Visit(long first, long last) {
    /** Times beyond it are no times of events, and differences of them would overflow. */
    private static final long LIMIT = Long.MAX_VALUE / 4;

    public Visit {
      if (first > last) {
        throw new IllegalArgumentException("a visit must not end before it starts");
      }
      if (first < -LIMIT || last > LIMIT) {
        throw new IllegalArgumentException("a visit must be at a time of an event");
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
   * The change that one view makes.
   *
   * @param after the visits after the view
   * @param visits +1 if the view started a visit, 0 if it belongs to one, -1 if it joined two
   * @param visitors 1 if it is the first view of the visitor on this day, else 0
   */
  public record Change(VisitDay after, int visits, int visitors) {
    /** The change of an anonymous view, or of an event that is no view. */
    public static final Change NOTHING = new Change(NONE, 0, 0);

    public Change {
      Require.present(after, "after");
    }

    /** Number of visits that were merged into another. */
    public int merged() {
      return Math.max(0, -visits);
    }
  }

  /** Adds a view. */
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
