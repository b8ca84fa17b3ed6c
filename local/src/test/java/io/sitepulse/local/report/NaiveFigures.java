package io.sitepulse.local.report;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Site;
import io.sitepulse.local.audit.Delivered;
import io.sitepulse.local.audit.NaiveRecount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The rules of visits and sums, event by event. */
final class NaiveFigures {
  private NaiveFigures() {}

  /** The events of a site that count, each with its visit. */
  static List<Counted> counted(Site site, List<Seen> deliveries) {
    var seen = new HashMap<Delivered, Seen>();
    deliveries.forEach(one -> seen.put(one.delivered(), one));
    var counted = new ArrayList<Counted>();
    var people = new HashMap<String, List<Seen>>();
    for (var classified :
        NaiveRecount.classify(deliveries.stream().map(Seen::delivered).toList())) {
      Delivered event = classified.event();
      Seen one = seen.get(event);
      if (classified.outcome().equals("bot") || (classified.isCounted() && event.visitor() == 0)) {
        counted.add(new Counted(site, one, null, one));
      } else if (classified.isCounted()) {
        people
            .computeIfAbsent(event.day() + " " + event.visitor(), none -> new ArrayList<>())
            .add(one);
      }
    }
    people.forEach((person, events) -> addVisits(counted, site, person, events));
    return counted;
  }

  private static void addVisits(
      List<Counted> counted, Site site, String person, List<Seen> events) {
    events.sort(Comparator.comparing((Seen seen) -> seen.delivered().at()));
    var visits = new ArrayList<List<Seen>>();
    var early = new ArrayList<Seen>();
    Seen last = null;
    for (Seen event : events) {
      if (event.delivered().heartbeat()) {
        (visits.isEmpty() ? early : visits.get(visits.size() - 1)).add(event);
        continue;
      }
      if (last == null || isLater(last, event)) {
        visits.add(new ArrayList<>());
      }
      visits.get(visits.size() - 1).add(event);
      last = event;
    }
    if (visits.isEmpty()) {
      early.forEach(event -> counted.add(new Counted(site, event, null, event)));
      return;
    }
    for (int i = 0; i < visits.size(); i++) {
      String visit = site.id() + " " + person + " " + i;
      Seen first = visits.get(i).get(0);
      visits.get(i).forEach(event -> counted.add(new Counted(site, event, visit, first)));
    }
    Seen first = visits.get(0).get(0);
    String visit = site.id() + " " + person + " 0";
    early.forEach(event -> counted.add(new Counted(site, event, visit, first)));
  }

  private static boolean isLater(Seen last, Seen event) {
    return Duration.between(last.delivered().at(), event.delivered().at())
            .compareTo(Duration.ofMinutes(30))
        > 0;
  }

  /** Computes a report's figures from some events. */
  static DaySums sums(Collection<Counted> events) {
    var visits = new HashSet<String>();
    var visitors = new HashSet<String>();
    long views = 0;
    long engaged = 0;
    for (Counted event : events) {
      engaged += event.isRobots() ? 0 : event.delivered().engagedMs();
      if (event.isView()) {
        views++;
        if (event.visit() != null) {
          visits.add(event.visit());
        }
        if (event.isSomebodys()) {
          visitors.add(event.person());
        }
      }
    }
    return new DaySums(views, visits.size(), visitors.size(), engaged);
  }

  /** By hour: a visit is of the hour of the first of its views that are among the events. */
  static Map<Integer, DaySums> hours(Collection<Counted> events) {
    var first = new HashMap<String, Counted>();
    events.stream()
        .filter(event -> event.isView() && event.visit() != null)
        .forEach(
            event ->
                first.merge(
                    event.visit(),
                    event,
                    (a, b) -> a.delivered().at().isBefore(b.delivered().at()) ? a : b));
    var hours = new HashMap<Integer, DaySums>();
    for (int hour = 0; hour < 24; hour++) {
      int wanted = hour;
      DaySums sums = sums(events.stream().filter(event -> event.hour() == wanted).toList());
      long visits = first.values().stream().filter(event -> event.hour() == wanted).count();
      hours.put(hour, new DaySums(sums.views(), visits, sums.visitors(), sums.engagedMs()));
    }
    return hours;
  }
}
