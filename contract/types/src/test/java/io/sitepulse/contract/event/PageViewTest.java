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
  void refusesInvalidValuesByField() {
    assertThatThrownBy(() -> view("UPPER", "/", null, 0)).hasMessageStartingWith("site");
    assertThatThrownBy(() -> view("demo", "", null, 0)).hasMessageStartingWith("page");
    assertThatThrownBy(() -> view("demo", "x".repeat(1025), null, 0)).hasMessageContaining("1024");
    assertThatThrownBy(() -> view("demo", "/", "me", 0)).hasMessageStartingWith("visitor");
    assertThatThrownBy(() -> view("demo", "/", null, -1)).hasMessageStartingWith("engagedMs");
  }

  @Test
  void anAnonymousVisitorHasNoPseudonym() {
    assertThat(view("demo", "/", null, 0).visitor()).isNull();
  }

  private static PageView view(String site, String page, @Nullable String visitor, long engaged) {
    return PageView.builder()
        .id(UUID.randomUUID())
        .site(site)
        .day(LocalDate.EPOCH)
        .visitor(visitor)
        .at(Instant.EPOCH)
        .received(Instant.EPOCH)
        .page(page)
        .engagedMs(engaged)
        .build();
  }
}
