package io.sitepulse.contract.site;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import java.net.IDN;
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
 * @param name display name
 * @param origins origins of the pages that may send events ({@code https://example.gov.vn}). An
 *     empty list allows any origin.
 * @param zone time zone of its days, by default {@code Asia/Ho_Chi_Minh}
 * @param baseline totals of its previous counter, or null
 * @param pageParameters names of the query parameters that identify a page. All others are removed
 *     before an event is stored.
 * @param archived true if the site accepts no more events. Its numbers stay.
 * @param group id of the {@link Group} it belongs to, or null
 * @param predecessors sites whose totals and history it takes over
 * @param sample true if its numbers are sample data, which is shown with them
 * @param storedZone text of the stored zone if {@link SiteZone} had to read it as another one, or
 *     null. It is shown for correction.
 * @param ignoreEndSlash true if {@code /a/} and {@code /a} are one page
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
    boolean sample,
    @Nullable String storedZone,
    boolean ignoreEndSlash) {
  public static final int VERSION = 1;
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Pattern ID = Pattern.compile("[a-z0-9.-]{1,64}");

  @SuppressWarnings("NullAway") // Jackson hands over null for what a definition leaves out.
  public Site {
    checkId(id);
    name = name == null ? id : Require.text(name, 200, "name");
    origins = origins == null ? List.of() : origins.stream().map(Origin::normalized).toList();
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

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Site read(Builder stored) {
    return stored.build();
  }

  /** Makes a site with default values. */
  public static Site of(String id, ZoneId zone) {
    return builder().id(id).zone(zone).build();
  }

  /** Tells if a text is a valid site id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * Requires that a text is a valid site id.
   *
   * @throws IllegalArgumentException if not
   */
  public static String checkId(@Nullable String id) {
    return checkId(id, "site");
  }

  /** Requires that the text of a field is a valid site id. */
  public static String checkId(@Nullable String id, String field) {
    return Require.matches(id, ID, field);
  }

  /**
   * The hosts of its pages in lower case, without port and {@code www.}: those of its origins, and
   * its id, which is often a host name. A referring page on these hosts is not a source of visits.
   * International names are included in letters, as referrers are stored, and as browsers send them
   * (IDNA), as they were stored before.
   */
  @JsonIgnore
  public List<String> hosts() {
    return Stream.concat(Stream.of(id), origins.stream().map(Site::hostOf))
        .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host)
        .flatMap(host -> Stream.of(IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED), host))
        .distinct()
        .toList();
  }

  private static String hostOf(String origin) {
    return origin.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
  }

  /**
   * Tells if pages of an origin may send events and votes. A site without origins allows all
   * origins, including {@code null} of a sandboxed frame. Requests without an origin come from
   * servers, apps and images, not from a script of a foreign page, so they are allowed. An origin
   * covers its host with and without {@code www.}, by http and by https, and its pages that Google
   * translates. Caches and archives of other sites' pages are allowed only if they are listed.
   *
   * @param origin value of the {@code Origin} header in any case, or null if there is none
   */
  public boolean allows(@Nullable String origin) {
    return origin == null
        || (origins.isEmpty() && !Origin.isCopy(origin))
        || origins.stream().anyMatch(allowed -> Origin.covers(allowed, origin));
  }

  /**
   * The origins of {@link #allows} as sources of a content security policy. Empty if the site
   * allows all origins.
   */
  @JsonIgnore
  public List<String> frameSources() {
    return origins.stream().flatMap(Origin::sources).distinct().toList();
  }

  /** The site's local day at an instant. */
  public LocalDate dayAt(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** Starts to build a site. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts to build a copy. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.id = id;
    builder.name = name;
    builder.origins = origins;
    builder.zone = zone;
    builder.baseline = baseline;
    builder.pageParameters = pageParameters;
    builder.archived = archived;
    builder.group = group;
    builder.predecessors = predecessors;
    builder.sample = sample;
    builder.storedZone = storedZone;
    builder.ignoreEndSlash = ignoreEndSlash;
    return builder;
  }

  /** Collects the components of a site. JSON is read into it. It is used by one thread. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  @JsonIgnoreProperties("v")
  public static final class Builder {
    private @Nullable String id;
    private @Nullable String name;
    private List<String> origins = List.of();
    private ZoneId zone = DEFAULT_ZONE;
    private @Nullable Baseline baseline;
    private List<String> pageParameters = List.of();
    private boolean archived;
    private @Nullable String group;
    private List<Predecessor> predecessors = List.of();
    private boolean sample;
    private @Nullable String storedZone;
    private boolean ignoreEndSlash;

    private Builder() {}

    @JsonSetter("zone")
    void readZone(@Nullable String stored) {
      if (stored != null) {
        zone = SiteZone.read(stored);
        storedZone = SiteZone.isKnown(stored) ? storedZone : stored;
      }
    }

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder origins(List<String> origins) {
      this.origins = origins;
      return this;
    }

    public Builder zone(ZoneId zone) {
      this.zone = zone;
      return this;
    }

    public Builder baseline(@Nullable Baseline baseline) {
      this.baseline = baseline;
      return this;
    }

    public Builder pageParameters(List<String> pageParameters) {
      this.pageParameters = pageParameters;
      return this;
    }

    public Builder archived(boolean archived) {
      this.archived = archived;
      return this;
    }

    public Builder group(@Nullable String group) {
      this.group = group;
      return this;
    }

    public Builder predecessors(List<Predecessor> predecessors) {
      this.predecessors = predecessors;
      return this;
    }

    public Builder sample(boolean sample) {
      this.sample = sample;
      return this;
    }

    public Builder ignoreEndSlash(boolean ignoreEndSlash) {
      this.ignoreEndSlash = ignoreEndSlash;
      return this;
    }

    /**
     * Builds a site.
     *
     * @throws IllegalArgumentException if a component is missing or invalid
     */
    @SuppressWarnings("NullAway") // The compact constructor refuses null.
    public Site build() {
      return new Site(
          VERSION,
          id,
          name,
          origins,
          zone,
          baseline,
          pageParameters,
          archived,
          group,
          predecessors,
          sample,
          storedZone,
          ignoreEndSlash);
    }
  }
}
