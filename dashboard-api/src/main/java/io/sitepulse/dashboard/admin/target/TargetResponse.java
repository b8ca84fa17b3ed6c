package io.sitepulse.dashboard.admin.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * A target as its managers read it.
 *
 * @param scopeName name of the site or group
 * @param actual what has been reached; null while it cannot be told
 * @param share actual / value, so 1.214 is "đạt 121,4% kế hoạch"
 * @param role what the caller may do
 * @param revision to tell whether it has been changed since
 */
record TargetResponse(
    String id,
    Scope scope,
    String scopeName,
    Metric metric,
    Period period,
    long value,
    @Nullable String source,
    String enteredBy,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long actual,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share,
    Role role,
    String revision) {

  static TargetResponse of(Target target, String scopeName, @Nullable Long actual, Role role) {
    return new TargetResponse(
        target.id(),
        target.scope(),
        scopeName,
        target.metric(),
        target.period(),
        target.value(),
        target.source(),
        target.enteredBy(),
        actual,
        actual == null ? null : (double) actual / target.value(),
        role,
        EntityTag.of(target));
  }
}
