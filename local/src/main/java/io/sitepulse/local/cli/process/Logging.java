package io.sitepulse.local.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sets the destination of a command's log. It must be called before the first class with a logger
 * is loaded, so no class of this package has one.
 */
public final class Logging {
  private static final String CONFIGURATION = "logback.configurationFile";
  private static final String FILE = "sitepulse.log.file";

  private Logging() {}

  /** Logs to a file beside the data, because the terminal is for people. */
  public static Path toFile(Path data) throws IOException {
    Path file = Files.createDirectories(data.resolve("logs")).resolve("sitepulse.log");
    System.setProperty(FILE, file.toString());
    use("io/sitepulse/local/file-logback.xml");
    return file;
  }

  /** Logs to standard error, for a process whose output is collected by a service manager. */
  public static void toStandardError() {
    use("io/sitepulse/local/process-logback.xml");
  }

  /** Logs only warnings, to standard error. */
  public static void quiet() {
    use("io/sitepulse/local/tool-logback.xml");
  }

  private static void use(String configuration) {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, configuration);
    }
  }
}
