package io.sitepulse.local.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command's log goes. To be told before the first class that logs is touched, which is why
 * no class of this package logs.
 */
public final class Logging {
  private static final String CONFIGURATION = "logback.configurationFile";
  private static final String FILE = "sitepulse.log.file";

  private Logging() {}

  /** Into a file beside the data: the terminal is for people. */
  public static Path toFile(Path data) throws IOException {
    Path file = Files.createDirectories(data.resolve("logs")).resolve("sitepulse.log");
    System.setProperty(FILE, file.toString());
    use("io/sitepulse/local/file-logback.xml");
    return file;
  }

  /** To standard error: for a process that somebody else keeps the log of. */
  public static void toStandardError() {
    use("io/sitepulse/local/process-logback.xml");
  }

  /** Only warnings, to standard error: for tools. */
  public static void quiet() {
    use("io/sitepulse/local/tool-logback.xml");
  }

  private static void use(String configuration) {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, configuration);
    }
  }
}
