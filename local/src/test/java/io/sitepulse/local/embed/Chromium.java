package io.sitepulse.local.embed;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium. None is downloaded. */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // What a context says of itself does not reach the last request of a page that is gone.
          "--user-agent=" + Visitor.CHROME);

  /** The longest that a test waits for what a page shows: a page of a busy machine is slow. */
  public static final double TIMEOUT_MS = 60_000;

  private Chromium() {}

  /** The Playwright driver. It downloads no browser. */
  public static Playwright driver() {
    PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MS);
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** A browser without a window. */
  public static Browser launch(Playwright playwright) {
    return playwright.chromium().launch(options(List.of()));
  }

  /**
   * The same, or Chromium's headless shell if {@code SITEPULSE_CHROMIUM_SHELL} names it. That draws
   * pages alike with a third less CPU time, and has no back-forward cache.
   */
  public static Browser launchShell(Playwright playwright) {
    var options = options(List.of());
    named("SITEPULSE_CHROMIUM_SHELL").ifPresent(options::setExecutablePath);
    return playwright.chromium().launch(options);
  }

  /** The same without some of the arguments that the driver gives by itself. */
  static Browser launch(Playwright playwright, String... without) {
    return playwright.chromium().launch(options(List.of()).setIgnoreDefaultArgs(List.of(without)));
  }

  /** The same with an argument more. */
  static Browser launchWith(Playwright playwright, String argument) {
    return playwright.chromium().launch(options(List.of(argument)));
  }

  private static BrowserType.LaunchOptions options(List<String> more) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(executable())
        .setArgs(Stream.concat(ARGUMENTS.stream(), more.stream()).toList());
  }

  /**
   * Starts a browser without a driver, for behaviour that drivers switch off.
   *
   * @param profile an empty folder
   */
  static Process alone(Path profile, String url) throws IOException {
    var command = new ArrayList<>(ARGUMENTS);
    command.add(0, executable().toString());
    command.addAll(List.of("--user-data-dir=" + profile, url));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** {@code SITEPULSE_CHROMIUM}, or what the machine has on its path. */
  private static Path executable() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin");
    return named("SITEPULSE_CHROMIUM")
        .or(
            () ->
                Stream.of(path.split(":", -1))
                    .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst())
        .orElseThrow(() -> new IllegalStateException("no Chromium; set SITEPULSE_CHROMIUM"));
  }

  private static Optional<Path> named(String variable) {
    return Optional.ofNullable(System.getenv(variable)).map(Path::of).filter(Files::isExecutable);
  }
}
