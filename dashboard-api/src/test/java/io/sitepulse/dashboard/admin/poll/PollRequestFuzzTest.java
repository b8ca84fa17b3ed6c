package io.sitepulse.dashboard.admin.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.dashboard.manage.MergePatch;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;

/** Any bytes as a change of a poll. */
class PollRequestFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void body(byte[] body) throws JsonProcessingException {
    JsonNode fields;
    try {
      fields = Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return; // Refused before, see RequestBodyFuzzTest.
    }
    if (fields instanceof ObjectNode object) {
      change(new MergePatch(object));
    }
  }

  private static void change(MergePatch patch) throws JsonProcessingException {
    var before =
        Json.MAPPER.readValue(
            "{\"id\":\"p\",\"site\":\"demo\",\"question\":\"?\",\"options\":[{\"id\":\"a\",\"label\":\"A\"},{\"id\":\"b\",\"label\":\"B\"}],\"maxChoices\":1}",
            PollRequest.class);
    Poll changed;
    try {
      changed = patch.applyTo(before, PollRequest.class).toPoll();
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
      return;
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    String written = Json.MAPPER.writeValueAsString(changed);
    assertThat(Json.MAPPER.readValue(written, Poll.class)).isEqualTo(changed);
    assertThat(PollRequest.of(changed).toPoll()).isEqualTo(changed);
  }
}
