package io.sitepulse.streams.sink;

import io.sitepulse.contract.target.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code targets}: the definitions, for reports. */
final class TargetsTable implements Table<Target> {

  @Override
  public String name() {
    return "targets";
  }

  @Override
  public Row row(String key, @Nullable Target target, Origin origin) {
    return new Row(key, target == null ? gone(key, origin) : values(target, origin));
  }

  private static List<Object> values(Target target, Origin origin) {
    return List.of(
        target.id(),
        target.scope().toString(),
        target.metric().label(),
        target.period().toString(),
        target.value(),
        Definition.json(target),
        origin.offset());
  }

  private static List<Object> gone(String id, Origin origin) {
    return List.of(id, "", "", "", 0L, Definition.GONE, origin.offset());
  }
}
