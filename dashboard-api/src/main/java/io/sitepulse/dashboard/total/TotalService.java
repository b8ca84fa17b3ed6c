package io.sitepulse.dashboard.total;

import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.dashboard.total.PublicTotal.Correction;
import io.sitepulse.dashboard.total.PublicTotal.EventDay;
import io.sitepulse.dashboard.total.PublicTotal.Member;
import io.sitepulse.dashboard.total.PublicTotal.Proof;
import io.sitepulse.dashboard.total.PublicTotal.UnequalDay;
import io.sitepulse.dashboard.total.TotalQueries.ClosedDays;
import io.sitepulse.runtime.table.TopicTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Recounts the public total of a site. Closed days are summed from ClickHouse, today is that of the
 * live counters: both must add up to the live total.
 */
final class TotalService {
  /** Closed days that are recounted from their events. */
  static final int EVENT_DAYS = 7;

  private final TopicTable<SiteCounters> counters;
  private final SiteSuccessionCache successions;
  private final TotalQueries totalQueries;
  private final Clock clock;

  TotalService(
      TopicTable<SiteCounters> counters,
      SiteSuccessionCache successions,
      TotalQueries totalQueries,
      Clock clock) {
    this.counters = counters;
    this.successions = successions;
    this.totalQueries = totalQueries;
    this.clock = clock;
  }

  /** The parts of one site and its recent days. */
  record Part(Member member, List<UnequalDay> unequalDays, List<EventDay> eventDays) {
    Part {
      unequalDays = List.copyOf(unequalDays);
      eventDays = List.copyOf(eventDays);
    }
  }

  /**
   * Recounts a site with its predecessors.
   *
   * @param events true to recount recent days from their events, too
   */
  Future<PublicTotal> recount(Site site, boolean events) {
    Instant now = clock.instant();
    List<Future<Part>> parts =
        successions.now().members(site, now).stream()
            .map(member -> part(member, now, events))
            .toList();
    return Future.all(parts)
        .map(done -> total(site, now, parts.stream().map(Future::result).toList(), events));
  }

  private Future<Part> part(Site site, Instant now, boolean events) {
    LocalDate today = site.dayAt(now);
    // Read before the store, which is behind: a day that ends meanwhile is in neither twice.
    SiteCounters live = counters.get(site.id()).orElseGet(() -> SiteCounters.none(site.id()));
    LocalDate recent = live.days().isEmpty() ? today : live.days().firstKey();
    Future<ClosedDays> closed = totalQueries.closedDays(site, today);
    Future<Map<LocalDate, TotalSums>> stored = totalQueries.storedDays(site, recent, today);
    Future<List<Correction>> corrections = totalQueries.corrections(site);
    Future<List<EventDay>> recounted =
        events
            ? totalQueries.eventDays(site, today.minusDays(EVENT_DAYS), today.minusDays(1))
            : Future.succeededFuture(List.of());
    return Future.all(closed, stored, corrections, recounted)
        .map(
            done ->
                new Part(
                    member(site, live, today, closed.result(), corrections.result()),
                    unequalDays(live, today, stored.result()),
                    recounted.result()));
  }

  static Member member(
      Site site,
      SiteCounters live,
      LocalDate today,
      ClosedDays closed,
      List<Correction> corrections) {
    // An event of the next local day may be some minutes ahead of the clock.
    TotalSums open =
        live.days().tailMap(today).values().stream()
            .map(TotalSums::of)
            .reduce(TotalSums.ZERO, TotalSums::plus);
    TotalSums days = closed.imported().sums().plus(closed.counted().sums());
    return new Member(
        site.id(),
        site.name(),
        site.baseline(),
        corrections,
        closed.imported(),
        closed.counted(),
        open,
        TotalSums.of(live.total()).minus(days).minus(open));
  }

  static List<UnequalDay> unequalDays(
      SiteCounters live, LocalDate today, Map<LocalDate, TotalSums> stored) {
    return live.days().headMap(today).entrySet().stream()
        .map(
            day ->
                new UnequalDay(
                    live.site(),
                    day.getKey(),
                    TotalSums.of(day.getValue()),
                    stored.getOrDefault(day.getKey(), TotalSums.ZERO)))
        .filter(day -> !day.live().equals(day.stored()))
        .toList();
  }

  static PublicTotal total(Site site, Instant now, List<Part> parts, boolean events) {
    List<Member> members = parts.stream().map(Part::member).toList();
    List<UnequalDay> unequal = parts.stream().flatMap(part -> part.unequalDays().stream()).toList();
    TotalSums difference = sum(members.stream().map(Member::difference));
    return new PublicTotal(
        site.id(),
        new PublicTotal.LocalTime(now, site.zone()),
        sum(members.stream().flatMap(TotalService::sums)).plus(difference),
        difference,
        proof(difference, unequal),
        members,
        unequal,
        events ? parts.stream().flatMap(part -> part.eventDays().stream()).toList() : null);
  }

  private static Proof proof(TotalSums difference, List<UnequalDay> unequal) {
    TotalSums explained = sum(unequal.stream().map(day -> day.live().minus(day.stored())));
    if (difference.equals(TotalSums.ZERO) && unequal.isEmpty()) {
      return Proof.EQUAL;
    }
    return difference.equals(explained) ? Proof.STORE_BEHIND : Proof.UNEXPLAINED;
  }

  private static Stream<TotalSums> sums(Member member) {
    return Stream.of(
        TotalSums.of(member.baseline()),
        member.imported().sums(),
        member.counted().sums(),
        member.today());
  }

  private static TotalSums sum(Stream<TotalSums> all) {
    return all.reduce(TotalSums.ZERO, TotalSums::plus);
  }
}
