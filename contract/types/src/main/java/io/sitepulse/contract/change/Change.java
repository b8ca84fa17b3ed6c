package io.sitepulse.contract.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log. The states are JSON objects with the fields that the object had at
 * that time, in their order.
 *
 * @param v schema version, 1
 * @param id id of this change
 * @param at instant of the change
 * @param by account id, or {@code seed}, {@code setup}, {@code command}
 * @param byName name of that account at that time
 * @param action action, e.g. {@code site.update}, {@code session.begin}
 * @param subject id of the changed object
 * @param before state before the change without secrets, or null if the object is new
 * @param after state after the change without secrets, or null if the object was removed
 */
public record Change(
    int v,
    UUID id,
    Instant at,
    String by,
    String byName,
    String action,
    String subject,
    @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
        @Nullable Map<String, @Nullable Object> before,
    @JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
        @Nullable Map<String, @Nullable Object> after) {
  public static final int VERSION = 1;

  public Change {
    Require.present(id, "id");
    Require.present(at, "at");
    Require.text(by, 64, "by");
    Require.text(byName, 200, "byName");
    Require.text(action, 64, "action");
    Require.text(subject, 200, "subject");
    before = copy(before);
    after = copy(after);
  }

  private static @Nullable Map<String, @Nullable Object> copy(
      @Nullable Map<String, @Nullable Object> state) {
    return state == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(state));
  }

  /** Starts to build a change. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the components of a change. It is used by one thread. */
  public static final class Builder {
    private @Nullable UUID id;
    private @Nullable Instant at;
    private @Nullable String by;
    private @Nullable String byName;
    private @Nullable String action;
    private @Nullable String subject;
    private @Nullable Map<String, @Nullable Object> before;
    private @Nullable Map<String, @Nullable Object> after;

    private Builder() {}

    public Builder id(UUID id) {
      this.id = id;
      return this;
    }

    public Builder at(Instant at) {
      this.at = at;
      return this;
    }

    /** Sets the author: the account id and the name of the account. */
    public Builder by(String id, String name) {
      this.by = id;
      this.byName = name;
      return this;
    }

    public Builder action(String action) {
      this.action = action;
      return this;
    }

    public Builder subject(String subject) {
      this.subject = subject;
      return this;
    }

    public Builder before(@Nullable Map<String, @Nullable Object> before) {
      this.before = before;
      return this;
    }

    public Builder after(@Nullable Map<String, @Nullable Object> after) {
      this.after = after;
      return this;
    }

    /**
     * Builds a change.
     *
     * @throws IllegalArgumentException if a component is missing or invalid
     */
    @SuppressWarnings("NullAway") // The compact constructor refuses null.
    public Change build() {
      return new Change(VERSION, id, at, by, byName, action, subject, before, after);
    }
  }
}
