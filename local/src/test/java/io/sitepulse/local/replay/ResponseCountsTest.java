package io.sitepulse.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseCountsTest {
  private final ResponseCounts answers = new ResponseCounts();

  @Test
  void refusedOnesOfAnAcceptedBatchAreCountedByReason() throws Exception {
    answers.take(
        3,
        """
        {"accepted":1,"refused":[{"index":0,"field":"page","reason":"invalid"},
        {"index":0,"field":"title","reason":"invalid"},{"index":2,"reason":"origin"}]}
        """
            .getBytes(UTF_8));

    assertThat(answers.accepted()).isEqualTo(1);
    assertThat(answers.refused()).isEqualTo(Map.of("invalid", 1L, "origin", 1L));
    assertThat(answers.done()).isEqualTo(3);
  }

  @Test
  void aProblemRefusesTheWholeBatch() throws Exception {
    answers.take(
        2,
        """
        {"status":400,"errors":[{"index":1,"field":"ageMs","reason":"too-old"}]}
        """
            .getBytes(UTF_8));

    assertThat(answers.refused()).isEqualTo(Map.of("too-old", 1L, "invalid", 1L));
  }
}
