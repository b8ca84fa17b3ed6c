package io.sitepulse.contract.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A website whose visits are counted.
 *
 * @param v schema version, 1
 * @param id {@code [a-z0-9.-]{1,64}}
 * @param name as visitors and managers read it
 * @param origins pages of these origins may send events ({@code https://example.gov.vn}); empty
 *     means any origin
 * @param zone where its days begin and end; {@code Asia/Ho_Chi_Minh} if not given
 * @param baseline what its old counter had, or null
 * @param pageParameters names of the query parameters that are part of a page's address; all others
 *     are cut before anything is stored
 * @param archived true: takes no more events; its numbers stay
 * @param group id of the {@link Group} it belongs to, or null
 * @param predecessors sites whose totals and history it takes over
 * @param sample true: its numbers were made up to try the program on; shown wherever they are
 */
public record Site(
    int v,
    String id,
    String name,
    List<String> origins,
    ZoneId zone,
    @Nullable Baseline baseline,
    List<String> pageParameters,
    boolean archived,
    @Nullable String group,
    List<Predecessor> predecessors,
    boolean sample) {
  public static final int VERSION = 1;
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Pattern ID = Pattern.compile("[a-z0-9.-]{1,64}");
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

  @SuppressWarnings("NullAway") // Jackson hands over null for what a definition leaves out.
  public Site {
    checkId(id);
    name = name == null ? id : Require.text(name, 200, "name");
    origins = origins == null ? List.of() : List.copyOf(origins);
    origins.forEach(origin -> Require.matches(origin, ORIGIN, "origins"));
    zone = zone == null ? DEFAULT_ZONE : zone;
    pageParameters = pageParameters == null ? List.of() : List.copyOf(pageParameters);
    pageParameters.forEach(name1 -> Require.text(name1, 64, "pageParameters"));
    if (group != null) {
      Group.checkId(group);
    }
    predecessors = predecessors == null ? List.of() : List.copyOf(predecessors);
    if (predecessors.stream().anyMatch(predecessor -> predecessor.site().equals(id))) {
      throw new FieldViolationException(
          "predecessors", Rule.SAME_SITE, "must not contain the site itself");
    }
  }

  /** A site with the defaults. */
  public static Site of(String id, ZoneId zone) {
    return new Site(
        VERSION, id, id, List.of(), zone, null, List.of(), false, null, List.of(), false);
  }

  /**
   * Asks that a text can be a site's id.
   *
   * @throws IllegalArgumentException if not
   */
  public static String checkId(@Nullable String id) {
    return checkId(id, "site");
  }

  /** The same of an id that stands in another field. */
  public static String checkId(@Nullable String id, String field) {
    return Require.matches(id, ID, field);
  }

  /**
   * Hosts its pages are on, in lower case, without port and {@code www.}: those of its origins, and
   * its id, which often is one. A page of them that a visitor came from is not a source.
   */
  @JsonIgnore
  public List<String> hosts() {
    return Stream.concat(Stream.of(id), origins.stream().map(Site::hostOf))
        .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
        .distinct()
        .toList();
  }

  private static String hostOf(String origin) {
    return origin.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
  }

  /** The site's local day at an instant. */
  public LocalDate dayAt(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
