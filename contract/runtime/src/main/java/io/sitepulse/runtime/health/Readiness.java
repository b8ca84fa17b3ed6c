package io.sitepulse.runtime.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What must answer before this process may be sent traffic. Checks must not block. */
public final class Readiness {
  private final Map<String, BooleanSupplier> checks = new ConcurrentHashMap<>();

  /** Adds a named check; true means ready. Of several by one name all must hold. */
  public Readiness require(String name, BooleanSupplier check) {
    checks.merge(name, check, (one, other) -> () -> one.getAsBoolean() && other.getAsBoolean());
    return this;
  }

  /** Each check with its present state, by name. */
  public Map<String, Boolean> states() {
    var states = new LinkedHashMap<String, Boolean>();
    checks.keySet().stream().sorted().forEach(name -> states.put(name, holds(name)));
    return states;
  }

  private boolean holds(String name) {
    BooleanSupplier check = checks.get(name);
    try {
      return check != null && check.getAsBoolean();
    } catch (RuntimeException e) {
      return false; // A dependency that throws does not answer.
    }
  }
}
