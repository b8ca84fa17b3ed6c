package io.sitepulse.local.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerReportTest {

  @Test
  void theParentReadsWhatTheChildWrites() {
    assertThat(ServerReport.port(ServerReport.ready(8123))).hasValue(8123);
    assertThat(ServerReport.failure(ServerReport.failed("port\n  taken"))).contains("port taken");
  }

  @Test
  void otherLinesAreNoReport() {
    assertThat(ServerReport.port("something else")).isEmpty();
    assertThat(ServerReport.failure("something else")).isEmpty();
  }
}
