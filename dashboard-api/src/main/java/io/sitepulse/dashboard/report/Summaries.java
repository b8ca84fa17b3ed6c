package io.sitepulse.dashboard.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.site.Succession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the summary of a period together. */
final class Summaries {
  private final ManageSources sources;
  private final SiteDays days;
  private final Goals goals;
  private final Attainments attainments;

  Summaries(ManageSources sources, SiteDays days, Goals goals, Attainments attainments) {
    this.sources = sources;
    this.days = days;
    this.goals = goals;
    this.attainments = attainments;
  }

  Summary summary(
      Question question, Extent extent, Succession succession, Days asked, FigureSource figures) {
    Optional<Period> begun = asked.begun();
    Optional<Period> compared = asked.compared();
    DaySums now = begun.map(range -> sum(figures, extent, range)).orElse(DaySums.ZERO);
    DaySums before = compared.map(range -> sum(figures, extent, range)).orElse(null);
    return new Summary(
        question.scope(),
        name(question.scope()),
        extent.members().stream().anyMatch(Site::sample),
        extent.zone().orElse(null),
        Span.of(question.period()),
        begun.map(Span::of).orElse(null),
        compared.map(Span::of).orElse(null),
        asked.isLive(),
        Figures.of(now, begun.flatMap(range -> peak(question, extent, range)).orElse(null)),
        before == null ? null : Figures.of(before, peak(question, extent, compared)),
        Change.of(now, before),
        begun.map(range -> ledger(extent, range)).orElse(Ledger.EMPTY),
        predecessors(question.scope(), extent, succession),
        successor(question.scope(), extent, succession),
        goal(question, extent));
  }

  private static DaySums sum(FigureSource figures, Extent extent, Period range) {
    return figures.days(extent, range).values().stream().reduce(DaySums.ZERO, DaySums::plus);
  }

  private @Nullable Peak peak(Question question, Extent extent, Optional<Period> range) {
    return range.flatMap(known -> peak(question, extent, known)).orElse(null);
  }

  /** Of several sites the most at once is not known: their minutes' maxima need not coincide. */
  private Optional<Peak> peak(Question question, Extent extent, Period range) {
    return question.filters().isEmpty()
        ? extent.only().flatMap(site -> days.peak(site, range))
        : Optional.empty();
  }

  private Ledger ledger(Extent extent, Period range) {
    return extent.parts().isEmpty()
        ? Ledger.EMPTY
        : days.ledgers(extent.members(), range).values().stream()
            .reduce(Ledger.EMPTY, Ledger::plus);
  }

  private String name(Scope scope) {
    return switch (scope.kind()) {
      case SITE -> sources.sites().get(scope.id()).map(Site::name).orElse(scope.id());
      case GROUP -> sources.groups().get(scope.id()).map(group -> group.name()).orElse(scope.id());
      case ALL -> "";
    };
  }

  private List<Summary.Takeover> predecessors(Scope scope, Extent extent, Succession succession) {
    var found = new ArrayList<Summary.Takeover>();
    if (scope.kind() == Scope.Kind.SITE) {
      for (Site member : extent.members()) {
        for (Site taken : succession.taken(member, extent.now())) {
          member.predecessors().stream()
              .filter(predecessor -> predecessor.site().equals(taken.id()))
              .map(Predecessor::from)
              .findFirst()
              .ifPresent(from -> found.add(new Summary.Takeover(taken.id(), taken.name(), from)));
        }
      }
    }
    return found;
  }

  private Summary.@Nullable Takeover successor(Scope scope, Extent extent, Succession succession) {
    if (scope.kind() != Scope.Kind.SITE) {
      return null;
    }
    return succession
        .successor(scope.id(), extent.now())
        .map(
            successor ->
                new Summary.Takeover(
                    successor.site(), name(Scope.site(successor.site())), successor.from()))
        .orElse(null);
  }

  /** Only if all sites the target is for are among those asked about. */
  private @Nullable Goal goal(Question question, Extent extent) {
    if (!question.filters().isEmpty() || !isWhole(question.scope(), question.sites())) {
      return null;
    }
    return goals
        .shortest(question.scope(), question.period())
        .map(target -> attainments.of(List.of(target), extent.now()).get(target.id()))
        .orElse(null);
  }

  private boolean isWhole(Scope scope, List<Site> seen) {
    return sources.sites().all().stream()
        .filter(scope::contains)
        .allMatch(site -> seen.stream().anyMatch(one -> one.id().equals(site.id())));
  }
}
