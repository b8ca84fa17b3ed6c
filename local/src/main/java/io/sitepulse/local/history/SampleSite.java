package io.sitepulse.local.history;

import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fictitious department.
 *
 * @param id site id
 * @param group group id
 * @param name name that managers read
 * @param weight visits of an ordinary working day now
 * @param growth growth in per cent a year
 * @param since months since it went live, 0 for before the history
 * @param baseline visits its old counter had, 0 if it had none
 * @param takeover its merger into another site, or null
 */
record SampleSite(
    String id,
    String group,
    String name,
    int weight,
    int growth,
    int since,
    long baseline,
    @Nullable Takeover takeover) {
  /**
   * A merger into another site.
   *
   * @param by the site that took this one over
   * @param monthsAgo months since the merger
   */
  record Takeover(String by, int monthsAgo) {}

  /** The author recorded for sample data. */
  static final String AUTHOR = "Dữ liệu mẫu";

  private static final int NEXT_YEARS_GROWTH = 8;
  private static final int WORKING_DAYS = 300;

  SampleSite {
    Site.checkId(id);
    Require.text(name, 200, "name");
  }

  /** Its host, under a top-level domain reserved by RFC 2606. */
  String host() {
    return id + ".tinhmau.example";
  }

  /** The first day it has visits. */
  LocalDate live(LocalDate from, LocalDate today) {
    LocalDate went = since == 0 ? from : today.minusMonths(since);
    return went.isBefore(from) ? from : went;
  }

  /** The last day it has visits. */
  LocalDate ends(LocalDate today) {
    return takeover == null ? today : today.minusMonths(takeover.monthsAgo()).minusDays(1);
  }

  /** Its definition. */
  Site site(LocalDate from, LocalDate today, List<SampleSite> all) {
    var predecessors =
        all.stream()
            .filter(other -> other.takeover != null && id.equals(other.takeover.by()))
            .map(other -> new Predecessor(other.id, other.ends(today).plusDays(1), AUTHOR))
            .toList();
    return Site.builder()
        .id(id)
        .name(name)
        .origins(List.of("https://" + host()))
        .baseline(old(from))
        .group(group)
        .predecessors(predecessors)
        .sample(true)
        .build();
  }

  /** The target of its visits in a year. */
  Target target(int year) {
    long visits = Math.round(weight * WORKING_DAYS * (1 + NEXT_YEARS_GROWTH / 100.0) / 1000) * 1000;
    return new Target(
        Target.VERSION,
        "mau-" + id + "-" + year,
        Scope.site(id),
        Metric.VISITS,
        Period.parse(Integer.toString(year)),
        Math.max(1000, visits),
        "Kế hoạch mẫu năm " + year,
        AUTHOR);
  }

  private @Nullable Baseline old(LocalDate from) {
    return baseline == 0
        ? null
        : new Baseline(
            baseline * 3, baseline, baseline / 2, from.minusDays(1), "Bộ đếm cũ (mẫu)", AUTHOR);
  }
}
