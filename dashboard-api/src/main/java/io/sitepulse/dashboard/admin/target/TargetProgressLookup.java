package io.sitepulse.dashboard.admin.target;

import io.sitepulse.contract.target.Target;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;

/** Looks up the progress of targets. */
public interface TargetProgressLookup {
  /** Returns the actual counts by target id. Targets whose count is not available are missing. */
  Future<Map<String, Long>> of(Collection<Target> targets);
}
