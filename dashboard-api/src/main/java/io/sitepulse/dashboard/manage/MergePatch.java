package io.sitepulse.dashboard.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.runtime.json.Json;

/**
 * A change of some fields (JSON Merge Patch, RFC 7396). Absent fields stay, null removes. Nested
 * objects are replaced as a whole.
 */
public record MergePatch(ObjectNode fields) {

  /**
   * Returns the present state with the changes.
   *
   * @throws io.sitepulse.runtime.http.ProblemException 400 naming the field that is not valid or
   *     not known
   */
  public <T> T applyTo(T present, Class<T> type) {
    ObjectNode merged = Json.MAPPER.valueToTree(present);
    fields
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                merged.set(field.getKey(), field.getValue());
              }
            });
    return RequestBody.read(merged, type);
  }
}
