package io.sitepulse.local.clickhouse;

import io.sitepulse.local.clickhouse.http.ClickHouseServerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The child's command line: this Java and this class path.
 *
 * <p>{@code libjsig} is loaded first in the child. HotSpot needs its handlers for SIGSEGV and other
 * signals, the engine installs its own, and libjsig chains the two. Without it, the first null
 * check that HotSpot leaves to the hardware would end the process.
 */
final class ServerCommand {
  private static final String LOGGING = "io/sitepulse/local/clickhouse/server-logback.xml";

  private ServerCommand() {}

  static ProcessBuilder of(Path library, ClickHouseOptions options) throws IOException {
    Path java = Path.of(System.getProperty("java.home"));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.resolve("bin").resolve("java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + options.dataDirectory().resolve("hs_err_%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=" + LOGGING,
                "-cp",
                System.getProperty("java.class.path"),
                ClickHouseServerMain.class.getName(),
                library.toString(),
                options.dataDirectory().toString(),
                Integer.toString(options.port()),
                Long.toString(options.maxMemoryBytes())));
    builder.environment().put("TZ", "UTC"); // a server's time zone must not be this desk's
    preloadSignalChaining(builder, java);
    return builder;
  }

  private static void preloadSignalChaining(ProcessBuilder builder, Path java) throws IOException {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    Path jsig = java.resolve("lib").resolve(mac ? "libjsig.dylib" : "libjsig.so");
    if (!Files.exists(jsig)) {
      throw new IOException("This Java has no " + jsig + ", which the ClickHouse engine needs");
    }
    builder.environment().put(mac ? "DYLD_INSERT_LIBRARIES" : "LD_PRELOAD", jsig.toString());
  }
}
