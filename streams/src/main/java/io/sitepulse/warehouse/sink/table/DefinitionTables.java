package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import java.util.function.ToLongFunction;

/**
 * The mirrors of the definitions, for reports: some columns and the whole definition as JSON. Of
 * two rows of the same id the higher version wins. A deleted definition keeps a row with an empty
 * {@code definition}.
 */
public final class DefinitionTables {
  public static final Table<Site> SITES =
      complete(
          Table.<Site>named("sites")
              .id("id", Site::id)
              .text("name", Site::name)
              .text("zone", site -> site.zone().getId())
              .number("baseline_views", site -> baseline(site, Baseline::views))
              .number("baseline_visits", site -> baseline(site, Baseline::visits))
              .number("baseline_visitors", site -> baseline(site, Baseline::visitors))
              .flag("archived", Site::archived, true));

  public static final Table<Poll> POLLS =
      complete(
          Table.<Poll>named("polls")
              .id("id", Poll::id)
              .text("site", Poll::site)
              .text("question", Poll::question));

  public static final Table<Group> GROUPS =
      complete(Table.<Group>named("groups").id("id", Group::id).text("name", Group::name));

  public static final Table<Target> TARGETS =
      complete(
          Table.<Target>named("targets")
              .id("id", Target::id)
              .text("scope", target -> target.scope().toString())
              .text("metric", target -> target.metric().label())
              .text("period", target -> target.period().toString())
              .number("value", Target::value));

  private DefinitionTables() {}

  private static <T> Table<T> complete(Table.Builder<T> table) {
    return table
        .json("definition", definition -> definition)
        .offsetVersion("version")
        .keepingDeleted()
        .mergedBy("id")
        .build();
  }

  private static long baseline(Site site, ToLongFunction<Baseline> total) {
    return site.baseline() == null ? 0 : total.applyAsLong(site.baseline());
  }
}
