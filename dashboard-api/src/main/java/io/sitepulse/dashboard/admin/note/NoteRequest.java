package io.sitepulse.dashboard.admin.note;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.definition.RandomId;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Request body of a note. Read-only response fields are ignored, so a GET response can be PUT back.
 *
 * @param id id of a new note, or null to generate one
 * @param to last day. Null if it is the first one
 */
@JsonIgnoreProperties({"scopeName", "enteredBy", "role", "revision"})
record NoteRequest(
    @Nullable String id,
    @Nullable Scope scope,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String text) {
  /** Line ends, and characters that XML does not allow, so no document. */
  private static final Pattern NOT_OF_A_LINE =
      Pattern.compile("[\\s\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{FFFE}\\x{FFFF}]+");

  NoteRequest {
    text = text == null ? null : NOT_OF_A_LINE.matcher(text).replaceAll(" ").strip();
  }

  /** Returns the present values of a note. */
  static NoteRequest of(DayNote note) {
    return new NoteRequest(note.id(), note.scope(), note.from(), note.to(), note.text());
  }

  /**
   * Converts the request to a note.
   *
   * @param enteredBy name of the caller
   * @throws IllegalArgumentException naming a field that is not valid
   */
  @SuppressWarnings("NullAway") // The record refuses what is missing.
  DayNote toNote(String enteredBy) {
    return new DayNote(
        DayNote.VERSION,
        id == null ? RandomId.next() : id,
        scope,
        from,
        to == null ? from : to,
        text,
        enteredBy);
  }
}
