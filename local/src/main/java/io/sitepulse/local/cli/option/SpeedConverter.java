package io.sitepulse.local.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code max}, or a number above 0. */
public final class SpeedConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is neither a number above 0 nor max");
    }
    throw new TypeConversionException("'" + text + "' is neither a number above 0 nor max");
  }
}
