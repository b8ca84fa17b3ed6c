package io.sitepulse.local.audit;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of counting as plainly as they can be written, event by event. */
public final class NaiveRecount {
  private static final Duration DAY = Duration.ofHours(24);

  /** Outcome of an event, by the ledger's words. */
  public record Classified(Delivered event, String outcome) {
    public boolean isRejected() {
      return outcome.equals("too-old") || outcome.equals("from-the-future");
    }

    public boolean isCounted() {
      return outcome.equals("view") || outcome.equals("heartbeat");
    }
  }

  private NaiveRecount() {}

  public static List<Classified> classify(List<Delivered> events) {
    var classified = new ArrayList<Classified>();
    var known = new ArrayList<Delivered>();
    for (Delivered event : events) {
      if (event.received().isAfter(event.kafkaTime().plus(DAY))) {
        classified.add(new Classified(event, "from-the-future"));
      } else {
        classified.add(new Classified(event, outcome(event, known)));
        known.add(event);
      }
    }
    return classified;
  }

  private static String outcome(Delivered event, List<Delivered> known) {
    boolean again =
        known.stream()
            .filter(before -> before.id().equals(event.id()))
            .anyMatch(before -> isNear(before, event));
    if (again) {
      return "duplicate";
    }
    if (event.at().isBefore(event.received().minus(DAY))) {
      return "too-old";
    }
    if (event.at().isAfter(event.received().plus(Duration.ofMinutes(5)))) {
      return "from-the-future";
    }
    LocalDate utc = LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
    if (Math.abs(utc.toEpochDay() - event.day().toEpochDay()) > 1) {
      throw new AssertionError("no zone has that day");
    }
    if (event.bot()) {
      return "bot";
    }
    return event.heartbeat() ? "heartbeat" : "view";
  }

  private static boolean isNear(Delivered before, Delivered event) {
    return Duration.between(before.received(), event.received()).abs().compareTo(DAY) <= 0;
  }

  /** The figures of each day, by the names of the audit, without those of 0. */
  public static Map<LocalDate, Map<String, Long>> days(List<Classified> all) {
    var days = new TreeMap<LocalDate, Map<String, Long>>();
    var byDay = new TreeMap<LocalDate, List<Classified>>();
    all.forEach(j -> byDay.computeIfAbsent(j.event().day(), d -> new ArrayList<>()).add(j));
    byDay.forEach((day, classified) -> days.put(day, figures(classified)));
    return days;
  }

  private static Map<String, Long> figures(List<Classified> classified) {
    var figures = new HashMap<String, Long>();
    figures.put("received", (long) classified.size());
    figures.put("views", count(classified, "view"));
    figures.put("counted.views", count(classified, "view"));
    figures.put("counted.heartbeats", count(classified, "heartbeat"));
    figures.put("duplicates", count(classified, "duplicate"));
    figures.put("bots", count(classified, "bot"));
    figures.put(
        "engagedMs",
        classified.stream()
            .filter(Classified::isCounted)
            .mapToLong(j -> j.event().engagedMs())
            .sum());
    classified.stream()
        .filter(Classified::isRejected)
        .flatMap(j -> Stream.of("rejected." + j.outcome(), "kept." + j.outcome()))
        .forEach(name -> figures.merge(name, 1L, Long::sum));
    addVisits(figures, classified);
    return figures;
  }

  private static void addVisits(Map<String, Long> figures, List<Classified> classified) {
    var times = new TreeMap<Long, TreeSet<Long>>();
    classified.stream()
        .filter(j -> j.outcome().equals("view") && j.event().visitor() != 0)
        .map(Classified::event)
        .forEach(
            e ->
                times
                    .computeIfAbsent(e.visitor(), v -> new TreeSet<>())
                    .add(e.at().toEpochMilli()));
    figures.put("visitors", (long) times.size());
    figures.put("visits", times.values().stream().mapToLong(NaiveRecount::visits).sum());
  }

  private static long visits(SortedSet<Long> times) {
    long visits = 0;
    long last = Long.MIN_VALUE / 2;
    for (long time : times) {
      visits += time - last > Duration.ofMinutes(30).toMillis() ? 1 : 0;
      last = time;
    }
    return visits;
  }

  private static long count(List<Classified> classified, String outcome) {
    return classified.stream().filter(j -> j.outcome().equals(outcome)).count();
  }
}
