package io.sitepulse.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTest {

  @Test
  void hostsAreThoseOfTheOriginsAndTheIdWithoutPortAndWww() {
    var site =
        Site.builder()
            .id("so-tttt")
            .name("Sở")
            .origins(
                List.of(
                    "https://www.ninhbinh.gov.vn", "http://ninhbinh.gov.vn:8080", "http://a.vn"))
            .zone(ZoneOffset.UTC)
            .build();

    assertThat(site.hosts()).containsExactly("so-tttt", "ninhbinh.gov.vn", "a.vn");
  }
}
