package io.sitepulse.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void theEnvironmentTakesPrecedenceOverTheFile() throws IOException {
    Path file = file("sitepulse.ingest.port=1\nsitepulse.ingest.host=a");
    Settings settings = Settings.load(file, Map.of("SITEPULSE_INGEST_PORT", "2"));

    assertThat(settings.integer("sitepulse.ingest.port", 0, 0, 9)).isEqualTo(2);
    assertThat(settings.text("sitepulse.ingest.host", "z")).isEqualTo("a");
    settings.check();
  }

  @Test
  void aKeyWithADashIsReadFromTheEnvironment() {
    Settings settings = Settings.load(null, Map.of("SITEPULSE_INGEST_TRUSTED_PROXIES", "a, b"));
    assertThat(settings.list("sitepulse.ingest.trusted-proxies", List.of()))
        .containsExactly("a", "b");
  }

  @Test
  void allFaultsAreReportedTogetherWithTheValueGiven() throws IOException {
    Settings settings =
        Settings.load(
            file(
                "sitepulse.a.port=99\nsitepulse.a.wait=soon\nsitepulse.a.on=maybe\nsitepulse.a.typo=1"),
            Map.of("SITEPULSE_A_OTHER", "1", "SITEPULSE_B_THING", "ours is not section b"));
    settings.integer("sitepulse.a.port", 1, 0, 10);
    settings.duration("sitepulse.a.wait", Duration.ofSeconds(1));
    settings.flag("sitepulse.a.on", true);

    assertThatThrownBy(settings::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("sitepulse.a.port must be a whole number from 0 to 10, not '99'")
        .hasMessageContaining("sitepulse.a.wait must be a duration")
        .hasMessageContaining("sitepulse.a.on must be true or false, not 'maybe'")
        .hasMessageContaining("sitepulse.a.typo is not a setting")
        .hasMessageContaining("SITEPULSE_A_OTHER is not a setting")
        .hasMessageNotContaining("THING");
  }

  @Test
  void aSecretIsNotPartOfAMessage() {
    Settings settings = Settings.load(null, Map.of("SITEPULSE_A_SECRET", "hunter2"));
    settings.read(
        "sitepulse.a.secret",
        "",
        text -> {
          throw new IllegalArgumentException(text);
        },
        "longer");
    assertThatThrownBy(settings::check).hasMessageNotContaining("hunter2");
  }

  @Test
  void aVariableMayNameAFileWithTheValue() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
    Settings settings =
        Settings.load(
            file("sitepulse.a.secret=of the settings file\nsitepulse.a.user=an"),
            Map.of("SITEPULSE_A_SECRET_FILE", secret.toString(), "SITEPULSE_A_LONG_NAME_FILE", ""));

    assertThat(settings.text("sitepulse.a.secret", "none")).isEqualTo("hunter2");
    assertThat(settings.text("sitepulse.a.user", "none")).isEqualTo("an");
    assertThat(settings.text("sitepulse.a.long-name", "none")).isEqualTo("none");
    settings.check();
  }

  @Test
  void severalLinesOfAFileAreOneValue() throws IOException {
    Path properties = Files.writeString(folder.resolve("client"), "a=1\nb=2\n");
    Settings settings =
        Settings.load(
            null, Map.of("SITEPULSE_KAFKA_CLIENT_PROPERTIES_FILE", properties.toString()));

    assertThat(settings.text("sitepulse.kafka.client-properties", "")).isEqualTo("a=1\nb=2");
    settings.check();
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithItsVariable() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path full = Files.writeString(folder.resolve("full"), "hunter2");
    String missing = folder.resolve("missing").toString();
    Settings settings =
        Settings.load(
            null,
            Map.of(
                "SITEPULSE_A_MISSING_FILE",
                missing,
                "SITEPULSE_A_EMPTY_FILE",
                empty.toString(),
                "SITEPULSE_A_TWICE_FILE",
                full.toString(),
                "SITEPULSE_A_TWICE",
                "hunter3",
                "SITEPULSE_A_TYPO_FILE",
                full.toString(),
                "SITEPULSE_B_OTHER_FILE",
                missing));
    settings.text("sitepulse.a.missing", "");
    settings.text("sitepulse.a.empty", "");
    settings.text("sitepulse.a.twice", "");

    assertThatThrownBy(settings::check)
        .hasMessageContaining("SITEPULSE_A_MISSING_FILE names " + missing)
        .hasMessageContaining("SITEPULSE_A_EMPTY_FILE names " + empty + ", which is empty")
        .hasMessageContaining("SITEPULSE_A_TWICE and SITEPULSE_A_TWICE_FILE are both set")
        .hasMessageContaining("SITEPULSE_A_TYPO_FILE is not a setting")
        .hasMessageNotContaining("hunter")
        .hasMessageNotContaining("OTHER");
  }

  @Test
  void readsShortDurations() {
    Settings settings =
        Settings.load(null, Map.of("SITEPULSE_A_X", "250ms", "SITEPULSE_A_Y", "PT5M"));
    assertThat(settings.duration("sitepulse.a.x", Duration.ZERO)).hasMillis(250);
    assertThat(settings.duration("sitepulse.a.y", Duration.ZERO)).hasMinutes(5);
  }

  @Test
  void pathsAndAddressesHaveTheirTypes() {
    Settings settings =
        Settings.load(null, Map.of("SITEPULSE_A_P", "x/y", "SITEPULSE_A_U", "http://h:1"));
    assertThat(settings.path("sitepulse.a.p", Path.of("z"))).isEqualTo(Path.of("x/y"));
    assertThat(settings.uri("sitepulse.a.u", URI.create("http://d"))).hasPort(1);
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> Settings.load(folder.resolve("none"), Map.of()))
        .hasMessageContaining("none");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sitepulse.properties"), text);
  }
}
