package io.sitepulse.dashboard.state;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Versions of the script in pages. */
final class ScriptVersion {
  /** The version of the script of this release. A test compares it with that of the script. */
  static final String CURRENT = "1.0.0";

  private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)*");

  private ScriptVersion() {}

  /** True if a version is older than another one. What is no version is as old as can be. */
  static boolean isOlder(String version, String than) {
    return Arrays.compare(
            numbers(version).toArray(BigInteger[]::new), numbers(than).toArray(BigInteger[]::new))
        < 0;
  }

  /** The numbers before the first sign of a preliminary version or build. */
  private static List<BigInteger> numbers(String version) {
    String release = version.split("[-+]", 2)[0];
    return NUMBERS.matcher(release).matches()
        ? Arrays.stream(release.split("\\.")).map(BigInteger::new).toList()
        : List.of();
  }
}
