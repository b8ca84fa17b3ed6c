package io.sitepulse.runtime.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The named checks that must hold before this process receives traffic. Checks must not block.
 * Thread-safe.
 */
public final class Readiness {
  private final Map<String, BooleanSupplier> checks = new ConcurrentHashMap<>();
  private final List<Supplier<Set<String>>> faults = new CopyOnWriteArrayList<>();
  private final List<Supplier<Set<String>>> warnings = new CopyOnWriteArrayList<>();

  /** Adds a named check that returns true if ready. All checks with the same name must hold. */
  public Readiness require(String name, BooleanSupplier check) {
    checks.merge(name, check, (one, other) -> () -> one.getAsBoolean() && other.getAsBoolean());
    return this;
  }

  /** Adds a source of faults. The process is not ready as long as it returns a name. */
  public Readiness requireNone(Supplier<Set<String>> names) {
    faults.add(names);
    return this;
  }

  /** Adds a source of sentences about what is wrong although this process can do its work. */
  public Readiness warn(Supplier<Set<String>> sentences) {
    warnings.add(sentences);
    return this;
  }

  /** The current warnings. They do not make the process unready. */
  public List<String> warnings() {
    return warnings.stream().flatMap(source -> source.get().stream()).sorted().toList();
  }

  /** The current state of each check, by name, and false for each fault. */
  public Map<String, Boolean> states() {
    var states = new LinkedHashMap<String, Boolean>();
    checks.keySet().stream().sorted().forEach(name -> states.put(name, holds(name)));
    faults.forEach(names -> names.get().stream().sorted().forEach(name -> states.put(name, false)));
    return states;
  }

  private boolean holds(String name) {
    BooleanSupplier check = checks.get(name);
    try {
      return check != null && check.getAsBoolean();
    } catch (RuntimeException e) {
      return false; // A failing check is not ready.
    }
  }
}
