package io.sitepulse.local.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClickHouseOptionsTest {
  private final ClickHouseOptions defaults = ClickHouseOptions.in(Path.of("/data/../data/ch"));

  @Test
  void byDefaultThePortIsFreeAndThePasswordRandom() {
    assertThat(defaults.dataDirectory()).isEqualTo(Path.of("/data/ch"));
    assertThat(defaults.port()).isZero();
    assertThat(defaults.maxMemoryBytes()).isEqualTo(2L << 30);
    assertThat(defaults.password())
        .hasSizeGreaterThan(20)
        .isNotEqualTo(ClickHouseOptions.in(Path.of("/data")).password());
  }

  @Test
  void eachCanBeSet() {
    var options = defaults.withPort(8123).withPassword("mật khẩu").withMaxMemoryBytes(1L << 30);

    assertThat(options)
        .isEqualTo(new ClickHouseOptions(Path.of("/data/ch"), 8123, "mật khẩu", 1L << 30));
  }

  @Test
  void invalidOptionsAreRefused() {
    assertThatThrownBy(() -> defaults.withPort(70_000)).hasMessageContaining("70000");
    assertThatThrownBy(() -> defaults.withPassword(" ")).hasMessageContaining("password");
    assertThatThrownBy(() -> defaults.withMaxMemoryBytes(1)).hasMessageContaining("maxMemory");
  }

  @Test
  void thePasswordIsNotPrinted() {
    assertThat(defaults.withPassword("secret").toString()).doesNotContain("secret");
  }
}
