package io.sitepulse.contract.site;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Require;
import io.sitepulse.contract.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A set of sites: one site, the sites of a group, or all. Its text is {@code site:ID}, {@code
 * group:ID} or {@code all}.
 *
 * @param kind kind of the set
 * @param id id of the site or group, empty for all
 */
public record Scope(Kind kind, String id) {
  public static final Scope ALL = new Scope(Kind.ALL, "");

  /** The kind of a scope. */
  public enum Kind {
    SITE,
    GROUP,
    ALL
  }

  public Scope {
    Require.present(kind, "scope");
    switch (kind) {
      case SITE -> Site.checkId(id);
      case GROUP -> Group.checkId(id);
      case ALL -> id = "";
    }
  }

  /** One site. */
  public static Scope site(String id) {
    return new Scope(Kind.SITE, id);
  }

  /** The sites of a group. */
  public static Scope group(String id) {
    return new Scope(Kind.GROUP, id);
  }

  /**
   * Parses a scope.
   *
   * @throws IllegalArgumentException if the text is not a scope
   */
  @JsonCreator
  public static Scope parse(@Nullable String text) {
    if ("all".equals(text)) {
      return ALL;
    }
    if (text != null && text.startsWith("site:")) {
      return site(text.substring("site:".length()));
    }
    if (text != null && text.startsWith("group:")) {
      return group(text.substring("group:".length()));
    }
    throw new FieldViolationException("scope", Rule.SCOPE, "must be site:ID, group:ID or all");
  }

  /** Tells if the scope contains a site. */
  public boolean contains(Site site) {
    return switch (kind) {
      case SITE -> site.id().equals(id);
      case GROUP -> id.equals(site.group());
      case ALL -> true;
    };
  }

  @Override
  @JsonValue
  public String toString() {
    return switch (kind) {
      case SITE -> "site:" + id;
      case GROUP -> "group:" + id;
      case ALL -> "all";
    };
  }
}
