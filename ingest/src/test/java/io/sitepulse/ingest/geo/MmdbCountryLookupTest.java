package io.sitepulse.ingest.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    var countries = file(Map.of("203.0.113.0/24", "vietnam", "198.51.100.0/24", "LA"));

    assertThat(countries.of("203.0.113.7")).isNull();
    assertThat(countries.of("unix:/run/x")).isNull();
    assertThat(countries.of("")).isNull();
  }

  static Stream<Map<String, ?>> shapesWithCountries() {
    return Stream.of(
        Map.of("country", Map.of("iso_code", "VN")),
        // GeoLite2 City, DB-IP City Lite
        Map.of(
            "country",
            Map.of("iso_code", "VN", "names", Map.of("en", "Vietnam")),
            "continent",
            Map.of("code", "AS"),
            "city",
            Map.of("names", Map.of("en", "Hanoi"))),
        // MaxMind: the country of the registry is another one
        Map.of("country", Map.of("iso_code", "VN"), "registered_country", Map.of("iso_code", "US")),
        // ipinfo Lite
        Map.of("country", "Vietnam", "country_code", "VN", "asn", "AS7552", "continent", "Asia"),
        // ipinfo Country, Country+ASN
        Map.of("country", "VN", "country_name", "Vietnam", "continent", "AS"),
        // ipinfo Core
        Map.of("city", "Hanoi", "country", "Vietnam", "country_code", "VN"),
        Map.of("country_code", "VN"));
  }

  @ParameterizedTest
  @MethodSource("shapesWithCountries")
  void findsCountriesInTheFilesOfEveryProvider(Map<String, ?> entry) throws IOException {
    replace(Mmdb.of("203.0.113.0/24", entry), 0);

    assertThat(MmdbCountryLookup.read(path(), SETTING).of("203.0.113.7")).isEqualTo("VN");
  }

  static Stream<Map<String, ?>> shapesWithoutCountries() {
    return Stream.of(
        Map.of("autonomous_system_number", "7552", "autonomous_system_organization", "Viettel"),
        Map.of("city", Map.of("names", Map.of("en", "Hanoi"))),
        Map.of("country", Map.of("names", Map.of("en", "Vietnam"))),
        Map.of("country", "Vietnam"),
        Map.of("registered_country", Map.of("iso_code", "VN")),
        Map.of("domain", "viettel.com.vn"));
  }

  @ParameterizedTest
  @MethodSource("shapesWithoutCountries")
  void refusesAFileWithoutCountriesAndSaysSo(Map<String, ?> entry) throws IOException {
    replace(Mmdb.of("203.0.113.0/24", entry), 0);

    assertThatThrownBy(() -> MmdbCountryLookup.read(path(), SETTING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SETTING)
        .hasMessageContaining("has no countries (its type is Test-Country)");
  }

  @Test
  void keepsTheOldDataForAReplacementWithoutCountries() throws IOException {
    var countries = file(Map.of("203.0.113.0/24", "VN"));

    replace(Mmdb.of("203.0.113.0/24", Map.of("asn", "AS7552")), 1);
    countries.refresh();

    assertThat(countries.of("203.0.113.7")).isEqualTo("VN");
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
