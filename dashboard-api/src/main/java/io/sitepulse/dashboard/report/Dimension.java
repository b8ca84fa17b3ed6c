package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dimensions of breakdowns and filters. */
public enum Dimension implements Labelled {
  /** Path of a page. A filter keeps the views of the page, not the other views of their visits. */
  PAGE("page", true),
  /** The first page of a visit. */
  ENTRY("entry", true),
  /** Name of the provider that a visit came from, or the referring host. Empty if unknown. */
  SOURCE("source", true),
  /** Name of the campaign that a visit came from. Visits without tags have no value. */
  CAMPAIGN("campaign", true),
  /** Where the link of the campaign was published. */
  CAMPAIGN_SOURCE("campaignSource", true),
  /** Means of the campaign. */
  CAMPAIGN_MEDIUM("campaignMedium", true),
  /** Which of several links of the campaign. */
  CAMPAIGN_CONTENT("campaignContent", true),
  /** Keyword of the campaign's advertisement. */
  CAMPAIGN_TERM("campaignTerm", true),
  DEVICE("device", true),
  BROWSER("browser", true),
  SYSTEM("system", true),
  /** ISO 3166-1 alpha-2. Empty if unknown. */
  COUNTRY("country", true),
  LANGUAGE("language", true),
  /** Name of a robot. Robots are counted nowhere else. */
  BOT("bot", false),
  /** Sites of the scope. For a single site: itself and its predecessors. */
  SITE("site", false);

  private final String label;
  private final boolean filters;

  Dimension(String label, boolean filters) {
    this.label = label;
    this.filters = filters;
  }

  /** The name in requests and JSON. */
  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /** True if visits can be filtered by this dimension. */
  public boolean filters() {
    return filters;
  }

  /** The dimensions that visits can be filtered by. */
  public static List<Dimension> filtering() {
    return Arrays.stream(values()).filter(Dimension::filters).toList();
  }

  /**
   * Finds a dimension by its label.
   *
   * @throws IllegalArgumentException if there is none. The message lists the allowed labels
   */
  @JsonCreator
  public static Dimension parse(@Nullable String label) {
    return Labelled.parse(Dimension.class, label, "dimension");
  }
}
