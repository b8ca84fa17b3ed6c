package io.sitepulse.dashboard.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/**
 * What is wrong with an entry, in words for whoever wrote the file rather than for a programmer.
 */
final class SeedFaults {
  private SeedFaults() {}

  static String words(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not known here";
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return String.valueOf(e.getCause().getMessage());
    }
    if (e instanceof InvalidFormatException format) {
      return "cannot be '" + format.getValue() + "'";
    }
    return e.getOriginalMessage();
  }
}
