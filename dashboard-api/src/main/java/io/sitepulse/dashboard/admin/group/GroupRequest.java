package io.sitepulse.dashboard.admin.group;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a group update. Read-only response fields are ignored, so a GET response can be
 * PUT back.
 */
@JsonIgnoreProperties({"id", "sites", "revision"})
record GroupRequest(@Nullable String name, int position, @Nullable Letterhead letterhead) {

  /**
   * Converts the request to a group.
   *
   * @throws IllegalArgumentException naming a field that is not valid
   */
  @SuppressWarnings("NullAway") // The record refuses a name that is missing.
  Group toGroup(String id) {
    return new Group(Group.VERSION, id, name, position, letterhead);
  }
}
