package io.sitepulse.local.clickhouse.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The npm package that carries the engine for one kind of machine. */
enum EnginePackage {
  LINUX_X64(
      "linux-x64-gnu",
      "sha512-XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw=="),
  LINUX_ARM64("linux-arm64-gnu", ""),
  DARWIN_ARM64("darwin-arm64", ""),
  DARWIN_X64("darwin-x64", "");

  /** The one version that sitepulse was tested with. */
  static final String VERSION = "26.7.3-stable.1";

  private final String platform;
  private final String integrity;

  EnginePackage(String platform, String integrity) {
    this.platform = platform;
    this.integrity = integrity;
  }

  /**
   * The package for a machine, by Java's words for it.
   *
   * @param os {@code os.name}
   * @param arch {@code os.arch}
   * @param musl true where Linux has musl as its C library, with which the engine does not work
   */
  static EnginePackage of(String os, String arch, boolean musl) throws EngineUnavailableException {
    String system = os.toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    boolean x64 = arch.equals("amd64") || arch.equals("x86_64");
    if (system.startsWith("linux") && !musl && (arm || x64)) {
      return arm ? LINUX_ARM64 : LINUX_X64;
    }
    if (system.startsWith("mac") && (arm || x64)) {
      return arm ? DARWIN_ARM64 : DARWIN_X64;
    }
    throw new EngineUnavailableException(
        "The embedded ClickHouse engine does not exist for %s%s on %s: use Linux (glibc) or macOS,"
                .formatted(os, musl ? " (musl)" : "", arch)
            + " or point sitepulse at a ClickHouse server");
  }

  /** True on a Linux whose programs are loaded by musl, such as Alpine. */
  static boolean isMusl() {
    return (Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
            && Files.notExists(Path.of("/lib64/ld-linux-x86-64.so.2")))
        || (Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"))
            && Files.notExists(Path.of("/lib/ld-linux-aarch64.so.1")));
  }

  /** As npm names it: {@code @chdb/lib-linux-x64-gnu@26.7.3-stable.1}. */
  String specification() {
    return "@chdb/lib-" + platform + "@" + VERSION;
  }

  /** Name of the cache folder: {@code clickhouse-26.7.3-stable.1-linux-x64-gnu}. */
  String directory() {
    return "clickhouse-" + VERSION + "-" + platform;
  }

  /**
   * The pinned integrity of the packed file in npm's form, {@code sha512-} and base 64.
   *
   * @throws EngineUnavailableException if none is pinned for this platform. Nothing unchecked is
   *     ever loaded
   */
  String integrity() throws EngineUnavailableException {
    if (integrity.isEmpty()) {
      throw new EngineUnavailableException(
          "The integrity of %s is not pinned yet; unpack it yourself and set %s to its libchdb.so"
              .formatted(specification(), EngineLibrary.FILE));
    }
    return integrity;
  }
}
