package io.sitepulse.local.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorStatusTest {

  @ParameterizedTest
  @CsvSource({
    "62, 400",
    "27, 400",
    "47, 404",
    "60, 404",
    "81, 404",
    "115, 404",
    "516, 403",
    "194, 401",
    "229, 413",
    "48, 501",
    "202, 503",
    "159, 408",
    "241, 500",
    "1002, 500"
  })
  void theStatusIsWhatAServerGives(int code, int status) {
    assertThat(ErrorStatus.of(code)).isEqualTo(status);
  }
}
