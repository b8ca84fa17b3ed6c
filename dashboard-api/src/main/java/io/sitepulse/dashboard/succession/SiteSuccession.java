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
 * Which sites count for which. A site takes its predecessors over from a date on, that is once the
 * successor's local day is that date or a later one; from then on its figures are its own and
 * theirs, of all days, and theirs have those of their own predecessors in them. Pure.
 *
 * <pre>
 *   so-a ──from 1 March──▶ so-moi ──from 1 July──▶ tinh
 *   so-b ──from 1 May────▶
 *
 *   in June: so-moi = so-moi + so-a + so-b; tinh = tinh
 *   in July: tinh = tinh + so-moi + so-a + so-b; listed: tinh alone
 * </pre>
 *
 * <p>Definitions are refused before they could contradict each other, but two instances can be
 * asked at the same moment. Then the earlier date counts, of equal ones the smaller id, and what
 * would be a second successor or a circle is left out: no figure is ever counted twice or for ever.
 */
public final class SiteSuccession {
  private final Map<String, Site> sites = new HashMap<>();
  private final Map<String, List<Predecessor>> predecessors = new HashMap<>();
  private final Map<String, Successor> successors = new HashMap<>();

  /**
   * Who takes a site over.
   *
   * @param site id of the successor
   * @param from its local day from which it is so; may be still to come
   */
  public record Successor(String site, LocalDate from) {}

  private record Claim(String successor, Predecessor predecessor) {
    static final Comparator<Claim> ORDER =
        Comparator.comparing((Claim claim) -> claim.predecessor.from())
            .thenComparing(Claim::successor)
            .thenComparing(claim -> claim.predecessor.site());
  }

  private SiteSuccession() {}

  /** What all the definitions say together. */
  public static SiteSuccession of(Collection<Site> all) {
    var succession = new SiteSuccession();
    all.forEach(site -> succession.sites.put(site.id(), site));
    all.stream()
        .flatMap(site -> site.predecessors().stream().map(p -> new Claim(site.id(), p)))
        .sorted(Claim.ORDER)
        .forEach(succession::take);
    return succession;
  }

  private void take(Claim claim) {
    String predecessor = claim.predecessor().site();
    if (sites.containsKey(predecessor)
        && !successors.containsKey(predecessor)
        && !upwards(claim.successor()).contains(predecessor)) {
      successors.put(predecessor, new Successor(claim.successor(), claim.predecessor().from()));
      predecessors
          .computeIfAbsent(claim.successor(), none -> new ArrayList<>())
          .add(claim.predecessor());
    }
  }

  /**
   * The sites whose figures are a site's figures at an instant: itself first, then those it has
   * taken over, and those they have.
   */
  public List<Site> members(Site site, Instant now) {
    var members = new ArrayList<>(List.of(site));
    for (int i = 0; i < members.size(); i++) {
      members.addAll(taken(members.get(i), now));
    }
    return members;
  }

  /** The sites that a site itself has taken over by an instant, by date. */
  public List<Site> taken(Site site, Instant now) {
    return predecessors.getOrDefault(site.id(), List.of()).stream()
        .filter(predecessor -> !site.dayAt(now).isBefore(predecessor.from()))
        .flatMap(predecessor -> Optional.ofNullable(sites.get(predecessor.site())).stream())
        .toList();
  }

  /** Who takes a site over, now or one day. */
  public Optional<Successor> successor(String site) {
    return Optional.ofNullable(successors.get(site));
  }

  /** Who has taken a site over by an instant. */
  public Optional<Successor> successor(String site, Instant now) {
    return successor(site)
        .filter(successor -> !dayOf(successor.site(), now).isBefore(successor.from()));
  }

  /** Whether a site is listed by itself at an instant, rather than under its successor. */
  public boolean isListed(Site site, Instant now) {
    return successor(site.id(), now).isEmpty();
  }

  /** A site, its successor, that one's successor and so on, whatever the dates. */
  public List<String> upwards(String site) {
    var chain = new ArrayList<>(List.of(site));
    for (var next = successor(site); next.isPresent(); next = successor(next.get().site())) {
      chain.add(next.get().site());
    }
    return chain;
  }

  /**
   * What speaks against a site's taking over another one; empty: nothing.
   *
   * @return the rule that is broken, of the field {@code predecessor}
   */
  public Optional<FieldViolationException> refuses(Site successor, Site predecessor) {
    String other =
        successor(predecessor.id())
            .map(Successor::site)
            .filter(id -> !id.equals(successor.id()))
            .orElse("");
    if (successor.id().equals(predecessor.id())) {
      return refused(Rule.SAME_SITE, "must be another site than " + successor.id(), other);
    }
    if (!other.isEmpty()) {
      String taken = "is taken over by " + other + " already; a site has one successor";
      return refused(Rule.HAS_SUCCESSOR, taken, other);
    }
    if (upwards(successor.id()).contains(predecessor.id())) {
      String circle = "takes over " + successor.id() + " itself: that would be a circle";
      return refused(Rule.CIRCLE, circle, other);
    }
    return successor.sample() == predecessor.sample()
        ? Optional.empty()
        : refused(
            Rule.SAMPLE, "and " + successor.id() + " must both be real or both be samples", other);
  }

  private static Optional<FieldViolationException> refused(Rule rule, String detail, String site) {
    Map<String, Object> limits = site.isEmpty() ? Map.of() : Map.of("site", site);
    return Optional.of(new FieldViolationException("predecessor", rule, detail, limits));
  }

  private LocalDate dayOf(String site, Instant now) {
    Site known = sites.get(site);
    return known == null ? LocalDate.MIN : known.dayAt(now);
  }
}
