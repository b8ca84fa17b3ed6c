package io.sitepulse.dashboard.review.document;

import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.runtime.json.Json;
import io.sitepulse.runtime.table.TopicTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names, groups, mergers, polls, targets and notes as they were at the end of a day, from the
 * present ones and the change log. A site that was registered later, and a group that was created
 * later, are as they are now. A poll that was created later is left out, a note that was entered
 * later is not.
 */
public final class PastDefinitions {
  private static final String NAME = "name";
  private static final String GROUP = "group";
  private static final String POLL = "poll.";
  private static final String NOTE = "note.";
  private static final String REGISTERED = "site.register";

  private final ManageSources present;
  private final LocalDate day;
  private final List<Change> later;

  /** Later changes of sites by site. A review of many sites asks for those of each one. */
  private final Map<String, List<Change>> ofSite;

  private final Set<String> registeredBefore = new HashSet<>();
  private final Set<String> registeredLater = new HashSet<>();

  private PastDefinitions(ManageSources present, LocalDate day, List<Change> changes) {
    this.present = present;
    this.day = day;
    this.later = changes.stream().filter(this::isLater).toList();
    this.ofSite =
        later.stream()
            .filter(change -> change.action().startsWith("site."))
            .filter(change -> !change.action().equals(REGISTERED))
            .collect(Collectors.groupingBy(Change::subject));
    for (Change change : changes) {
      if (change.action().equals(REGISTERED)) {
        (isLater(change) ? registeredLater : registeredBefore).add(change.subject());
      }
    }
  }

  /**
   * Creates the definitions.
   *
   * @param changes changes of names, groups, mergers, polls, targets and notes, and all
   *     registrations, the oldest first
   */
  public static PastDefinitions of(ManageSources present, LocalDate day, List<Change> changes) {
    return new PastDefinitions(present, day, changes);
  }

  /** Changes after the day, without registrations, the oldest first. */
  public List<Change> later() {
    return later.stream().filter(change -> !change.action().equals(REGISTERED)).toList();
  }

  /**
   * The sources with these definitions, for a report about a scope. Of a group that was created
   * after the day the sites are the present ones.
   */
  public ManageSources sources(Scope scope) {
    var sites = sites(scope.kind() == Scope.Kind.GROUP && isCreatedLater(scope.id()));
    var tables = present.tables();
    return new ManageSources(
        new ManageSources.Tables(
            new Snapshot<>(sites),
            new Snapshot<>(groups()),
            new Snapshot<>(polls()),
            tables.counted(),
            new Snapshot<>(targets(sites.values())),
            new Snapshot<>(notes()),
            tables.accounts(),
            tables.issuedReviews()),
        present.definitions(),
        present.jdbi());
  }

  private boolean isLater(Change change) {
    Instant end = day.plusDays(1).atStartOfDay(zone(change)).toInstant();
    return !change.at().isBefore(end);
  }

  /** The zone of the site that a change is about, if it is about one. */
  private ZoneId zone(Change change) {
    String site =
        change.action().startsWith(POLL)
            ? text(change.before() == null ? change.after() : change.before(), "site")
            : change.subject();
    return Optional.ofNullable(site)
        .flatMap(present.sites()::get)
        .map(Site::zone)
        .orElse(Site.DEFAULT_ZONE);
  }

  private boolean isCreatedLater(String group) {
    return first(GROUP + ".", group).filter(change -> change.before() == null).isPresent();
  }

  private Map<String, Site> sites(boolean presentGroups) {
    var sites = new LinkedHashMap<String, Site>();
    for (Site site : present.sites().all()) {
      // Most sites have no later change, and building one checks all of its parts.
      sites.put(site.id(), ofSite.containsKey(site.id()) ? then(site, presentGroups) : site);
    }
    return sites;
  }

  private Site then(Site site, boolean presentGroup) {
    var builder = site.toBuilder();
    if (!registeredLater.contains(site.id())) {
      before(site, NAME).ifPresent(name -> builder.name(String.valueOf(name.value())));
      before(site, GROUP)
          .filter(group -> !presentGroup)
          .ifPresent(group -> builder.group(group.value()));
    }
    return builder.predecessors(predecessors(site)).build();
  }

  /**
   * The mergers of a site that were known. One that was entered later counts only if both sites
   * were registered later, because then they were brought in with their history.
   */
  private List<Predecessor> predecessors(Site site) {
    var mergers =
        ofSite.getOrDefault(site.id(), List.of()).stream()
            .filter(change -> !taken(change.before()).equals(taken(change.after())))
            .toList();
    if (mergers.isEmpty()) {
      return site.predecessors();
    }
    var known = new ArrayList<>(taken(mergers.get(0).before()));
    if (registeredLater.contains(site.id())) {
      for (Change merger : mergers) {
        for (Predecessor entered : taken(merger.after())) {
          if (registeredLater.contains(entered.site())
              && known.stream().noneMatch(one -> one.site().equals(entered.site()))) {
            known.add(entered);
          }
        }
      }
    }
    return known;
  }

  /** The predecessors in a site's state. */
  public static List<Predecessor> taken(@Nullable Map<String, @Nullable Object> state) {
    Object predecessors = state == null ? null : state.get("predecessors");
    return predecessors == null
        ? List.of()
        : List.of(Json.MAPPER.convertValue(predecessors, Predecessor[].class));
  }

  /** A value before a change. */
  private record Earlier(@Nullable String value) {}

  /** The value that a field of a site had before its first later change. */
  private Optional<Earlier> before(Site site, String field) {
    return ofSite.getOrDefault(site.id(), List.of()).stream()
        .filter(change -> change.before() != null && change.after() != null)
        .filter(
            change -> !Objects.equals(text(change.before(), field), text(change.after(), field)))
        .findFirst()
        .map(change -> new Earlier(text(change.before(), field)));
  }

  /** A field of a state. Null if it has none. */
  public static @Nullable String text(@Nullable Map<String, @Nullable Object> state, String field) {
    Object value = state == null ? null : state.get(field);
    return value == null ? null : value.toString();
  }

  private Map<String, Group> groups() {
    var groups = present(present.groups(), Group::id);
    for (Change change : firsts(GROUP + ".")) {
      if (change.before() != null) {
        groups.put(change.subject(), read(change.before(), Group.class));
      }
    }
    return groups;
  }

  private Map<String, Poll> polls() {
    var polls = present(present.polls(), Poll::id);
    for (Change change : firsts(POLL)) {
      if (change.before() != null) {
        polls.put(change.subject(), read(change.before(), Poll.class));
      } else if (change.after() != null) {
        polls.remove(change.subject());
      }
    }
    return polls;
  }

  /** Reads a poll's state. Null if there is none. */
  public static @Nullable Poll poll(@Nullable Map<String, @Nullable Object> state) {
    return state == null ? null : read(state, Poll.class);
  }

  /**
   * A target that was first entered later counts only if none of its sites had been registered:
   * then the sites were brought in with their history, and their targets too.
   */
  private Map<String, Target> targets(Collection<Site> sites) {
    var targets = present(present.targets(), Target::id);
    for (Change change : firsts("target.")) {
      if (change.before() != null) {
        targets.put(change.subject(), read(change.before(), Target.class));
      } else if (change.after() != null && change.action().equals("target.create")) {
        Target entered = read(change.after(), Target.class);
        boolean known =
            sites.stream()
                .filter(entered.scope()::contains)
                .anyMatch(site -> registeredBefore.contains(site.id()));
        if (known) {
          targets.remove(change.subject());
        } else {
          targets.put(change.subject(), entered);
        }
      }
    }
    return targets;
  }

  /** Reads a target's state. Null if there is none. */
  public static @Nullable Target target(@Nullable Map<String, @Nullable Object> state) {
    return state == null ? null : read(state, Target.class);
  }

  /** Notes of then, and those that were entered later: they explain figures and change none. */
  private Map<String, DayNote> notes() {
    var notes = present(present.notes(), DayNote::id);
    for (Change change : firsts(NOTE)) {
      if (change.before() != null) {
        notes.put(change.subject(), read(change.before(), DayNote.class));
      }
    }
    return notes;
  }

  /** Ids of the notes that were entered later, with the day. */
  public Map<String, LocalDate> notesEnteredLater() {
    var days = new HashMap<String, LocalDate>();
    for (Change change : firsts(NOTE)) {
      if (change.before() == null) {
        days.put(change.subject(), change.at().atZone(Site.DEFAULT_ZONE).toLocalDate());
      }
    }
    return days;
  }

  private static <V> V read(Map<String, @Nullable Object> state, Class<V> type) {
    return Json.MAPPER.convertValue(state, type);
  }

  private Optional<Change> first(String kind, String subject) {
    return firsts(kind).stream().filter(change -> change.subject().equals(subject)).findFirst();
  }

  /** The first later change of each object of a kind. */
  private Collection<Change> firsts(String kind) {
    return later.stream()
        .filter(change -> change.action().startsWith(kind))
        .collect(
            Collectors.toMap(
                Change::subject, change -> change, (one, other) -> one, LinkedHashMap::new))
        .values();
  }

  private static <V> Map<String, V> present(TopicTable<V> table, Function<V, String> id) {
    var values = new HashMap<String, V>();
    table.all().forEach(value -> values.put(id.apply(value), value));
    return values;
  }

  /** A table that never changes. */
  private record Snapshot<V>(Map<String, V> values) implements TopicTable<V> {
    @Override
    public Optional<V> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public Collection<V> all() {
      return values.values();
    }

    @Override
    public void onChange(BiConsumer<String, @Nullable V> listener) {}
  }
}
