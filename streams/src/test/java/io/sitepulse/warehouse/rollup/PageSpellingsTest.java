package io.sitepulse.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSpellingsTest {
  @ParameterizedTest
  @CsvSource({
    "/tin-t%E1%BB%A9c, /tin-tức",
    "/tin-t%e1%bb%a9c, /tin-tức",
    "//tin-tuc/a, /tin-tuc/a",
    "///, /",
    "/a;jsessionid=1, /a",
    "/a?b=2&a=1, /a?a=1&b=2",
    "/./a/../b, /b",
    "/%7Eso, /~so",
    "/a b, /a%20b",
  })
  void aPageThatIsNotInItsNormalFormIsASpellingOfIt(String spelling, String page) {
    assertThat(PageSpellings.of(List.of(spelling, "/x"))).isEqualTo(Map.of(spelling, page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tin-tức", "/a%20b", "/a/", "/a?id=7", "/a%2Fb", "", "không"})
  void otherPagesAreNoSpellings(String page) {
    assertThat(PageSpellings.of(List.of(page))).isEmpty();
  }
}
