package io.sitepulse.local.clickhouse.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error of ClickHouse: its error code and its message as ClickHouse servers print it. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** "Code: N. DB::Exception: ...": the outermost code is the one that counts. */
  private static final Pattern CODE = Pattern.compile("^\\s*Code: (\\d+)\\. DB::Exception: ");

  private final int code;

  /** Creates an error raised by this server, with one of ClickHouse's codes and names. */
  public EngineException(ErrorCode code, String what) {
    this(code.number(), "Code: %d. DB::Exception: %s. (%s)".formatted(code.number(), what, code));
  }

  private EngineException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** Parses the engine's message. A text without an error code becomes UNKNOWN_EXCEPTION. */
  static EngineException of(String message) {
    Matcher matcher = CODE.matcher(message);
    if (matcher.find()) {
      return new EngineException(Integer.parseInt(matcher.group(1)), message.strip());
    }
    return new EngineException(ErrorCode.UNKNOWN_EXCEPTION, message.strip());
  }

  /** ClickHouse's number for this kind of error, such as 60 for an unknown table. */
  public int code() {
    return code;
  }

  /** The text, never null: {@code Code: 60. DB::Exception: ...}. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
