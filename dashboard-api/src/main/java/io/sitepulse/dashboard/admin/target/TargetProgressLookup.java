package io.sitepulse.dashboard.admin.target;

import io.sitepulse.contract.target.Target;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;

/** Tells how far targets have been reached. */
public interface TargetProgressLookup {
  /**
   * How far targets have been reached.
   *
   * @return what was counted, by target id; those that cannot be told now are missing
   */
  Future<Map<String, Long>> of(Collection<Target> targets);
}
