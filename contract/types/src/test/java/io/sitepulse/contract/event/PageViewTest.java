package io.sitepulse.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageViewTest {
  @Test
  void nonsenseIsRefusedByField() {
    assertThatThrownBy(() -> view("UPPER", "/", null, 0)).hasMessageStartingWith("site");
    assertThatThrownBy(() -> view("demo", "", null, 0)).hasMessageStartingWith("page");
    assertThatThrownBy(() -> view("demo", "x".repeat(1025), null, 0)).hasMessageContaining("1024");
    assertThatThrownBy(() -> view("demo", "/", "me", 0)).hasMessageStartingWith("visitor");
    assertThatThrownBy(() -> view("demo", "/", null, -1)).hasMessageStartingWith("engagedMs");
  }

  @Test
  void aVisitorWhoIsNotToBeFollowedHasNoPseudonym() {
    assertThat(view("demo", "/", null, 0).visitor()).isNull();
  }

  private static PageView view(String site, String page, @Nullable String visitor, long engaged) {
    return new PageView(
        1,
        UUID.randomUUID(),
        EventKind.VIEW,
        site,
        LocalDate.EPOCH,
        visitor,
        Instant.EPOCH,
        Instant.EPOCH,
        page,
        null,
        null,
        null,
        Agent.UNKNOWN,
        null,
        engaged,
        null);
  }
}
