package io.sitepulse.ingest.event;

import io.sitepulse.ingest.visitor.Salt;
import io.sitepulse.ingest.visitor.Salts;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the salts for the events of one request, usually only today's. */
final class Visitors {
  private final Salts salts;

  Visitors(Salts salts) {
    this.salts = salts;
  }

  /** Completes with the pseudonyms of the client once the salts of all days are known. */
  Future<VisitorPseudonyms> of(List<UnenrichedEvent> drafts, ClientInfo clientInfo) {
    List<LocalDate> days =
        drafts.stream()
            .filter(draft -> !draft.anonymous())
            .map(UnenrichedEvent::day)
            .distinct()
            .toList();
    if (days.size() == 1) {
      LocalDate day = days.get(0);
      return salts.of(day).map(salt -> new VisitorPseudonyms(clientInfo, Map.of(day, salt)));
    }
    List<Future<Salt>> needed = days.stream().map(salts::of).toList();
    return Future.all(needed)
        .map(all -> new VisitorPseudonyms(clientInfo, byDay(days, all.list())));
  }

  private static Map<LocalDate, Salt> byDay(List<LocalDate> days, List<Salt> salts) {
    var byDay = new HashMap<LocalDate, Salt>();
    for (int i = 0; i < days.size(); i++) {
      byDay.put(days.get(i), salts.get(i));
    }
    return byDay;
  }
}
