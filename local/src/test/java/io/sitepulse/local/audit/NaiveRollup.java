package io.sitepulse.local.audit;

import io.sitepulse.contract.counter.DimensionValues;
import io.sitepulse.local.audit.NaiveRecount.Classified;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rollups as plainly as they can be written, event by event. */
final class NaiveRollup {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** ClickHouse compares the second half of an id first. */
  private static final Comparator<UUID> BY_ID =
      Comparator.<UUID, Long>comparing(UUID::getLeastSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getMostSignificantBits, Long::compareUnsigned);

  private static final Comparator<Delivered> BY_RECEIPT =
      Comparator.comparing(Delivered::received).thenComparing(Delivered::id, BY_ID);

  private static final Comparator<Delivered> IN_TIME =
      Comparator.comparing(Delivered::at)
          .thenComparing(Delivered::heartbeat)
          .thenComparing(Delivered::id, BY_ID);

  private static final List<String> TAGS =
      List.of("campaign", "campaignSource", "campaignMedium", "campaignTerm", "campaignContent");
  private static final List<String> NO_TAGS = List.of("", "", "", "", "");

  /** A visit of a visitor-day. */
  private record Visit(long visitor, int number, Delivered first) {}

  private record Title(@Nullable Delivered event, String text) {}

  /** Sums of one value of a dimension. */
  private static final class Cell {
    private final Set<Visit> visits = new HashSet<>();
    private final Set<Long> visitors = new HashSet<>();
    private long views;
    private long begun;
    private long engagedMs;
    private Title title = new Title(null, "");
    private @Nullable Delivered first;

    private void seen(Delivered event) {
      first = first == null || BY_RECEIPT.compare(event, first) < 0 ? event : first;
    }

    private void addAll(Cell other) {
      visits.addAll(other.visits);
      visitors.addAll(other.visitors);
      views += other.views;
      begun += other.begun;
      engagedMs += other.engagedMs;
    }
  }

  private final Map<String, Cell> cells = new TreeMap<>();

  /** Those of each visit's first view that has any. */
  private final Map<Visit, List<String>> tags = new HashMap<>();

  private NaiveRollup() {}

  /**
   * The rollups of a site, by "day dimension value": "views visits visitors engagedMs title".
   * Values of nothing are left out.
   */
  static Map<String, String> of(List<Classified> classified) {
    return of(classified, Integer.MAX_VALUE);
  }

  /** The same with a limit of values of a dimension and day. */
  static Map<String, String> of(List<Classified> classified, int maxValues) {
    var rollup = new NaiveRollup();
    var visitorDays = new TreeMap<String, List<Delivered>>();
    for (Classified one : classified) {
      Delivered event = one.event();
      if (one.outcome().equals("bot")) {
        Cell bots = rollup.cell(event.day(), "bot", "Bot");
        bots.seen(event);
        bots.views += event.heartbeat() ? 0 : 1;
      } else if (one.isCounted() && event.visitor() == 0) {
        rollup.add(event, null);
      } else if (one.isCounted()) {
        visitorDays
            .computeIfAbsent(event.day() + " " + event.visitor(), key -> new ArrayList<>())
            .add(event);
      }
    }
    visitorDays.values().forEach(rollup::addVisitor);
    rollup.limit(maxValues);
    return rollup.texts();
  }

  private void addVisitor(List<Delivered> events) {
    events.sort(IN_TIME);
    List<Delivered> views = events.stream().filter(event -> !event.heartbeat()).toList();
    var visits = new ArrayList<Visit>();
    Delivered last = null;
    for (Delivered view : views) {
      boolean begins =
          last == null
              || Duration.between(last.at(), view.at()).compareTo(Duration.ofMinutes(30)) > 0;
      if (begins) {
        visits.add(new Visit(view.visitor(), visits.size(), view));
        cell(view.day(), "hour", hour(view)).begun++;
      }
      last = view;
      List<String> own = Attributes.campaign(view.id());
      if (!own.equals(NO_TAGS)) {
        tags.putIfAbsent(visits.get(visits.size() - 1), own);
      }
    }
    events.forEach(event -> add(event, visitOf(event, visits)));
  }

  /** The last visit that had begun, or else the first. */
  private static @Nullable Visit visitOf(Delivered event, List<Visit> visits) {
    Visit of = visits.isEmpty() ? null : visits.get(0);
    for (Visit visit : visits) {
      of = IN_TIME.compare(visit.first(), event) <= 0 ? visit : of;
    }
    return of;
  }

  private void add(Delivered event, @Nullable Visit visit) {
    UUID id = event.id();
    String own = event.heartbeat() ? "" : Attributes.source(id);
    add(event, visit, "page", Attributes.page(id));
    add(event, visit, "device", Attributes.device(id));
    add(event, visit, "browser", "");
    add(event, visit, "system", "");
    add(event, visit, "country", Attributes.country(id));
    add(event, visit, "language", "");
    add(event, visit, "hour", hour(event));
    add(event, visit, "source", visit == null ? own : Attributes.source(visit.first().id()));
    if (visit != null) {
      add(event, visit, "entry", Attributes.page(visit.first().id()));
    }
    List<String> tagged =
        visit == null ? Attributes.campaign(id) : tags.getOrDefault(visit, NO_TAGS);
    for (int i = 0; i < TAGS.size(); i++) {
      if (!tagged.get(i).isEmpty()) {
        add(event, visit, TAGS.get(i), tagged.get(i));
      }
    }
  }

  private void add(Delivered event, @Nullable Visit visit, String dimension, String value) {
    Cell cell = cell(event.day(), dimension, value);
    cell.seen(event);
    cell.engagedMs += event.engagedMs();
    if (event.heartbeat()) {
      return;
    }
    cell.views++;
    if (visit != null) {
      cell.visits.add(visit);
      cell.visitors.add(visit.visitor());
    }
    String title = Attributes.title(event.id());
    boolean later = cell.title.event() == null || IN_TIME.compare(cell.title.event(), event) <= 0;
    if (dimension.equals("page") && !title.isEmpty() && later) {
      cell.title = new Title(event, title);
    }
  }

  /** Keeps the values of each day and dimension that were received first. */
  private void limit(int maxValues) {
    var dimensions = new TreeMap<String, List<String>>();
    for (String key : cells.keySet()) {
      String dimension = key.substring(0, key.indexOf(' ', key.indexOf(' ') + 1));
      dimensions.computeIfAbsent(dimension, name -> new ArrayList<>()).add(key);
    }
    dimensions.forEach(
        (dimension, keys) -> {
          keys.sort(Comparator.comparing(this::firstOf, BY_RECEIPT));
          for (String key : keys.subList(Math.min(maxValues, keys.size()), keys.size())) {
            Cell rest = Objects.requireNonNull(cells.remove(key));
            cells
                .computeIfAbsent(dimension + " " + DimensionValues.OTHER, name -> new Cell())
                .addAll(rest);
          }
        });
  }

  private Delivered firstOf(String key) {
    return Objects.requireNonNull(Objects.requireNonNull(cells.get(key)).first);
  }

  private Cell cell(LocalDate day, String dimension, String value) {
    return cells.computeIfAbsent(day + " " + dimension + " " + value, key -> new Cell());
  }

  private static String hour(Delivered event) {
    return "%02d".formatted(event.at().atZone(ZONE).getHour());
  }

  private Map<String, String> texts() {
    var texts = new TreeMap<String, String>();
    cells.forEach(
        (key, cell) -> {
          long visits = key.contains(" hour ") ? cell.begun : cell.visits.size();
          if (cell.views + cell.engagedMs > 0) {
            texts.put(
                key,
                cell.views
                    + " "
                    + visits
                    + " "
                    + cell.visitors.size()
                    + " "
                    + cell.engagedMs
                    + " "
                    + cell.title.text());
          }
        });
    return texts;
  }
}
