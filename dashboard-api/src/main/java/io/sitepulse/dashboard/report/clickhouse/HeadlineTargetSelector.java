package io.sitepulse.dashboard.report.clickhouse;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.runtime.table.TopicTable;
import java.util.Comparator;
import java.util.Optional;

/** Selects the target of a scope to show where there is room for one. Visits come first. */
final class HeadlineTargetSelector {
  private static final Comparator<Target> BY_METRIC =
      Comparator.comparing(Target::metric).thenComparing(Target::id);

  private final TopicTable<Target> targets;

  HeadlineTargetSelector(TopicTable<Target> targets) {
    this.targets = targets;
  }

  /** The target with the longest period around some days. */
  Optional<Target> longest(Scope scope, Period around) {
    return around(scope, around)
        .min(Comparator.comparingInt((Target target) -> -length(target)).thenComparing(BY_METRIC));
  }

  /** The target of a period, or else the one with the shortest period around it. */
  Optional<Target> shortest(Scope scope, Period around) {
    return around(scope, around)
        .min(Comparator.comparingInt(HeadlineTargetSelector::length).thenComparing(BY_METRIC));
  }

  private java.util.stream.Stream<Target> around(Scope scope, Period around) {
    return targets.all().stream()
        .filter(target -> target.scope().equals(scope))
        .filter(target -> target.period().contains(around.from()))
        .filter(target -> target.period().contains(around.to()));
  }

  private static int length(Target target) {
    return target.period().days();
  }
}
