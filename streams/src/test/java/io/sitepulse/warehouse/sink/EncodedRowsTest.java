package io.sitepulse.warehouse.sink;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sitepulse.warehouse.sink.table.PageViewTables;
import io.sitepulse.warehouse.sink.table.RecordPosition;
import io.sitepulse.warehouse.sink.table.Row;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EncodedRowsTest {
  private final EncodedRows rows = new EncodedRows(PageViewTables.PAGE_VIEWS);

  @Test
  void aRowThatDoesNotFitTakesNoPlaceOfALaterOne() {
    var position = RecordPosition.of(Records.view(7, 1), 0);
    Row right = requireNonNull(PageViewTables.PAGE_VIEWS.row("", Records.view(1), position));
    var values = new ArrayList<>(right.values());
    values.set(2, "not an id");

    assertThatThrownBy(() -> rows.add(new Row(right.key(), values)))
        .isInstanceOf(RuntimeException.class);
    rows.add(right);

    assertThat(rows.count()).isEqualTo(1);
  }
}
