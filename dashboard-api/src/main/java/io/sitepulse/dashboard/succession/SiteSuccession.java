package io.sitepulse.dashboard.succession;

import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merger graph of all sites. A site takes over a predecessor from a date on, in the local days
 * of the successor. From then on its figures include those of the predecessor, of all days and with
 * all of its own predecessors. Immutable.
 *
 * <pre>
 *   so-a ──from 1 March──▶ so-moi ──from 1 July──▶ tinh
 *   so-b ──from 1 May────▶
 *
 *   in June: so-moi = so-moi + so-a + so-b,        tinh = tinh
 *   in July: tinh = tinh + so-moi + so-a + so-b,   only tinh is listed
 * </pre>
 *
 * <p>Contradicting definitions are refused, but two instances may accept them at the same moment.
 * Then the earlier date has priority, and of equal dates the smaller id. A second successor or a
 * cycle is left out, so no figure is counted twice.
 */
public final class SiteSuccession {
  private final Map<String, Site> sites = new HashMap<>();
  private final Map<String, List<Predecessor>> predecessors = new HashMap<>();
  private final Map<String, Successor> successors = new HashMap<>();

  /**
   * The successor of a site.
   *
   * @param site id of the successor
   * @param from its local day from which it includes the site. May be in the future.
   */
  public record Successor(String site, LocalDate from) {}

  private record Claim(String successor, Predecessor predecessor) {
    static final Comparator<Claim> ORDER =
        Comparator.comparing((Claim claim) -> claim.predecessor.from())
            .thenComparing(Claim::successor)
            .thenComparing(claim -> claim.predecessor.site());
  }

  private SiteSuccession() {}

  /** Builds the graph from all definitions. */
  public static SiteSuccession of(Collection<Site> all) {
    return of(all, LocalDate.MAX);
  }

  /** Returns the graph without the mergers after a day, as it was at the end of that day. */
  public SiteSuccession until(LocalDate day) {
    return of(sites.values(), day);
  }

  private static SiteSuccession of(Collection<Site> all, LocalDate until) {
    var succession = new SiteSuccession();
    all.forEach(site -> succession.sites.put(site.id(), site));
    all.stream()
        .flatMap(site -> site.predecessors().stream().map(p -> new Claim(site.id(), p)))
        .filter(claim -> !claim.predecessor().from().isAfter(until))
        .sorted(Claim.ORDER)
        .forEach(succession::add);
    return succession;
  }

  private void add(Claim claim) {
    String predecessor = claim.predecessor().site();
    if (sites.containsKey(predecessor)
        && !successors.containsKey(predecessor)
        && !successorChain(claim.successor()).contains(predecessor)) {
      successors.put(predecessor, new Successor(claim.successor(), claim.predecessor().from()));
      predecessors
          .computeIfAbsent(claim.successor(), none -> new ArrayList<>())
          .add(claim.predecessor());
    }
  }

  /**
   * Returns the sites whose figures a site includes at an instant: itself first, then its
   * predecessors and theirs.
   */
  public List<Site> members(Site site, Instant now) {
    var members = new ArrayList<>(List.of(site));
    for (int i = 0; i < members.size(); i++) {
      members.addAll(predecessors(members.get(i), now));
    }
    return members;
  }

  /** Returns the direct predecessors that a site has taken over by an instant, by date. */
  public List<Site> predecessors(Site site, Instant now) {
    return predecessors.getOrDefault(site.id(), List.of()).stream()
        .filter(predecessor -> !site.dayAt(now).isBefore(predecessor.from()))
        .flatMap(predecessor -> Optional.ofNullable(sites.get(predecessor.site())).stream())
        .toList();
  }

  /** Returns the successor of a site, now or in the future. */
  public Optional<Successor> successor(String site) {
    return Optional.ofNullable(successors.get(site));
  }

  /** Returns the successor that has taken over a site by an instant. */
  public Optional<Successor> successor(String site, Instant now) {
    return successor(site)
        .filter(successor -> !dayOf(successor.site(), now).isBefore(successor.from()));
  }

  /** Returns the sites that have taken over a site by an instant, the direct successor first. */
  public List<Site> successors(String site, Instant now) {
    var found = new ArrayList<Site>();
    for (var next = successor(site, now);
        next.isPresent();
        next = successor(next.get().site(), now)) {
      Optional.ofNullable(sites.get(next.get().site())).ifPresent(found::add);
    }
    return found;
  }

  /** Returns true if no successor has taken over a site by an instant. */
  public boolean isListed(Site site, Instant now) {
    return successor(site.id(), now).isEmpty();
  }

  /** Returns a site, its successor, the successor's successor and so on, at any date. */
  public List<String> successorChain(String site) {
    var chain = new ArrayList<>(List.of(site));
    for (var next = successor(site); next.isPresent(); next = successor(next.get().site())) {
      chain.add(next.get().site());
    }
    return chain;
  }

  /**
   * Checks whether a site may take over another one.
   *
   * @return the violation, of the field {@code predecessor}, or empty if it may
   */
  public Optional<FieldViolationException> violation(Site successor, Site predecessor) {
    String other =
        successor(predecessor.id())
            .map(Successor::site)
            .filter(id -> !id.equals(successor.id()))
            .orElse("");
    if (successor.id().equals(predecessor.id())) {
      return violation(Rule.SAME_SITE, "must be another site than " + successor.id(), other);
    }
    if (!other.isEmpty()) {
      String taken = "is already taken over by " + other + " and can have one successor only";
      return violation(Rule.HAS_SUCCESSOR, taken, other);
    }
    if (successorChain(successor.id()).contains(predecessor.id())) {
      String cycle = "takes over " + successor.id() + ", so this would be a cycle";
      return violation(Rule.CIRCLE, cycle, other);
    }
    return successor.sample() == predecessor.sample()
        ? Optional.empty()
        : violation(
            Rule.SAMPLE, "and " + successor.id() + " must both be real or both be samples", other);
  }

  private static Optional<FieldViolationException> violation(
      Rule rule, String detail, String site) {
    Map<String, Object> limits = site.isEmpty() ? Map.of() : Map.of("site", site);
    return Optional.of(new FieldViolationException("predecessor", rule, detail, limits));
  }

  private LocalDate dayOf(String site, Instant now) {
    Site known = sites.get(site);
    return known == null ? LocalDate.MIN : known.dayAt(now);
  }
}
