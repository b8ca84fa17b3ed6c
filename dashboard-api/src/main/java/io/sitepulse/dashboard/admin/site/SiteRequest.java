package io.sitepulse.dashboard.admin.site;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What managers may say of a site. What the program itself says of it beside that is passed over,
 * so that an entry can be sent back as it was read.
 *
 * @param id of a site to register; of one that is there, the same
 * @param origins at most {@value #MAX_ORIGINS}
 * @param pageParameters at most {@value #MAX_PARAMETERS}
 */
@JsonIgnoreProperties({"predecessors", "successor", "role", "revision", "embed"})
record SiteRequest(
    String id,
    @Nullable String name,
    @Nullable List<String> origins,
    @Nullable ZoneId zone,
    @Nullable String group,
    @Nullable Old baseline,
    @Nullable List<String> pageParameters,
    boolean archived,
    boolean sample) {
  static final int MAX_ORIGINS = 50;
  static final int MAX_PARAMETERS = 50;

  /** A baseline; who entered it is for the program to say. */
  @JsonIgnoreProperties("enteredBy")
  record Old(
      @Nullable Long views,
      @Nullable Long visits,
      @Nullable Long visitors,
      LocalDate asOf,
      String source) {
    static @Nullable Old of(@Nullable Baseline known) {
      return known == null
          ? null
          : new Old(known.views(), known.visits(), known.visitors(), known.asOf(), known.source());
    }

    Baseline enteredBy(String name) {
      return new Baseline(
          Require.present(views, "baseline.views"),
          Require.present(visits, "baseline.visits"),
          Require.present(visitors, "baseline.visitors"),
          asOf,
          source,
          name);
    }
  }

  SiteRequest {
    Site.checkId(id, "id");
    atMost(origins, MAX_ORIGINS, "origins");
    atMost(pageParameters, MAX_PARAMETERS, "pageParameters");
    Require.atMost(name, 200, "name");
  }

  /** What is said of a site now. */
  static SiteRequest of(Site site) {
    return new SiteRequest(
        site.id(),
        site.name(),
        site.origins(),
        site.zone(),
        site.group(),
        Old.of(site.baseline()),
        site.pageParameters(),
        site.archived(),
        site.sample());
  }

  /** Whether it says anything that only administrators may change. */
  boolean touchesMoreThan(Site site) {
    return archived != site.archived()
        || !Objects.equals(group, site.group())
        || !Objects.equals(baseline, Old.of(site.baseline()));
  }

  /**
   * A site as this says.
   *
   * @param before the site as it is; null: a new one
   * @param by who says it, for the baseline
   * @throws IllegalArgumentException naming a field that cannot be so
   */
  @SuppressWarnings("NullAway") // The record puts in what a definition leaves out.
  Site toSite(@Nullable Site before, String by) {
    return Site.builder().id(id).name(name).origins(origins).zone(zone).baseline(baseline(before, by)).pageParameters(pageParameters).archived(archived).group(group).predecessors(before == null ? List.of() : before.predecessors()).sample(sample).build();
  }

  private @Nullable Baseline baseline(@Nullable Site before, String by) {
    Baseline known = before == null ? null : before.baseline();
    if (baseline == null || Objects.equals(baseline, Old.of(known))) {
      return baseline == null ? null : known;
    }
    return baseline.enteredBy(by);
  }

  private static void atMost(@Nullable List<String> list, int limit, String field) {
    if (list != null) {
      Require.count(list, 0, limit, field);
    }
  }
}
