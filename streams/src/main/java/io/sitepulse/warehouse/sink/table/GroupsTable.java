package io.sitepulse.warehouse.sink.table;

import io.sitepulse.contract.site.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code groups}: the definitions, for reports. */
public final class GroupsTable implements Table<Group> {

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public Row row(String key, @Nullable Group group, RecordPosition recordPosition) {
    return new Row(
        key,
        group == null
            ? List.of(key, "", Definition.GONE, recordPosition.offset())
            : List.of(group.id(), group.name(), Definition.json(group), recordPosition.offset()));
  }
}
