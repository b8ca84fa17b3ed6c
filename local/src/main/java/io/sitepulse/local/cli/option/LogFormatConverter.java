package io.sitepulse.local.cli.option;

import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --format}: a name, or the text that configured the server. */
public final class LogFormatConverter implements ITypeConverter<LogFormat> {
  @Override
  public LogFormat convert(String text) {
    try {
      return LogFormats.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
