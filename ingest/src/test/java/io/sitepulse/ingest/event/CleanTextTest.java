package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(CleanText.of("Cổng thông tin điện tử 🇻🇳"))
        .isEqualTo("Cổng thông tin điện tử 🇻🇳");
  }

  @Test
  void removesControlCharactersAndOuterSpaces() {
    assertThat(CleanText.of("  a\u0000b\r\nc\u0085 ")).isEqualTo("abc");
  }

  @Test
  void halfASurrogatePairBecomesTheReplacementCharacter() {
    assertThat(CleanText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(CleanText.of("\uDE00")).isEqualTo("\uFFFD");
  }

  @Test
  void removesNoncharacters() {
    assertThat(CleanText.of("a\uFFFFb\uFFFE\uFDD0c\uD83F\uDFFF")).isEqualTo("abc");
  }

  @Test
  void blankTextIsNull() {
    assertThat(CleanText.of(" \t\n")).isNull();
    assertThat(CleanText.of(null)).isNull();
  }

  @Test
  void cuttingDoesNotSplitASurrogatePair() {
    assertThat(CleanText.cut("ab😀", 3)).isEqualTo("ab");
    assertThat(CleanText.cut("ab😀", 4)).isEqualTo("ab😀");
    assertThat(CleanText.cut("abc", 2)).isEqualTo("ab");
  }
}
