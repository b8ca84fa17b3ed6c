package io.sitepulse.ingest.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MmdbCountryLookupTest {
  private static final String SETTING = "sitepulse.ingest.geoip";

  @TempDir private Path folder = Path.of("");

  @Test
  void findsTheCountryOfANetwork() throws IOException {
    var countries = file(Map.of("203.0.113.0/24", "VN", "2001:db8::/32", "LA"));

    assertThat(countries.of("203.0.113.7")).isEqualTo("VN");
    assertThat(countries.of("2001:db8::1")).isEqualTo("LA");
    assertThat(countries.of("198.51.100.1")).isNull();
    assertThat(countries.of("::1")).isNull();
  }

  @Test
  void findsNoCountryForOtherTexts() throws IOException {
    var countries = file(Map.of("203.0.113.0/24", "vietnam"));

    assertThat(countries.of("203.0.113.7")).isNull();
    assertThat(countries.of("unix:/run/x")).isNull();
    assertThat(countries.of("")).isNull();
  }

  @Test
  void reloadsAReplacedFile() throws IOException {
    var countries = file(Map.of("203.0.113.0/24", "VN"));

    replace(Mmdb.of(Map.of("203.0.113.0/24", "LA")), 1);
    countries.refresh();

    assertThat(countries.of("203.0.113.7")).isEqualTo("LA");
  }

  @Test
  void keepsTheOldDataForABrokenOrMissingReplacement() throws IOException {
    var countries = file(Map.of("203.0.113.0/24", "VN"));

    replace(new byte[] {1, 2, 3}, 1);
    countries.refresh();
    assertThat(countries.of("203.0.113.7")).isEqualTo("VN");

    Files.delete(path());
    countries.refresh();
    assertThat(countries.of("203.0.113.7")).isEqualTo("VN");
  }

  @Test
  void namesTheSettingOfAnUnreadableFile() throws IOException {
    assertThatThrownBy(() -> MmdbCountryLookup.read(path(), SETTING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining(path().toString());

    Files.writeString(path(), "no MMDB");
    assertThatThrownBy(() -> MmdbCountryLookup.read(path(), SETTING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SETTING);
  }

  private MmdbCountryLookup file(Map<String, String> countries) throws IOException {
    replace(Mmdb.of(countries), 0);
    return MmdbCountryLookup.read(path(), SETTING);
  }

  private void replace(byte[] bytes, int minutes) throws IOException {
    Files.write(path(), bytes);
    var modified = Instant.parse("2026-11-21T05:00:00Z").plusSeconds(60L * minutes);
    Files.setLastModifiedTime(path(), FileTime.from(modified));
  }

  private Path path() {
    return folder.resolve("geoip.mmdb");
  }
}
