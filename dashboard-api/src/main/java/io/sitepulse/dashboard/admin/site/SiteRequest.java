package io.sitepulse.dashboard.admin.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.site.SiteZone;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a site update. Read-only response fields are ignored, so a GET response can be
 * PUT back.
 *
 * @param id id of a new site. Cannot be changed later.
 * @param origins at most {@value #MAX_ORIGINS}
 * @param pageParameters at most {@value #MAX_PARAMETERS}
 */
@JsonIgnoreProperties({"predecessors", "successor", "role", "revision", "embed", "storedZone"})
record SiteRequest(
    String id,
    @Nullable String name,
    @Nullable List<String> origins,
    @Nullable ZoneId zone,
    @Nullable String group,
    @Nullable BaselineRequest baseline,
    @Nullable List<String> pageParameters,
    boolean archived,
    boolean sample,
    boolean ignoreEndSlash) {
  static final int MAX_ORIGINS = 50;
  static final int MAX_PARAMETERS = 50;

  /** A baseline without the name of the person who entered it, which the server adds. */
  @JsonIgnoreProperties("enteredBy")
  record BaselineRequest(
      @Nullable Long views,
      @Nullable Long visits,
      @Nullable Long visitors,
      LocalDate asOf,
      String source) {
    static @Nullable BaselineRequest of(@Nullable Baseline baseline) {
      return baseline == null
          ? null
          : new BaselineRequest(
              baseline.views(),
              baseline.visits(),
              baseline.visitors(),
              baseline.asOf(),
              baseline.source());
    }

    Baseline toBaseline(String enteredBy) {
      return new Baseline(
          Require.present(views, "baseline.views"),
          Require.present(visits, "baseline.visits"),
          Require.present(visitors, "baseline.visitors"),
          asOf,
          source,
          enteredBy);
    }
  }

  SiteRequest {
    Site.checkId(id, "id");
    SiteZone.require(zone, "zone");
    atMost(origins, MAX_ORIGINS, "origins");
    atMost(pageParameters, MAX_PARAMETERS, "pageParameters");
    Require.atMost(name, 200, "name");
  }

  /** Returns the present values of a site. */
  static SiteRequest of(Site site) {
    return new Builder(site.id())
        .name(site.name())
        .origins(site.origins())
        .zone(site.zone())
        .group(site.group())
        .baseline(BaselineRequest.of(site.baseline()))
        .pageParameters(site.pageParameters())
        .archived(site.archived())
        .sample(site.sample())
        .ignoreEndSlash(site.ignoreEndSlash())
        .build();
  }

  /** Returns true if it changes a field that only administrators may change. */
  boolean requiresAdministrator(Site site) {
    return archived != site.archived()
        || !Objects.equals(group, site.group())
        || !Objects.equals(baseline, BaselineRequest.of(site.baseline()));
  }

  /**
   * Converts the request to a site.
   *
   * @param before the present site, or null for a new one
   * @param enteredBy name of the caller, for a new baseline
   * @throws IllegalArgumentException naming a field that is not valid
   */
  @SuppressWarnings("NullAway") // The record fills in the defaults.
  Site toSite(@Nullable Site before, String enteredBy) {
    return Site.builder()
        .id(id)
        .name(name)
        .origins(origins)
        .zone(zone)
        .baseline(baseline(before, enteredBy))
        .pageParameters(pageParameters)
        .archived(archived)
        .group(group)
        .predecessors(before == null ? List.of() : before.predecessors())
        .sample(sample)
        .ignoreEndSlash(ignoreEndSlash)
        .build();
  }

  private @Nullable Baseline baseline(@Nullable Site before, String enteredBy) {
    Baseline known = before == null ? null : before.baseline();
    if (baseline == null || Objects.equals(baseline, BaselineRequest.of(known))) {
      return baseline == null ? null : known;
    }
    return baseline.toBaseline(enteredBy);
  }

  private static void atMost(@Nullable List<String> list, int limit, String field) {
    if (list != null) {
      Require.count(list, 0, limit, field);
    }
  }

  /** Collects the components of a request. It is used by one thread. */
  static final class Builder {
    private final String id;
    private @Nullable String name;
    private @Nullable List<String> origins;
    private @Nullable ZoneId zone;
    private @Nullable String group;
    private @Nullable BaselineRequest baseline;
    private @Nullable List<String> pageParameters;
    private boolean archived;
    private boolean sample;
    private boolean ignoreEndSlash;

    private Builder(String id) {
      this.id = id;
    }

    Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    Builder origins(@Nullable List<String> origins) {
      this.origins = origins;
      return this;
    }

    Builder zone(@Nullable ZoneId zone) {
      this.zone = zone;
      return this;
    }

    Builder group(@Nullable String group) {
      this.group = group;
      return this;
    }

    Builder baseline(@Nullable BaselineRequest baseline) {
      this.baseline = baseline;
      return this;
    }

    Builder pageParameters(@Nullable List<String> pageParameters) {
      this.pageParameters = pageParameters;
      return this;
    }

    Builder archived(boolean archived) {
      this.archived = archived;
      return this;
    }

    Builder sample(boolean sample) {
      this.sample = sample;
      return this;
    }

    Builder ignoreEndSlash(boolean ignoreEndSlash) {
      this.ignoreEndSlash = ignoreEndSlash;
      return this;
    }

    SiteRequest build() {
      return new SiteRequest(
          id,
          name,
          origins,
          zone,
          group,
          baseline,
          pageParameters,
          archived,
          sample,
          ignoreEndSlash);
    }
  }
}
