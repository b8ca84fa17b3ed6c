package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.target.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code targets}: the definitions, for reports. */
public final class TargetsTable implements Table<Target> {

  @Override
  public String name() {
    return "targets";
  }

  @Override
  public Row row(String key, @Nullable Target target, RecordPosition recordPosition) {
    return new Row(
        key, target == null ? gone(key, recordPosition) : values(target, recordPosition));
  }

  private static List<Object> values(Target target, RecordPosition recordPosition) {
    return List.of(
        target.id(),
        target.scope().toString(),
        target.metric().label(),
        target.period().toString(),
        target.value(),
        Definition.json(target),
        recordPosition.offset());
  }

  private static List<Object> gone(String id, RecordPosition recordPosition) {
    return List.of(id, "", "", "", 0L, Definition.GONE, recordPosition.offset());
  }
}
