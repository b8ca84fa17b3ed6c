package io.sitepulse.dashboard.admin.change;

import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageTester;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change log without ClickHouse. With it, see module local. */
class ChangesIT {
  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    pulse =
        ManageTester.start(
                ManageResponses.AWAY,
                parts -> {
                  var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
                  var store = new ClickHouseQueryRunner(parts.sources().jdbi(), pool);
                  return List.of(new ChangeRoutes(store, new ExportResponder(pool)));
                })
            .heldToTheDocument();
    pulse.account("editor", false, ManageTester.editor("all"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void onlyAdministratorsReadTheChangeLog() throws Exception {
    assertThat(pulse.get("editor", "/changes").statusCode()).isEqualTo(403);
    assertThat(pulse.get("nobody", "/changes").statusCode()).isEqualTo(401);
  }

  @Test
  void withoutClickHouseTheChangeLogIsUnavailable() throws Exception {
    var answer = pulse.get("root", "/changes");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void invalidParametersAreNamed() throws Exception {
    assertThat(field(pulse.get("root", "/changes?limit=0"))).isEqualTo("limit");
    assertThat(field(pulse.get("root", "/changes?limit=501"))).isEqualTo("limit");
    assertThat(field(pulse.get("root", "/changes?format=csv&limit=10001"))).isEqualTo("limit");
    assertThat(field(pulse.get("root", "/changes?format=pdf"))).isEqualTo("format");
    assertThat(field(pulse.get("root", "/changes?before=soon"))).isEqualTo("before");
    assertThat(field(pulse.get("root", "/changes?from=22/11/2026"))).isEqualTo("from");
    assertThat(field(pulse.get("root", "/changes?to=2026-02-30"))).isEqualTo("to");
    String id = "1.zz345678-1234-1234-1234-123456789012";
    assertThat(field(pulse.get("root", "/changes?before=" + id))).isEqualTo("before");
  }
}
