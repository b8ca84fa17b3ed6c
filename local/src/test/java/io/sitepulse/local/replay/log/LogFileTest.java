package io.sitepulse.local.replay.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LogFileTest {
  @Test
  void linesEndWithOrWithoutCarriageReturn() throws Exception {
    assertThat(lines(bytes("a\r\nb\n\nc"))).containsExactly("a", "b", "", "c");
  }

  @Test
  void theSampleIsReadAgain() throws Exception {
    try (LogFile log = LogFile.of(new ByteArrayInputStream(bytes("#x\n" + "a\n".repeat(50))))) {
      assertThat(log.sample()).hasSize(21);
      assertThat(rest(log)).hasSize(51);
    }
  }

  @Test
  void packedFilesAreUnpackedEvenIfSeveralAreJoined() throws Exception {
    var joined = new ByteArrayOutputStream();
    joined.write(packed("a\nb\n"));
    joined.write(packed("c\n"));

    assertThat(lines(joined.toByteArray())).containsExactly("a", "b", "c");
  }

  @Test
  void aPackedFileThatIsCutShortFailsAfterItsLines() throws Exception {
    var text = new StringBuilder();
    new Random(1).ints(20_000, 0, 1_000_000).forEach(n -> text.append(n).append('\n'));
    byte[] whole = packed(text.toString());
    byte[] part = Arrays.copyOf(whole, whole.length / 2);

    try (LogFile log = LogFile.of(new ByteArrayInputStream(part))) {
      assertThat(log.readLine()).isNotNull();
      assertThatThrownBy(() -> rest(log)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aLineOfAnyLengthIsCut() throws Exception {
    byte[] bytes = bytes("x".repeat(5_000_000) + "\nb");

    assertThat(lines(bytes).get(0)).hasSize(LogFile.LONGEST_LINE);
    assertThat(lines(bytes).get(1)).isEqualTo("b");
  }

  @Test
  void zerosInFrontAndAByteOrderMarkAreNoText() throws Exception {
    assertThat(lines(bytes("\u00ef\u00bb\u00bfa\n\0\0\0b\0"))).containsExactly("a", "b\0");
  }

  @Test
  void anEmptyFileHasNoLines() throws Exception {
    assertThat(lines(new byte[0])).isEmpty();
  }

  private static List<String> lines(byte[] bytes) throws IOException {
    try (LogFile log = LogFile.of(new ByteArrayInputStream(bytes))) {
      return rest(log);
    }
  }

  private static List<String> rest(LogFile log) throws IOException {
    var lines = new ArrayList<String>();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
