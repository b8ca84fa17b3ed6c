package io.sitepulse.contract.validation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An enum constant with a stable label: the value in JSON, in parameters and in metric tags. */
public interface Labelled {
  /** The label. A label that was released never changes. */
  String label();

  /**
   * Finds the constant that has a label.
   *
   * @param field field or parameter that the label was given for
   * @throws FieldViolationException if no constant has the label. It lists all labels.
   */
  static <E extends Enum<E> & Labelled> E parse(
      Class<E> type, @Nullable String label, String field) {
    Set<E> constants = EnumSet.allOf(type);
    return constants.stream()
        .filter(constant -> constant.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                FieldViolationException.choice(
                    field, constants.stream().map(Labelled::label).toList()));
  }
}
