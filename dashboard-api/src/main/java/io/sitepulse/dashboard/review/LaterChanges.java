package io.sitepulse.dashboard.review;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.dashboard.review.document.PastDefinitions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Picks the later changes of definitions that concern a review: those of its sites, of their groups
 * and polls, and of targets whose sites the reader sees. A log has many, so ids are looked up.
 */
final class LaterChanges {
  private final Scope scope;
  private final Period period;
  private final Collection<Site> all;
  private final Set<String> sites;
  private final Set<String> groups;
  private final Set<String> visible;

  /**
   * Prepares the choice for a review.
   *
   * @param reportQuery with the sites of the review
   * @param visible with all sites that the reader may see, also later ones
   * @param all all sites
   */
  LaterChanges(ReportQuery reportQuery, ReportQuery visible, Collection<Site> all) {
    this.scope = reportQuery.scope();
    this.period = reportQuery.period();
    this.all = all;
    this.sites = ids(reportQuery.sites());
    this.groups =
        reportQuery.sites().stream()
            .flatMap(site -> Optional.ofNullable(site.group()).stream())
            .collect(Collectors.toSet());
    this.visible = ids(visible.sites());
  }

  /** Returns the changes that concern the review. */
  List<Change> of(List<Change> changes) {
    return changes.stream().filter(this::concerns).toList();
  }

  private boolean concerns(Change change) {
    String kind = change.action().substring(0, change.action().indexOf('.'));
    return switch (kind) {
      case "site" -> sites.contains(change.subject());
      case "group" ->
          scope.equals(Scope.group(change.subject())) || groups.contains(change.subject());
      case "poll" -> {
        String site = PastDefinitions.text(change.before(), "site");
        yield site != null && sites.contains(site);
      }
      case "target" -> concerns(change.before()) || concerns(change.after());
      default -> false;
    };
  }

  private boolean concerns(@Nullable Map<String, @Nullable Object> state) {
    Target target = PastDefinitions.target(state);
    if (target == null || !overlap(target.period(), period)) {
      return false;
    }
    var members = all.stream().filter(target.scope()::contains).map(Site::id).toList();
    return !members.isEmpty() && visible.containsAll(members);
  }

  /** A half-year's review has the targets of its year and those of its months. */
  static boolean overlap(Period one, Period other) {
    return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
  }

  private static Set<String> ids(Collection<Site> sites) {
    return sites.stream().map(Site::id).collect(Collectors.toSet());
  }
}
