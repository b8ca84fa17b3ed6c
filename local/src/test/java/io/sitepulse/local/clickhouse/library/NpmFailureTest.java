package io.sitepulse.local.clickhouse.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmFailureTest {

  @ParameterizedTest
  @CsvSource({
    "ENOTFOUND, no network",
    "EAI_AGAIN, no network",
    "ECONNREFUSED, no network",
    "ENOSPC, the disk is full",
    "E404, does not have it",
    "EINTEGRITY, not what the registry announced",
  })
  void npmsCodeBecomesWords(String code, String words) {
    String log = "npm warn something\nnpm error code " + code + "\nnpm error network details\n";

    assertThat(NpmFailure.line(log)).contains(words).contains(code).doesNotContain("\n");
  }

  @Test
  void anOlderNpmIsUnderstoodToo() {
    assertThat(NpmFailure.line("npm ERR! code ENOSPC\nnpm ERR! syscall write\n"))
        .contains("the disk is full");
  }

  @Test
  void anUnknownFailureKeepsNpmsFirstWords() {
    assertThat(NpmFailure.line("npm error code EODD\nnpm error something odd\nnpm error more\n"))
        .isEqualTo("The ClickHouse engine could not be fetched: something odd (npm: EODD)");
  }

  @Test
  void aFailureWithoutOutputIsReportedToo() {
    assertThat(NpmFailure.line(""))
        .isEqualTo("The ClickHouse engine could not be fetched: npm failed");
  }
}
