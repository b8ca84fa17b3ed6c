package io.sitepulse.dashboard.admin.target;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A target with its progress.
 *
 * @param target in JSON its fields without the schema version
 * @param scopeName name of the site or group
 * @param actual the count so far, null if it is not available
 * @param share actual / value, so 1.214 is "đạt 121,4% kế hoạch"
 * @param role role of the caller
 * @param revision changes with the definition
 */
record TargetResponse(
    @JsonUnwrapped @JsonIgnoreProperties("v") Target target,
    String scopeName,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long actual,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share,
    Role role,
    String revision) {

  static TargetResponse of(Target target, String scopeName, @Nullable Long actual, Role role) {
    return new TargetResponse(
        target,
        scopeName,
        actual,
        actual == null ? null : (double) actual / target.value(),
        role,
        EntityTag.of(target));
  }
}
