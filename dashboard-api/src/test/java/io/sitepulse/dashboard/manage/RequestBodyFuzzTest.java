package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any bytes as the body of a request of the management API. */
class RequestBodyFuzzTest {
  /** Fields of each type that definitions have. */
  record Fields(
      @Nullable Period period,
      @Nullable Scope scope,
      @Nullable ZoneId zone,
      @Nullable LocalDate day,
      @Nullable Instant at,
      @Nullable List<String> list,
      long number) {}

  @FuzzTest(maxDuration = "5m")
  void body(byte[] body) {
    try {
      Fields fields = RequestBody.read(RequestBody.object(Buffer.buffer(body)), Fields.class);
      assertThat(fields.period == null ? null : Period.parse(fields.period.toString()))
          .isEqualTo(fields.period);
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
      assertThat(e.problem().errors()).isNotEmpty();
    }
  }
}
