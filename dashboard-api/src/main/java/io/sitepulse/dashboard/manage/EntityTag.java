package io.sitepulse.dashboard.manage;

import io.sitepulse.dashboard.http.ConditionalResponse;
import io.sitepulse.dashboard.http.JsonText;

/**
 * Entity tags of definitions, for optimistic locking. A revision covers the editable fields of a
 * definition and not the figures beside it in a response. Every list entry carries its revision,
 * which in quotation marks is the entity tag of the entry.
 */
public final class EntityTag {
  private EntityTag() {}

  /** Returns the revision of a definition. */
  public static String of(Object definition) {
    String tag = tagOf(definition);
    return tag.substring(1, tag.length() - 1);
  }

  static String tagOf(Object definition) {
    return ConditionalResponse.tagOf(JsonText.of(definition));
  }
}
