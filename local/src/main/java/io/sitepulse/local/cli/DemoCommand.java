package io.sitepulse.local.cli;

import io.sitepulse.clickhouse.ClickHouse;
import io.sitepulse.clickhouse.Migrations;
import io.sitepulse.local.Sitepulse;
import io.sitepulse.local.cli.option.EmbeddedOptions;
import io.sitepulse.local.cli.option.HistoryConverter;
import io.sitepulse.local.cli.process.BrokerHaltHandler;
import io.sitepulse.local.cli.process.ConsoleOutput;
import io.sitepulse.local.cli.process.DemoData;
import io.sitepulse.local.cli.process.Folders;
import io.sitepulse.local.cli.process.Foreground;
import io.sitepulse.local.cli.process.Logging;
import io.sitepulse.local.demo.Crowd;
import io.sitepulse.local.demo.CrowdRoutes;
import io.sitepulse.local.demo.DemoPortal;
import io.sitepulse.local.history.SampleHistory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Period;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything, with a demo portal and simulated visitors. */
@Command(
    name = "demo",
    header = "Runs all of sitepulse with a demo portal and simulated visitors.",
    descriptionHeading = "%n",
    description = {
      "Starts everything that 'up' starts, with fresh data, and prints one address: a small"
          + " Vietnamese portal whose counters and poll move with simulated visitors and with your"
          + " own clicks and votes. How many visitors there are can be changed on the page"
          + " /vi-du/khach-mo-phong while it runs."
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  SITEPULSE_CACHE      where the ClickHouse engine and the demo's data are kept",
      "                       (~/.cache/sitepulse)",
      "  SITEPULSE_HEAP       most memory for Java (1g)",
      "",
      "Examples:",
      "  ./sitepulse demo",
      "  ./sitepulse demo --visitors 300 --port 8090",
      "  ./sitepulse demo --history 2y"
    })
final class DemoCommand implements Callable<Integer> {
  private static final String ADMINISTRATOR = "quantri";
  private static final int PASSWORD_BYTES = 12;

  @Option(
      names = "--visitors",
      paramLabel = "N",
      defaultValue = "40",
      description = "Simulated visitors at once, 0 to 2000 (${DEFAULT-VALUE}).")
  private int visitors;

  @Option(
      names = "--history",
      paramLabel = "BACK",
      converter = HistoryConverter.class,
      description =
          "Also fill the days since then, like 2y, 18m or 90d, for the 40 sites of a province that"
              + " does not exist, marked as sample data.")
  private @Nullable Period history;

  @Mixin private EmbeddedOptions embedded = new EmbeddedOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the data in this folder, and go on with it (a fresh folder in the cache, emptied"
              + " at each start).")
  private @Nullable Path data;

  @Override
  public Integer call() throws Exception {
    if (visitors < 0 || visitors > Crowd.LIMIT) {
      throw new io.sitepulse.local.instance.StartException(
          "--visitors must be 0 to " + Crowd.LIMIT);
    }
    Path folder = data == null ? DemoData.fresh(Folders.cache()) : data;
    Path log = Logging.toFile(folder);
    BrokerHaltHandler.install();
    Foreground.run(() -> run(folder, log));
    return 0;
  }

  /** Creates the demo's administrator with a random password and prints how to sign in. */
  private static String administrator(Sitepulse pulse) {
    if (pulse.setupLink().isEmpty()) {
      return ": sign in as before; ./sitepulse invite " + ADMINISTRATOR + " gives a new password";
    }
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    pulse.firstAdministrator(ADMINISTRATOR, "Quản trị bản dùng thử", password);
    return ": sign in as " + ADMINISTRATOR + " with " + password;
  }

  private void fill(Sitepulse pulse, ConsoleOutput say) {
    Period back = history;
    if (back != null) {
      try (var clickHouse = ClickHouse.forCommand(pulse.clickHouseConfig())) {
        Migrations.apply(clickHouse.jdbi());
        var sample = new SampleHistory(clickHouse.jdbi(), pulse.kafka(), Clock.systemUTC());
        sample.fill(back, say::line);
      }
    }
  }

  private void run(Path folder, Path log) throws Exception {
    var say = new ConsoleOutput();
    var crowd = new AtomicReference<@Nullable Crowd>();
    var portal = new DemoPortal();
    var crowdRoutes = new CrowdRoutes(crowd::get);
    say.line("Starting the demo with the data in " + folder.toAbsolutePath());
    var options =
        embedded
            .in(folder, Path.of("shipped"))
            .withRoutes(
                router -> {
                  portal.mount(router);
                  crowdRoutes.mount(router);
                });
    try (var pulse = Sitepulse.start(options, say);
        var people = new Crowd(pulse.vertx(), pulse.url(), DemoPortal.SITE)) {
      String signIn = administrator(pulse);
      fill(pulse, say);
      crowd.set(people);
      people.resize(visitors);
      say.line(
          "Ready after " + say.elapsed() + ", " + visitors + " simulated visitors are coming.");
      say.line("The log is in " + log);
      say.line("");
      say.line("  " + pulse.url() + "  the portal");
      say.line("  " + pulse.url().resolve("/dashboard/") + "  for managers" + signIn);
      say.line("");
      say.line("Ctrl-C to stop");
      Foreground.untilStopped();
    } catch (InterruptedException e) {
      say.line("Stopped");
      throw e;
    }
  }
}
