package io.sitepulse.local.chaos.book;

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
  private final Map<String, ZoneId> zones;
  private final Map<UUID, Entry> entries = new HashMap<>();
  private long acknowledgements;

  private static final class Entry {
    final SentEvent event;
    final SortedSet<LocalDate> days = new TreeSet<>();
    long attempts;
    long acknowledged;

    Entry(SentEvent event) {
      this.event = event;
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

  /** Notes an attempt before it is sent. */
  public synchronized void sending(SentEvent event, Instant now) {
    Entry entry = entries.computeIfAbsent(event.id(), id -> new Entry(event));
    entry.attempts++;
    entry.days.add(day(event, now));
  }

  /** Notes the end of an attempt. Until then the collector may take the event. */
  public synchronized void answered(SentEvent event, boolean acknowledged, Instant now) {
    Entry entry = entries.get(event.id());
    if (entry == null) {
      throw new IllegalStateException("an answer to an event that was not sent");
    }
    entry.days.add(day(event, now));
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

  private LocalDate day(SentEvent event, Instant now) {
    ZoneId zone = zones.get(event.site());
    if (zone == null) {
      throw new IllegalArgumentException("no site " + event.site());
    }
    return now.atZone(zone).toLocalDate();
  }
}
