package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sitepulse.runtime.http.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergePatchTest {
  private static final Entry PRESENT = new Entry("a", List.of("x", "y"));

  private record Entry(@Nullable String name, @Nullable List<String> values) {}

  @Test
  void absentFieldsStay() {
    assertThat(apply("{\"values\":[\"z\"]}")).isEqualTo(new Entry("a", List.of("z")));
    assertThat(apply("{}")).isEqualTo(PRESENT);
  }

  @Test
  void nullRemovesAField() {
    assertThat(apply("{\"name\":null}")).isEqualTo(new Entry(null, List.of("x", "y")));
  }

  @Test
  void anUnknownFieldIsRefusedByName() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> apply("{\"nmae\":\"b\"}"))
        .matches(e -> e.problem().status() == 400)
        .withMessageContaining("nmae");
  }

  private static Entry apply(String body) {
    return new MergePatch(RequestBody.object(Buffer.buffer(body))).applyTo(PRESENT, Entry.class);
  }
}
