package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.http.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Translation of ClickHouse errors. */
class ClickHouseErrorsTest {
  private static final int SYNTAX = 62;

  @ParameterizedTest
  @ValueSource(ints = {0, 60, 81, 159, 160, 202, 209, 210, 236, 241, 243, 394, 439})
  void temporaryErrorsBecome503(int code) {
    var thrown = ClickHouseErrors.of(failure(code), "one.sql", "Not now.");
    assertThat(thrown)
        .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
        .extracting(ProblemException::problem)
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(503);
              assertThat(problem.detail()).isEqualTo("Not now.");
            });
  }

  @Test
  void otherErrorsStayUnchanged() {
    var failure = failure(SYNTAX);
    assertThat(ClickHouseErrors.of(failure, "one.sql", "Not now.")).isSameAs(failure);
  }

  @Test
  void theErrorCodeOfTheServerTakesPriority() {
    var wrapped = new ConnectionException(new SQLException("no code of its own", failure(SYNTAX)));
    assertThat(ClickHouseErrors.of(wrapped, "one.sql", "Not now.")).isSameAs(wrapped);
    var busy = new ConnectionException(new SQLException("no code of its own", failure(202)));
    assertThat(ClickHouseErrors.of(busy, "one.sql", "Not now."))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void failuresWithoutADatabaseErrorStayUnchanged() {
    var failure = new ConnectionException(new IOException("none of ClickHouse's"));
    assertThat(ClickHouseErrors.of(failure, "one.sql", "Not now.")).isSameAs(failure);
  }

  private static ConnectionException failure(int code) {
    return new ConnectionException(new SQLException("refused", "state", code));
  }
}
