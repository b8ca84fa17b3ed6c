package io.sitepulse.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of {@link PagePath} for paths made of the characters that it treats in some way. */
class PagePathPropertiesTest {
  private static final String SEED = "20261129";
  private static final List<String> PARAMETERS = List.of("a", "c", "id", "tên");

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
            "/",
            ".",
            "..",
            ";",
            "?",
            "&",
            "=",
            "+",
            "%",
            "%2",
            "%2e",
            "%2F",
            "%E1%BB%A9",
            "%C0%AF",
            "%00",
            "%zz",
            "1",
            "a",
            "id",
            "đ",
            "\u0300",
            "\u037e",
            "\u212a",
            "ư",
            "🇻",
            "\ud83c",
            "é",
            " ",
            "\\",
            "~",
            "%37E",
            "%CD%BE",
            "%F0%9F%98%80",
            "%ED%A0%80")
        .list()
        .ofMaxSize(16)
        .map(parts -> "/" + String.join("", parts));
  }

  @Property(tries = 10_000, seed = SEED)
  void theNormalFormIsItsOwnNormalForm(@ForAll("paths") String path) {
    String normal = PagePath.of(path, PARAMETERS);

    assertThat(PagePath.of(normal, PARAMETERS)).isEqualTo(normal);
    assertThat(PagePath.of(normal)).isEqualTo(normal);
  }

  /** Most paths are taken as they are. A dot segment in front makes each go the long way. */
  @Property(tries = 5_000, seed = SEED)
  void aPlainPathHasTheNormalFormOfTheLongWay(@ForAll("paths") String path) {
    assertThat(PagePath.of("/x/.." + path, PARAMETERS)).isEqualTo(PagePath.of(path, PARAMETERS));
  }

  @Property(tries = 5_000, seed = SEED)
  void aPathWithoutItsEndSlashIsNormal(@ForAll("paths") String path) {
    String without = PagePath.withoutEndSlash(PagePath.of(path, PARAMETERS));

    assertThat(without).startsWith("/").doesNotMatch("/[^?]*/(\\?.*)?");
    assertThat(PagePath.withoutEndSlash(without)).isEqualTo(without);
    assertThat(PagePath.of(without)).isEqualTo(without);
  }

  @Property(tries = 5_000, seed = SEED)
  void aCutFormIsABeginningThatSplitsNothing(@ForAll("paths") String path) {
    String normal = PagePath.of(path, PARAMETERS);
    for (int limit = 2; limit <= normal.length(); limit++) {
      String cut = PagePath.cut(normal, limit);
      assertThat(cut.length()).isLessThanOrEqualTo(limit);
      assertThat(normal).startsWith(cut);
      assertThat(cut).doesNotMatch("(?s).*(%|%.|[\\ud800-\\udbff])");
    }
  }
}
