package io.sitepulse.local.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineExceptionTest {

  @Test
  void theCodeIsReadFromTheEnginesText() {
    var error = EngineException.of("Code: 60. DB::Exception: Unknown table t. (UNKNOWN_TABLE)\n");

    assertThat(error.code()).isEqualTo(60);
    assertThat(error.text()).isEqualTo("Code: 60. DB::Exception: Unknown table t. (UNKNOWN_TABLE)");
  }

  @Test
  void ofNestedErrorsTheOutermostCounts() {
    var error = EngineException.of("Code: 241. DB::Exception: Code: 173. DB::Exception: Memory");

    assertThat(error.code()).isEqualTo(241);
  }

  @Test
  void aTextWithoutACodeIsAnUnknownException() {
    var error = EngineException.of("something else");

    assertThat(error.code()).isEqualTo(1002);
    assertThat(error.text())
        .isEqualTo("Code: 1002. DB::Exception: something else. (UNKNOWN_EXCEPTION)");
  }

  @Test
  void ownErrorsHaveTheFormatOfTheEngine() {
    var error = new EngineException(ErrorCode.TOO_MANY_SIMULTANEOUS_QUERIES, "Too many");

    assertThat(EngineException.of(error.text()).code()).isEqualTo(202);
  }
}
