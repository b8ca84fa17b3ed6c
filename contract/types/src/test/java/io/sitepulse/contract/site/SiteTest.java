package io.sitepulse.contract.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTest {

  @Test
  void itsHostsAreThoseOfItsOriginsAndItsIdWithoutPortAndWww() {
    var site =
        new Site(
            1,
            "so-tttt",
            "Sở",
            List.of("https://www.ninhbinh.gov.vn", "http://ninhbinh.gov.vn:8080", "http://a.vn"),
            ZoneOffset.UTC,
            null,
            List.of(),
            false,
            null,
            List.of(),
            false);

    assertThat(site.hosts()).containsExactly("so-tttt", "ninhbinh.gov.vn", "a.vn");
  }
}
