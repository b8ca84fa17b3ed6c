package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.validator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.ingest.fault.FaultCounter;
import io.sitepulse.ingest.geo.CountryLookup;
import io.sitepulse.ingest.useragent.UserAgentParser;
import io.sitepulse.ingest.visitor.Salt;
import io.sitepulse.ingest.visitor.SaltFixtures;
import io.sitepulse.ingest.visitor.Salts;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class CollectorTest {
  private static final UserAgentParser FIREFOX =
      userAgent -> Future.succeededFuture(new Agent("Desktop", "Firefox", "Linux", null));

  private static final CountryLookup VIETNAM =
      address -> address.equals("203.0.113.7") ? "VN" : null;

  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T17:00:00Z"); // of demo

  private final FakeLog log = new FakeLog();
  private final List<String> departed = new ArrayList<>();
  private final Tally tally = new Tally();
  private final FaultCounter faults = new FaultCounter("run", EventFixtures::registered);
  private final Semaphore inFlight = new Semaphore(3);
  private Salts salts = SaltFixtures.eachDayItsOwn();

  @Test
  void storesValidEventsAndReportsTheOthersByIndex() {
    var outcome =
        collect("[{'site':'demo','page':'/a'},{'site':'demo'},{'site':'demo','page':'/b'}]");

    assertThat(outcome.result().accepted()).isEqualTo(2);
    assertThat(outcome.result().refused())
        .extracting(fault -> fault.index(), fault -> fault.field())
        .containsExactly(tuple(1, "page"));
    assertThat(log.events).extracting(PageView::page).containsExactly("/a", "/b");
  }

  @Test
  void storesTheCountryAndNotTheAddress() {
    collect("{'site':'demo','page':'/a'}");

    assertThat(log.events).extracting(PageView::country).containsExactly("VN");
    assertThat(log.events.toString()).doesNotContain("203.0.113.7");
  }

  @Test
  void receivedEventsAreAcceptedRefusedOrUnavailable() {
    collect("[{'site':'demo','page':'/a'},{'site':'x','page':'/'},{'page':5}]");
    log.away = true;
    collect("{'site':'demo','page':'/a'}");

    assertThat(tally.received).isEqualTo(4);
    assertThat(tally.accepted).isEqualTo(1);
    assertThat(tally.refused).containsExactly(Reason.UNKNOWN_SITE, Reason.INVALID);
    assertThat(tally.unavailable).isEqualTo(1);
    assertThat(
            faults.unwritten(EventFixtures.NOON).stream().mapToLong(CollectorFaults::total).sum())
        .isEqualTo(tally.refused.size());
  }

  @Test
  void aVisitorHasOnePseudonymPerDayAndSite() {
    collect(
        "[{'site':'demo','page':'/a'},{'site':'demo','page':'/b'},"
            + "{'site':'demo','page':'/c','ageMs':80000000}]");

    var names = log.events.stream().map(PageView::visitor).toList();
    assertThat(names.get(0)).isNotNull().isEqualTo(names.get(1)).isNotEqualTo(names.get(2));
  }

  @Test
  void inTheFirstMinutesOfADayThePseudonymOfTheDayBeforeEnds() {
    String yesterdays = visitorAt(MIDNIGHT.minusMillis(1));
    assertThat(departed).isEmpty();

    visitorAt(MIDNIGHT);
    visitorAt(MIDNIGHT.plus(Duration.ofMinutes(5)).minusMillis(1));
    assertThat(departed)
        .containsExactly(
            "demo|" + yesterdays + " " + MIDNIGHT,
            "demo|" + yesterdays + " " + MIDNIGHT.plus(Duration.ofMinutes(5)).minusMillis(1));

    visitorAt(MIDNIGHT.plus(Duration.ofMinutes(5)));
    collectAt(MIDNIGHT, "{'site':'demo','page':'/a','ageMs':1}");
    collectAt(MIDNIGHT, "{'site':'demo','page':'/a','anonymous':true}");
    collectAt(MIDNIGHT, "{'site':'open','page':'/a'}"); // Its midnight is another one.
    assertThat(departed).hasSize(2);
  }

  @Test
  void anEventOfADayWithoutAnEarlierSaltIsAccepted() {
    LocalDate today = EventFixtures.DEMO.dayAt(MIDNIGHT);
    Salts all = salts;
    salts = date -> date.equals(today) ? all.of(date) : Promise.<Salt>promise().future();

    assertThat(collectAt(MIDNIGHT, "{'site':'demo','page':'/a'}").succeeded()).isTrue();
    assertThat(departed).isEmpty();
  }

  private String visitorAt(Instant now) {
    collectAt(now, "[{'site':'demo','page':'/a'},{'site':'demo','page':'/b'}]");
    return Objects.requireNonNull(log.events.get(log.events.size() - 1).visitor());
  }

  @Test
  void anAnonymousVisitorHasNoPseudonymAndNeedsNoSalt() {
    salts = date -> Future.failedFuture("no salt");

    var outcome = collect("{'site':'demo','page':'/a','anonymous':true}");

    assertThat(outcome.succeeded()).isTrue();
    assertThat(log.events.get(0).visitor()).isNull();
  }

  @Test
  void refusesEventsAboveTheInFlightLimitAndRecovers() {
    log.slow = Promise.promise();
    var waiting = collect("[{'site':'demo','page':'/a'},{'site':'demo','page':'/b'}]");

    var refused = collect("[{'site':'demo','page':'/c'},{'site':'demo','page':'/d'}]");

    assertThat(waiting.isComplete()).isFalse();
    assertThat(problem(refused).status()).isEqualTo(503);
    assertThat(log.events).hasSize(2);
    log.slow.complete();
    assertThat(waiting.succeeded()).isTrue();
    assertThat(inFlight.availablePermits()).isEqualTo(3);
    assertThat(collect("{'site':'demo','page':'/c'}").succeeded()).isTrue();
  }

  @Test
  void respondsWith503WithoutASaltAndReleasesTheLimit() {
    salts = date -> Future.failedFuture(Problem.unavailable("late").asException());

    assertThat(problem(collect("{'site':'demo','page':'/a'}")).status()).isEqualTo(503);
    assertThat(log.events).isEmpty();
    assertThat(inFlight.availablePermits()).isEqualTo(3);
  }

  private static Problem problem(Future<EventsResponse> outcome) {
    return ((ProblemException) outcome.cause()).problem();
  }

  private Future<EventsResponse> collect(String json) {
    return collectAt(EventFixtures.NOON, json);
  }

  private Future<EventsResponse> collectAt(Instant now, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    List<IncomingEvent> sent = IncomingEventsReader.read(body);
    var enricher =
        new EventEnricher(
            FIREFOX,
            VIETNAM,
            salts,
            (site, pseudonym, at) -> departed.add(site + '|' + pseudonym + ' ' + at));
    return new Collector(validator(tally), enricher, log, inFlight, tally, faults)
        .collect(sent, new ClientInfo("203.0.113.7", "Firefox", null, "vi", null, false, now));
  }
}
