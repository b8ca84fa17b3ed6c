package io.sitepulse.dashboard.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.Labelled;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What figures can be broken down by. */
public enum Dimension implements Labelled {
  /** Pages that were read; what was read in a visit's other pages is not of it. */
  PAGE("page", true),
  /** The first page of a visit. */
  ENTRY("entry", true),
  /** The host a visit came from; empty: none known. */
  SOURCE("source", true),
  DEVICE("device", true),
  BROWSER("browser", true),
  SYSTEM("system", true),
  /** ISO 3166-1 alpha-2; empty: not known. */
  COUNTRY("country", true),
  LANGUAGE("language", true),
  /** Robots by name; they are in no other figure. */
  BOT("bot", false),
  /** Sites of the scope; of one site those it took over stand beside it. */
  SITE("site", false);

  private final String label;
  private final boolean filters;

  Dimension(String label, boolean filters) {
    this.label = label;
    this.filters = filters;
  }

  @Override
  @JsonValue
  public String label() {
    return label;
  }

  /** Whether figures can be narrowed to one of its values. */
  public boolean filters() {
    return filters;
  }

  /** Those that figures can be narrowed by. */
  public static List<Dimension> filtering() {
    return Arrays.stream(values()).filter(Dimension::filters).toList();
  }

  /**
   * Finds the dimension that has a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Dimension parse(@Nullable String label) {
    return Labelled.parse(Dimension.class, label, "dimension");
  }
}
