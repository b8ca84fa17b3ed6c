package io.sitepulse.dashboard.admin.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.manage.MergePatch;
import io.sitepulse.runtime.http.ProblemException;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;

/** Any bytes as a change of a target. */
class TargetRequestFuzzTest {
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
            "{\"id\":\"t\",\"scope\":\"site:demo\",\"metric\":\"visits\",\"period\":\"2026\",\"value\":1,\"source\":\"s\"}",
            TargetRequest.class);
    Target changed;
    try {
      changed = patch.applyTo(before, TargetRequest.class).toTarget("an");
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
      return;
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    String written = Json.MAPPER.writeValueAsString(changed);
    assertThat(Json.MAPPER.readValue(written, Target.class)).isEqualTo(changed);
    assertThat(TargetRequest.of(changed).toTarget("an")).isEqualTo(changed);
  }
}
