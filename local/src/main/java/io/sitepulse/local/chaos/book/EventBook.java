package io.sitepulse.local.chaos.book;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The client's list of all events: how often each was sent, and how often it was answered 202.
 * Thread-safe.
 */
public final class EventBook {
  private static final Duration DUPLICATE_WINDOW = Duration.ofHours(24);

  private final Map<String, ZoneId> zones;
  private final Map<UUID, Entry> entries = new HashMap<>();
  private long acknowledgements;

  private static final class Entry {
    final SentEvent event;
    final SortedSet<LocalDate> days = new TreeSet<>();
    Instant earliest = Instant.MAX;
    Instant latest = Instant.MIN;
    long attempts;
    long acknowledged;

    Entry(SentEvent event) {
      this.event = event;
    }

    void mayBeReceived(List<Instant> times, ZoneId zone) {
      for (Instant time : times) {
        days.add(time.atZone(zone).toLocalDate());
        earliest = time.isBefore(earliest) ? time : earliest;
        latest = time.isAfter(latest) ? time : latest;
      }
    }

    /** How often it may be counted. Repeated after more than a day it is another event. */
    Bounds counted() {
      boolean isAgain = latest.isAfter(earliest.plus(DUPLICATE_WINDOW));
      return new Bounds(acknowledged > 0 ? 1 : 0, isAgain ? days.size() : 1);
    }

    boolean isOf(LocalDate day) {
      return days.contains(day);
    }

    /** Every attempt was on the same day. */
    boolean isOnlyOf(LocalDate day) {
      return days.size() == 1 && isOf(day);
    }

    Bounds once(LocalDate day) {
      return new Bounds(isOnlyOf(day) && acknowledged > 0 ? 1 : 0, isOf(day) ? 1 : 0);
    }

    Bounds deliveries(LocalDate day) {
      return new Bounds(isOnlyOf(day) ? acknowledged : 0, isOf(day) ? attempts : 0);
    }
  }

  /**
   * Begins a list.
   *
   * @param zones time zones of the sites
   */
  public EventBook(Map<String, ZoneId> zones) {
    this.zones = Map.copyOf(zones);
  }

  /**
   * Notes an attempt before it is sent.
   *
   * @param times times that the collector may have now
   */
  public synchronized void sending(SentEvent event, List<Instant> times) {
    Entry entry = entries.computeIfAbsent(event.id(), id -> new Entry(event));
    entry.attempts++;
    entry.mayBeReceived(times, zone(event));
  }

  /**
   * Notes the end of an attempt. Until then the collector may take the event.
   *
   * @param times times that the collector may have now
   */
  public synchronized void answered(SentEvent event, boolean acknowledged, List<Instant> times) {
    Entry entry = entries.get(event.id());
    if (entry == null) {
      throw new IllegalStateException("an answer to an event that was not sent");
    }
    entry.mayBeReceived(times, zone(event));
    if (acknowledged) {
      entry.acknowledged++;
      acknowledgements++;
    }
  }

  /** Takes an attempt back for which there was not even a connection. */
  public synchronized void notSent(SentEvent event) {
    Entry entry = entries.get(event.id());
    if (entry != null) {
      entry.attempts--;
    }
  }

  /** Returns the number of answers with 202. */
  public synchronized long acknowledgements() {
    return acknowledgements;
  }

  /** Returns the number of events that were sent and never answered 202. */
  public synchronized long unacknowledged() {
    return entries.values().stream().filter(entry -> entry.acknowledged == 0).count();
  }

  /** Returns the expected number of counted page views of each site on all days. */
  public synchronized SortedMap<String, Bounds> views() {
    var views = new TreeMap<String, Bounds>();
    bySite()
        .forEach(
            (site, events) ->
                views.put(
                    site,
                    events.stream()
                        .filter(entry -> !entry.event.bot() && !entry.event.heartbeat())
                        .map(Entry::counted)
                        .reduce(Bounds.ZERO, Bounds::plus)));
    return views;
  }

  /** Returns the expected ledger of each site and day. */
  public synchronized SortedMap<String, SortedMap<LocalDate, ExpectedDay>> days() {
    var sites = new TreeMap<String, SortedMap<LocalDate, ExpectedDay>>();
    zones.keySet().forEach(site -> sites.put(site, new TreeMap<>()));
    bySite()
        .forEach(
            (site, events) -> {
              var days = new TreeSet<LocalDate>();
              events.forEach(entry -> days.addAll(entry.days));
              days.forEach(day -> daysOf(sites, site).put(day, expected(events, day)));
            });
    return sites;
  }

  private static SortedMap<LocalDate, ExpectedDay> daysOf(
      Map<String, SortedMap<LocalDate, ExpectedDay>> sites, String site) {
    return sites.computeIfAbsent(site, name -> new TreeMap<>());
  }

  private Map<String, List<Entry>> bySite() {
    var bySite = new TreeMap<String, List<Entry>>();
    for (Entry entry : entries.values()) {
      bySite.computeIfAbsent(entry.event.site(), site -> new ArrayList<>()).add(entry);
    }
    return bySite;
  }

  private static ExpectedDay expected(List<Entry> events, LocalDate day) {
    Bounds received = Bounds.ZERO;
    Bounds views = Bounds.ZERO;
    Bounds heartbeats = Bounds.ZERO;
    Bounds bots = Bounds.ZERO;
    Set<String> certain = new HashSet<>();
    Set<String> possible = new HashSet<>();
    for (Entry entry : events) {
      Bounds once = entry.once(day);
      received = received.plus(entry.deliveries(day));
      if (entry.event.bot()) {
        bots = bots.plus(once);
      } else if (entry.event.heartbeat()) {
        heartbeats = heartbeats.plus(once);
      } else {
        views = views.plus(once);
        addTo(once.least() > 0, certain, entry);
        addTo(once.most() > 0, possible, entry);
      }
    }
    var visitors = new Bounds(certain.size(), possible.size());
    return new ExpectedDay(received, views, heartbeats, bots, visitors);
  }

  private static void addTo(boolean condition, Set<String> visitors, Entry entry) {
    if (condition) {
      visitors.add(entry.event.visitor());
    }
  }

  private ZoneId zone(SentEvent event) {
    ZoneId zone = zones.get(event.site());
    if (zone == null) {
      throw new IllegalArgumentException("no site " + event.site());
    }
    return zone;
  }
}
