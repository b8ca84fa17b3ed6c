package io.sitepulse.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structure of the dashboards, which Grafana would repair or show in part without a word. */
class GrafanaDashboardsTest {
  private static final Path FOLDER = Path.of("..", "deploy", "monitoring", "dashboards");
  private static final int COLUMNS = 24;

  @ParameterizedTest
  @ValueSource(strings = {"operations", "events"})
  void panelsHaveIdsPlacesAndQueriesOfTheChosenSource(String name) throws IOException {
    JsonNode dashboard = Json.MAPPER.readTree(FOLDER.resolve(name + ".json").toFile());
    assertThat(dashboard.path("uid").asText()).isEqualTo("sitepulse-" + name);
    assertThat(names(dashboard)).containsExactly("source", "job", "instance");

    var ids = new HashSet<Integer>();
    var cells = new HashSet<String>();
    for (JsonNode panel : dashboard.path("panels")) {
      String title = panel.path("title").asText();
      assertThat(title).isNotBlank();
      assertThat(ids.add(panel.path("id").asInt())).as("id of " + title).isTrue();
      cells(panel.path("gridPos"))
          .forEach(cell -> assertThat(cells.add(cell)).as("place of " + title).isTrue());
      assertThat(panel.path("targets")).as("queries of " + title).isNotEmpty();
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.path("datasource").path("uid").asText()).isEqualTo("${source}");
        assertThat(target.path("expr").asText()).contains("job=~\"$job\"");
      }
    }
    assertThat(ids).hasSizeGreaterThan(10);
  }

  private static Stream<String> names(JsonNode dashboard) {
    var names = Stream.<String>builder();
    dashboard
        .path("templating")
        .path("list")
        .forEach(variable -> names.add(variable.path("name").asText()));
    return names.build();
  }

  private static Stream<String> cells(JsonNode place) {
    int right = place.path("x").asInt() + place.path("w").asInt();
    assertThat(right).isLessThanOrEqualTo(COLUMNS);
    var cells = Stream.<String>builder();
    for (int x = place.path("x").asInt(); x < right; x++) {
      for (int y = 0; y < place.path("h").asInt(); y++) {
        cells.add(x + "," + (place.path("y").asInt() + y));
      }
    }
    return cells.build();
  }
}
