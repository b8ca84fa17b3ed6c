package io.sitepulse.dashboard.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptVersionTest {
  @Test
  void theCurrentVersionIsThatOfTheScript() throws Exception {
    var script = Json.MAPPER.readTree(Path.of("web", "package.json").toFile());
    assertThat(script.path("version").asText()).isEqualTo(ScriptVersion.CURRENT);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9.9,1.0.0,true",
    "1.9.0,1.10.0,true",
    "1.0,1.0.1,true",
    "'',1.0.0,true",
    "*,1.0.0,true",
    "latest,1.0.0,true",
    "1.0.0,1.0.0,false",
    "1.0.0-rc.1,1.0.0,false",
    "1.10.0,1.9.0,false",
    "99999999999999999999,1.0.0,false"
  })
  void comparesNumbersFromTheLeft(String version, String than, boolean older) {
    assertThat(ScriptVersion.isOlder(version, than)).isEqualTo(older);
  }
}
