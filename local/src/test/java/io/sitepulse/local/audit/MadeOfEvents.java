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
 * What holds of everything that the worker makes of events: it is what these say, however often and
 * late they come, and whatever becomes of those who make it.
 *
 * @param <T> what is read of it, of one site
 */
@ExtendWith(TablesExtension.class)
abstract class MadeOfEvents<T> {
  final Tables tables;
  final RawTables raw;
  final RollupTester worker;
  private final Map<String, Set<Delivered>> delivered = new HashMap<>();

  MadeOfEvents(Tables tables) {
    this.tables = tables;
    this.raw = new RawTables(tables);
    this.worker = new RollupTester(tables);
  }

  /** What was made of a site's events; empty of a site without any. */
  abstract T made(String site);

  /** What the events of a site say that it is. */
  abstract T right(String site);

  /** Four hundred events. */
  abstract List<Delivered> events(long seed);

  /** How many statements those outlive who die. */
  abstract IntStream deaths();

  /** What holds already when one has died and no other has come. */
  void holdsAfterDeath(String site, T before) {}

  Site definition(String id) {
    return Site.of(id, Site.DEFAULT_ZONE);
  }

  final String deliver(String site, List<Delivered> events) {
    delivered.computeIfAbsent(site, id -> new LinkedHashSet<>()).addAll(events);
    return raw.deliver(definition(site), events);
  }

  /** What was delivered of a site, each event once for every delivery that was one of its own. */
  final List<Delivered> delivered(String site) {
    return List.copyOf(delivered.getOrDefault(site, Set.of()));
  }

  final void holds(String site) {
    assertThat(made(site)).isNotEqualTo(made("nothing-came")).isEqualTo(right(site));
  }

  @Test
  void deliveredAgainAndAgainNothingChanges() {
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
  void whatComesInLaterIsThereAndNothingOfBeforeIsLeft() {
    List<Delivered> events = events(3);
    for (int part = 0; part < 4; part++) {
      String site = deliver("later", events.subList(part * 100, part * 100 + 100));
      worker.rollUp();
      holds(site);
    }
  }

  @Test
  void threeAtOnceWhileEventsComeInLeaveWhatOneWouldHave() {
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
