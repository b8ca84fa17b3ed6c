package io.sitepulse.ingest.event;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.ingest.geo.CountryLookup;
import io.sitepulse.ingest.kafka.DepartureLog;
import io.sitepulse.ingest.useragent.UserAgentParser;
import io.sitepulse.ingest.visitor.Salt;
import io.sitepulse.ingest.visitor.Salts;
import io.sitepulse.runtime.kafka.Topics;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds user agent, country and visitor to the valid events of one client. Thread-safe. */
public final class EventEnricher {
  private final UserAgentParser userAgentParser;
  private final CountryLookup countryLookup;
  private final Salts salts;
  private final DepartureLog departures;

  public EventEnricher(
      UserAgentParser userAgentParser,
      CountryLookup countryLookup,
      Salts salts,
      DepartureLog departures) {
    this.userAgentParser = userAgentParser;
    this.countryLookup = countryLookup;
    this.salts = salts;
    this.departures = departures;
  }

  /**
   * Completes with the events in their order. Fails with a 503 problem if a salt is not known in
   * time.
   */
  Future<List<PageView>> enrich(List<UnenrichedEvent> events, ClientInfo client) {
    return userAgentParser
        .of(client.userAgent())
        .compose(agent -> saltsOf(events).map(known -> enriched(events, client, agent, known)));
  }

  private List<PageView> enriched(
      List<UnenrichedEvent> events, ClientInfo client, Agent agent, Map<LocalDate, Salt> known) {
    String country = countryLookup.of(client.address());
    var pseudonyms = new HashMap<String, String>();
    var enriched = new ArrayList<PageView>(events.size());
    for (UnenrichedEvent event : events) {
      enriched.add(event.enrich(visitor(event, client, known, pseudonyms), agent, country));
    }
    if (agent.bot() == null) {
      endPseudonyms(events, client);
    }
    return enriched;
  }

  /** Around a site's midnight a visitor is online under one pseudonym only. */
  private void endPseudonyms(List<UnenrichedEvent> events, ClientInfo client) {
    var ended = new HashSet<String>();
    for (UnenrichedEvent event : events) {
      LocalDate day = event.endedDay();
      if (day != null && !event.anonymous() && ended.add(event.site())) {
        salts
            .ifKnown(day)
            .map(salt -> salt.pseudonym(event.site(), client.address(), client.userAgent()))
            .ifPresent(name -> departures.departed(event.site(), name, client.received()));
      }
    }
  }

  /** The pseudonym of an event's visitor. It is calculated once for a site and day. */
  private static @Nullable String visitor(
      UnenrichedEvent event,
      ClientInfo client,
      Map<LocalDate, Salt> known,
      Map<String, String> pseudonyms) {
    if (event.anonymous()) {
      return null;
    }
    Salt salt = Objects.requireNonNull(known.get(event.day()));
    return pseudonyms.computeIfAbsent(
        Topics.key(event.site(), event.day().toString()),
        absent -> salt.pseudonym(event.site(), client.address(), client.userAgent()));
  }

  /** Finds the salts of the days of all events with a visitor, usually only today's. */
  private Future<Map<LocalDate, Salt>> saltsOf(List<UnenrichedEvent> events) {
    List<LocalDate> days =
        events.stream()
            .filter(event -> !event.anonymous())
            .map(UnenrichedEvent::day)
            .distinct()
            .toList();
    if (days.size() == 1) {
      LocalDate day = days.get(0);
      return salts.of(day).map(salt -> Map.of(day, salt));
    }
    return Future.all(days.stream().map(salts::of).toList()).map(all -> byDay(days, all.list()));
  }

  private static Map<LocalDate, Salt> byDay(List<LocalDate> days, List<Salt> salts) {
    var byDay = new HashMap<LocalDate, Salt>();
    for (int i = 0; i < days.size(); i++) {
      byDay.put(days.get(i), salts.get(i));
    }
    return byDay;
  }
}
