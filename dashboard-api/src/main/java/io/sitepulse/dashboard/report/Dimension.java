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
  /** Host of the referrer of a visit. Empty if unknown. */
  SOURCE("source", true),
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
