package io.sitepulse.local.embed;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.ClickHouseConfig;
import io.sitepulse.local.Scratch;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.SitepulseOptions;
import io.sitepulse.local.demo.DemoPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A running sitepulse, a portal of another origin whose pages embed it, and a browser.
 *
 * <p>Its clock is slow by all but {@link #ONLINE} of the five minutes for which a visitor counts as
 * online. Online is by the machine's own clock, so a visitor who leaves is gone after that time.
 */
final class Stage implements AutoCloseable {
  /** Time for which a visitor stays online. */
  static final Duration ONLINE = Duration.ofSeconds(15);

  private static final String ENGAGED =
      "SELECT sum(engaged_ms) FROM sitepulse.site_days FINAL WHERE site = :site";

  private static final Duration SLOW = Duration.ofMinutes(5).minus(ONLINE);

  final HostPortal portal;
  final PublicSide api;
  private final Scratch scratch;
  private final Sitepulse pulse;
  private final Playwright playwright;
  private final Browser browser;

  private Stage(Scratch scratch, Sitepulse pulse) throws IOException {
    this.scratch = scratch;
    this.pulse = pulse;
    this.portal = HostPortal.open();
    this.api = new PublicSide(pulse.url());
    this.playwright = Chromium.driver();
    this.browser = Chromium.launch(playwright);
  }

  static Stage open() {
    // Playwright's objects belong to the thread that made them.
    Awaitility.pollInSameThread();
    try {
      var scratch = Scratch.of("embed");
      Path folder = scratch.folder();
      Clock clock = Clock.offset(Clock.systemUTC(), SLOW.negated());
      Path seed = StageSeed.write(folder, clock.instant());
      var portal = new DemoPortal();
      var options =
          SitepulseOptions.in(folder.resolve("data"))
              .withClock(clock)
              .with("SITEPULSE_DEFINITIONS_SEED", seed.toString())
              .with("SITEPULSE_INGEST_DELIVERY_TIMEOUT", "4s")
              .with("SITEPULSE_DASHBOARD_VOTES_TIMEOUT", "2s")
              .withRoutes(portal::mount);
      var stage = new Stage(scratch, Sitepulse.start(options));
      StageSeed.vote(stage.api, stage.pulse.kafka(), clock.instant());
      return stage;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Origin of sitepulse, without a slash at the end. */
  String host() {
    return "http://" + pulse.url().getAuthority();
  }

  /** The one line that an editor pastes. */
  String line(String site) {
    return line(host(), site, "");
  }

  /** The line with further attributes, from a host that may be a stand-in. */
  static String line(String host, String site, String attributes) {
    return "<script async src=\"%s/sitepulse.js\" data-site=\"%s\" %s></script>"
        .formatted(host, site, attributes);
  }

  /** Opens a visitor with a browser context of their own. */
  Visitor visitor() {
    return visitor(Visitor.usual());
  }

  /** Opens a visitor whose browser context has the given options. */
  Visitor visitor(Browser.NewContextOptions wishes) {
    return new Visitor(browser.newContext(wishes));
  }

  /**
   * Opens a visitor whose browser has a back-forward cache, which browsers under test switch off.
   */
  Visitor visitorWithCache() {
    Browser keeping = Chromium.launch(playwright, "--disable-back-forward-cache");
    return new Visitor(keeping.newContext(Visitor.usual()), keeping);
  }

  /** Opens a visitor whose browser blocks cookies and storage of third parties. */
  Visitor visitorWithoutThirdParties() {
    Browser strict = Chromium.launchWith(playwright, "--test-third-party-cookie-phaseout");
    return new Visitor(strict.newContext(Visitor.usual()), strict);
  }

  /** Takes Kafka away until it is brought back. */
  void stopKafka() {
    pulse.stopKafka();
  }

  /** Brings Kafka back, and returns when all parts have found it. */
  void restoreKafka() {
    pulse.restoreKafka();
    await().until(() -> !pulse.states().containsValue(false));
  }

  /** Engaged time of a site's days in its ledger, as ClickHouse was told it. */
  long engagedMs(String site) {
    var server = pulse.clickHouse();
    var config = new ClickHouseConfig(server.jdbcUrl(), server.user(), server.password(), 1);
    try (var clickHouse = new ClickHouse(config)) {
      return clickHouse
          .jdbi()
          .withHandle(
              handle -> handle.createQuery(ENGAGED).bind("site", site).mapTo(Long.class).one());
    }
  }

  /** An empty folder that goes with the stage. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(scratch.folder().resolve(name));
  }

  /** A stand-in for sitepulse's own port that can be taken away. */
  Gate gate() throws IOException {
    return new Gate(pulse.url().getPort());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    portal.close();
    pulse.close();
    scratch.close();
  }
}
