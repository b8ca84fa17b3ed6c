package io.sitepulse.dashboard.export;

import io.sitepulse.contract.validation.FieldViolationException;
import io.sitepulse.contract.validation.Labelled;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats of exported files. */
public enum FileFormat implements Labelled {
  CSV("text/csv; charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("application/pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  HTML("text/html; charset=utf-8");

  private static final int NAME_LIMIT = 120;

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Value of {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  /** The name in requests and the file extension. */
  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Parses the parameter {@code format}.
   *
   * @return the format, empty for JSON
   * @throws IllegalArgumentException if it is not one of the allowed ones
   */
  public static Optional<FileFormat> parse(@Nullable String text, Set<FileFormat> allowed) {
    if (text == null || text.equals("json")) {
      return Optional.empty();
    }
    var found = allowed.stream().filter(format -> format.label().equals(text)).findFirst();
    if (found.isEmpty()) {
      throw FieldViolationException.choice(
          "format",
          Stream.concat(Stream.of("json"), allowed.stream().sorted().map(FileFormat::label))
              .toList());
    }
    return found;
  }

  /**
   * Value of {@code Content-Disposition} with an ASCII fallback name and the real one (RFC 6266).
   *
   * @param inline true if a browser should show the file instead of downloading it
   */
  public String disposition(String title, boolean inline) {
    String name = cut(title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").strip());
    return (inline ? "inline" : "attachment")
        + "; filename=\""
        + ascii(name)
        + "."
        + label()
        + "\"; filename*=UTF-8''"
        + encoded(name + "." + label());
  }

  private static String cut(String name) {
    return name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT).strip();
  }

  private static String ascii(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String letters = plain.replace('đ', 'd').replace('Đ', 'D').replaceAll("[^A-Za-z0-9.]+", "-");
    String trimmed = letters.replaceAll("^[-.]+|[-.]+$", "");
    return trimmed.isEmpty() ? "sitepulse" : trimmed;
  }

  /** Percent-encodes all but the characters that RFC 5987 allows. */
  private static String encoded(String name) {
    var out = new StringBuilder();
    for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      if (b > 0 && (Character.isLetterOrDigit(b) || "!#$&+-.^_`|~".indexOf(b) >= 0)) {
        out.append((char) b);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
      }
    }
    return out.toString();
  }
}
