package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a period come from.
 *
 * @param importedViews page views of closed days that were brought in without their events
 * @param firstDays the first day with figures by site id, of its predecessors too. A site without
 *     figures is missing
 * @param publicTotal what counters show at the end of the period. Null if it has not begun
 * @param baselines baselines of these sites and of their predecessors
 */
public record DataOrigin(
    long importedViews,
    Map<String, LocalDate> firstDays,
    @Nullable PublicTotal publicTotal,
    Baselines baselines) {
  public DataOrigin {
    firstDays = Map.copyOf(firstDays);
  }

  /**
   * The baselines of sites as they were at the end of a period. Of a site that was registered
   * later, or whose registration is not in the log, the baseline that was first entered later
   * counts: the site was brought in with its history.
   *
   * @param known baselines by site id. A site without one is missing
   * @param changes changes until the end of the period, the oldest first
   * @param later changes after it, the oldest first
   */
  public record Baselines(
      Map<String, Baseline> known,
      List<Overview.BaselineChange> changes,
      List<Overview.BaselineChange> later) {
    public static final Baselines NONE = new Baselines(Map.of(), List.of(), List.of());

    public Baselines {
      known = Map.copyOf(known);
      changes = List.copyOf(changes);
      later = List.copyOf(later);
    }

    /**
     * The baselines of sites at the end of a local day of each.
     *
     * @param all all changes of their baselines, the oldest first
     * @param registered when sites were registered, by id
     */
    public static Baselines of(
        Collection<Site> sites,
        List<Overview.BaselineChange> all,
        Map<String, Instant> registered,
        LocalDate day) {
      Map<String, Instant> ends =
          sites.stream()
              .collect(
                  Collectors.toMap(
                      Site::id,
                      site -> day.plusDays(1).atStartOfDay(site.zone()).toInstant(),
                      (one, other) -> one));
      var parts =
          all.stream()
              .collect(
                  Collectors.partitioningBy(
                      change ->
                          change.at().isBefore(ends.getOrDefault(change.site(), change.at()))));
      var changes = parts.getOrDefault(true, List.of());
      var later = parts.getOrDefault(false, List.of());
      var known = new HashMap<String, Baseline>();
      for (Site site : sites) {
        Instant at = registered.get(site.id());
        boolean isNew = at == null || !at.isBefore(ends.getOrDefault(site.id(), at));
        Baseline baseline = baseline(site, of(site, changes), of(site, later), isNew);
        if (baseline != null) {
          known.put(site.id(), baseline);
        }
      }
      return new Baselines(known, changes, later);
    }

    private static List<Overview.BaselineChange> of(
        Site site, List<Overview.BaselineChange> changes) {
      return changes.stream().filter(change -> change.site().equals(site.id())).toList();
    }

    private static @Nullable Baseline baseline(
        Site site,
        List<Overview.BaselineChange> changes,
        List<Overview.BaselineChange> later,
        boolean isNew) {
      if (later.isEmpty()) {
        return site.baseline();
      }
      Baseline then =
          changes.isEmpty() ? later.get(0).before() : changes.get(changes.size() - 1).after();
      return then != null || !isNew
          ? then
          : later.stream()
              .map(Overview.BaselineChange::after)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
  }

  /**
   * The public total of all sites at the end of a day.
   *
   * @param until that day
   * @param baseline sum of the baselines until then
   * @param days sum of all days until then
   * @param later names of sites whose baseline ends after that day. It is not in the sum
   */
  public record PublicTotal(LocalDate until, DaySums baseline, DaySums days, List<String> later) {
    public PublicTotal {
      later = List.copyOf(later);
    }

    /** The sum of baseline and days. */
    public DaySums total() {
      return baseline.plus(days);
    }
  }
}
