package io.sitepulse.dashboard.admin.note;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.dashboard.manage.EntityTag;

/**
 * A note for its readers.
 *
 * @param note in JSON its fields without the schema version
 * @param scopeName name of the site or group
 * @param role role of the caller
 * @param revision changes with the definition
 */
record NoteResponse(
    @JsonUnwrapped @JsonIgnoreProperties("v") DayNote note,
    String scopeName,
    Role role,
    String revision) {

  static NoteResponse of(DayNote note, String scopeName, Role role) {
    return new NoteResponse(note, scopeName, role, EntityTag.of(note));
  }
}
