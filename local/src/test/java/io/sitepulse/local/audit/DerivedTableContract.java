package io.sitepulse.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.site.Site;
import io.sitepulse.local.clickhouse.Tables;
import io.sitepulse.local.clickhouse.TablesExtension;
import io.sitepulse.warehouse.rollup.RollupWorker;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Contract of everything that the rollup worker derives from events: it equals a plain recount of
 * the events, however often and late they arrive, and whenever a worker dies.
 *
 * @param <T> the derived data of one site
 */
@ExtendWith(TablesExtension.class)
abstract class DerivedTableContract<T> {
  final Tables tables;
  final RawTables raw;
  final RollupTester worker;
  private final Map<String, Set<Delivered>> delivered = new HashMap<>();

  DerivedTableContract(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
    this.worker = new RollupTester(tables);
  }

  /** Reads the derived data of a site, empty for a site without events. */
  abstract T made(String site);

  /** Recounts the same data from the events of a site. */
  abstract T right(String site);

  /** Four hundred events. */
  abstract List<Delivered> events(long seed);

  /** Number of statements after which a worker dies. */
  abstract IntStream deaths();

  /** Checks what must hold after a worker has died and before another one runs. */
  void holdsAfterDeath(String site, T before) {}

  Site definition(String id) {
    return Site.of(id, Site.DEFAULT_ZONE);
  }

  final String deliver(String site, List<Delivered> events) {
    delivered.computeIfAbsent(site, id -> new LinkedHashSet<>()).addAll(events);
    return raw.deliver(definition(site), events);
  }

  /** Lists the deliveries of a site. A delivery that is an event of its own appears once. */
  final List<Delivered> delivered(String site) {
    return List.copyOf(delivered.getOrDefault(site, Set.of()));
  }

  final void holds(String site) {
    assertThat(made(site)).isNotEqualTo(made("nothing-came")).isEqualTo(right(site));
  }

  @Test
  void repeatedDeliveriesChangeNothing() {
    List<Delivered> events = events(2);
    String site = deliver("again", events);
    worker.rollUp();
    T once = made(site);
    for (int i = 0; i < 3; i++) {
      deliver(site, events);
      worker.rollUp();
      assertThat(made(site)).isEqualTo(once);
    }
  }

  @Test
  void laterEventsReplaceTheEarlierResult() {
    List<Delivered> events = events(3);
    for (int part = 0; part < 4; part++) {
      String site = deliver("later", events.subList(part * 100, part * 100 + 100));
      worker.rollUp();
      holds(site);
    }
  }

  @Test
  void threeConcurrentWorkersGiveTheResultOfOne() {
    List<Delivered> events = events(4);
    var three = Stream.generate(() -> worker.another().start()).limit(3).toList();
    for (int begin = 0; begin < events.size(); begin += 20) {
      deliver("together", events.subList(begin, begin + 20));
    }
    worker.finish();
    three.forEach(RollupWorker::close);
    holds("together");
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStatementsLosesNothing() {
    List<Delivered> events = events(5);
    String site = deliver("dies", events);
    worker.rollUp();
    holds(site);
    T before = made(site);
    deaths()
        .forEach(
            survives -> {
              deliver(site, events);
              worker.dieAfter(survives);
              holdsAfterDeath(site, before);
              worker.rollUp();
              assertThat(made(site)).as("died after %d statements", survives).isEqualTo(before);
              assertThat(right(site)).isEqualTo(before);
            });
  }
}
