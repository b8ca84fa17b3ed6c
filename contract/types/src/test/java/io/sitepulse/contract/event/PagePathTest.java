package io.sitepulse.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePathTest {
  private static final List<String> PARAMETERS = List.of("id", "view", "tên");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One page, however its letters are written.
        "/tin-tức | /tin-tức",
        "/tin-t%E1%BB%A9c | /tin-tức",
        "/tin-t%e1%bb%a9c | /tin-tức",
        "/tin-t%E1%bb%a9c/ | /tin-tức/",
        "/%74in-tuc | /tin-tuc",
        "/van-ban%2F45 | /van-ban%2F45",
        "/van-ban%2f45 | /van-ban%2F45",
        "/a%20b | /a%20b",
        "/a b | /a%20b",
        "/100% | /100%25",
        "/100%25 | /100%25",
        "/a%zz | /a%25zz",
        "/%E1%BB | /%E1%BB",
        "/%e1%bbx | /%E1%BBx",
        "/%C0%AF | /%C0%AF",
        "/%F0%9F%87%BB%F0%9F%87%B3 | /🇻🇳",
        "/a%E2%80%8Bb | /a%E2%80%8Bb",
        "/a%0Ab | /a%0Ab",
        "/\"<>^ | /%22%3C%3E%5E",
        // Slashes and dots.
        "// | /",
        "///x | /x",
        "//tin-tuc/a | /tin-tuc/a",
        "/a//b | /a//b",
        "/a/./b | /a/b",
        "/a/../b | /b",
        "/../b | /b",
        "/a/b/.. | /a/",
        "/a/. | /a/",
        "/%2e%2e/a | /a",
        // Path parameters.
        "/trang-chu.jsp;jsessionid=0A1B.node1 | /trang-chu.jsp",
        "/a;v=1/b;w=2 | /a/b",
        "/a;JSESSIONID=1?id=7 | /a?id=7",
        "/a%3Bb | /a%3Bb",
        // Query parameters.
        "/a?view=article&id=7 | /a?id=7&view=article",
        "/a?id=8&x=1&id=7 | /a?id=8&id=7",
        "/a?%69d=7 | /a?id=7",
        "/a?t%C3%AAn=%C4%91%E1%BB%99i | /a?tên=đội",
        "/a?id=b+c | /a?id=b%20c",
        "/a?id=b%20c | /a?id=b%20c",
        "/a?id | /a?id",
        "/a?id= | /a?id=",
        "/a?&&utm_source=x | /a",
      })
  void theNormalFormOfAPath(String path, String normal) {
    assertThat(PagePath.of(path, PARAMETERS)).isEqualTo(normal);
    assertThat(PagePath.of(normal, PARAMETERS)).isEqualTo(normal);
    assertThat(PagePath.of(normal)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/, /a",
    "/a, /a",
    "/, /",
    "/a//, /a",
    "/a/?id=7, /a?id=7",
    "/?id=7, /?id=7",
    "/a/b/, /a/b",
    "/a?b=/, /a?b=/",
    "/tin-tức/, /tin-tức",
  })
  void theSlashAtTheEndOfAPathIsRemoved(String normal, String without) {
    assertThat(PagePath.withoutEndSlash(normal)).isEqualTo(without);
  }

  @Test
  void decomposedLettersAreTheSamePage() {
    String decomposed = Normalizer.normalize("/tin-tức", Normalizer.Form.NFD);

    assertThat(decomposed).isNotEqualTo("/tin-tức");
    assertThat(PagePath.of(decomposed, List.of())).isEqualTo("/tin-tức");
    assertThat(PagePath.of("/tin-tu%CC%9B%CC%81c", List.of())).isEqualTo("/tin-tức");
  }

  @ParameterizedTest
  @CsvSource({
    "/abc,4,/abc",
    "/abcd,4,/abc",
    "/a%20b,4,/a",
    "/a%20b,3,/a",
    "/a%20b,5,/a%20",
    "/a😀,3,/a",
    "/ae\u0301x,3,/a",
  })
  void aCutSplitsNoCharacter(String path, int limit, String cut) {
    assertThat(PagePath.cut(path, limit)).isEqualTo(cut);
  }
}
