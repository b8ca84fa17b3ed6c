package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sitepulse.runtime.http.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreconditionTest {
  private static final Map<String, Integer> PRESENT = Map.of("value", 1);
  private static final Map<String, Integer> CHANGED = Map.of("value", 2);

  @Test
  void withoutHeadersEveryStateIsAccepted() {
    var none = new Precondition(null, null);

    assertThatCode(() -> none.require(PRESENT)).doesNotThrowAnyException();
    assertThatCode(() -> none.requireOrNew(Optional.empty())).doesNotThrowAnyException();
  }

  @Test
  void aTagOfTheListAcceptsItsStateOnly() {
    String known = '"' + EntityTag.of(PRESENT) + '"';
    var match = new Precondition("\"other\", " + known, null);

    assertThatCode(() -> match.require(PRESENT)).doesNotThrowAnyException();
    refuses(match, Optional.of(CHANGED));
    refuses(match, Optional.empty());
  }

  @Test
  void aStarRequiresThatTheDefinitionExists() {
    var any = new Precondition("*", null);

    assertThatCode(() -> any.require(CHANGED)).doesNotThrowAnyException();
    refuses(any, Optional.empty());
  }

  @Test
  void noneMatchRequiresThatTheDefinitionIsNew() {
    var fresh = new Precondition(null, "*");

    assertThatCode(() -> fresh.requireOrNew(Optional.empty())).doesNotThrowAnyException();
    refuses(fresh, Optional.of(PRESENT));
  }

  private static void refuses(Precondition precondition, Optional<?> definition) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> precondition.requireOrNew(definition))
        .matches(e -> e.problem().status() == 412);
  }
}
