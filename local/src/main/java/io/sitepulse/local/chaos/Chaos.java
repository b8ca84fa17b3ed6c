package io.sitepulse.local.chaos;

import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.SiteDay;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.local.audit.AuditCommand;
import io.sitepulse.local.chaos.ChaosReport.LedgerRow;
import io.sitepulse.local.chaos.book.Comparison;
import io.sitepulse.local.chaos.book.EventBook;
import io.sitepulse.local.chaos.book.Silences;
import io.sitepulse.local.chaos.book.Totals;
import io.sitepulse.local.chaos.book.VoteBook;
import io.sitepulse.local.chaos.load.Client;
import io.sitepulse.local.chaos.load.Load;
import io.sitepulse.local.chaos.load.Portal;
import io.sitepulse.local.chaos.load.TotalReader;
import io.sitepulse.local.chaos.machine.Surroundings;
import io.sitepulse.local.chaos.plan.Fault;
import io.sitepulse.local.chaos.plan.FaultGroup;
import io.sitepulse.local.chaos.plan.FaultPlan;
import io.sitepulse.local.chaos.plan.Role;
import io.sitepulse.local.chaos.process.Cluster;
import io.sitepulse.runtime.kafka.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * A run: starts an installation, lets clients send and readers read, makes faults, waits until all
 * is counted, and compares.
 */
public final class Chaos {
  private static final Duration READY = Duration.ofMinutes(4);
  private static final Duration DRAINED = Duration.ofMinutes(3);
  private static final Duration SETTLE = Duration.ofSeconds(90);
  private static final Duration SUPERVISION = Duration.ofMillis(500);

  /** Streams of a site are sent once a second at most, so a silence may begin before its fault. */
  private static final long BEFORE = Duration.ofMillis(1_200).toNanos();

  private final ChaosOptions options;
  private final Path folder;
  private final Consumer<String> progress;
  private final Portal portal;
  private final Set<FaultGroup> groups;
  private final List<String> leftOut = new ArrayList<>();
  private final Instant begun = Clock.systemUTC().instant();
  private final EventBook events;
  private final VoteBook votes = new VoteBook(Portal.polls(), Set.of(Portal.CHANGEABLE));
  private final Map<String, Totals> totals = new HashMap<>();

  /**
   * Prepares a run.
   *
   * @param folder folder for data and logs
   * @param progress takes a line for each step
   */
  public Chaos(ChaosOptions options, Path folder, Consumer<String> progress) {
    this.options = options;
    this.groups = EnumSet.copyOf(options.groups());
    this.folder = folder;
    this.progress = progress;
    this.portal = Portal.at(begun);
    this.events = new EventBook(portal.zones());
  }

  /** Runs. */
  public ChaosReport run() throws Exception {
    Files.createDirectories(folder);
    Surroundings.missing()
        .forEach(
            (group, why) -> {
              if (groups.remove(group)) {
                leftOut.add(why);
                progress.accept(why);
              }
            });
    progress.accept("starting " + options.brokers() + " broker(s), ClickHouse and services");
    var supervisor = Executors.newSingleThreadScheduledExecutor();
    try (var cluster = Cluster.start(folder, portal.seed(folder), options.brokers(), groups);
        var load = load(cluster)) {
      var unused =
          supervisor.scheduleWithFixedDelay(
              () -> cluster.startAgainWhatEnded().forEach(this::tellEnded),
              0,
              SUPERVISION.toMillis(),
              TimeUnit.MILLISECONDS);
      return run(cluster, load);
    } finally {
      supervisor.shutdownNow();
    }
  }

  private ChaosReport run(Cluster cluster, Load load) throws Exception {
    List<TotalReader> readers = readers(cluster);
    progress.accept("all is ready: load and faults begin");
    List<FaultInjector.Made> made = disturb(cluster, load);
    var found = new ArrayList<String>();
    settle(cluster, load, found);
    readers.forEach(TotalReader::close);
    totals.values().forEach(total -> found.addAll(total.falls()));
    found.addAll(cluster.endings());
    return new ChaosReport(options, rows(made, load), ledger(cluster), facts(load), found);
  }

  private Load load(Cluster cluster) {
    return new Load(
        List.copyOf(portal.zones().keySet()),
        cluster.urls(Role.INGEST),
        cluster.urls(Role.DASHBOARD),
        new Client(Clock.systemUTC(), events, votes, cluster::offsets),
        new Random(options.seed()));
  }

  private List<TotalReader> readers(Cluster cluster) {
    var readers = new ArrayList<TotalReader>();
    for (String site : portal.zones().keySet()) {
      totals.put(site, new Totals(System.nanoTime()));
    }
    Portal.polls().forEach(poll -> totals.put(poll, new Totals(System.nanoTime())));
    for (var dashboard : cluster.urls(Role.DASHBOARD)) {
      for (String site : portal.zones().keySet()) {
        readers.add(TotalReader.ofSite(dashboard, site, of(site)));
      }
      for (String poll : Portal.polls()) {
        readers.add(TotalReader.ofPoll(dashboard, poll, of(poll)));
      }
    }
    return readers;
  }

  private Totals of(String subject) {
    return totals.computeIfAbsent(subject, name -> new Totals(System.nanoTime()));
  }

  /** Sends and makes faults at the same time. */
  private List<FaultInjector.Made> disturb(Cluster cluster, Load load) throws Exception {
    var plan = FaultPlan.of(options.seed(), options.duration(), options.brokers(), groups);
    var injector = new FaultInjector(cluster, load, progress);
    var thread = Executors.newSingleThreadExecutor();
    try {
      var faults =
          thread.submit(
              () -> {
                injector.run(plan);
                return true;
              });
      load.run(options.rate(), options.duration());
      faults.get();
    } finally {
      thread.shutdownNow();
    }
    return injector.made();
  }

  private void tellEnded(String process) {
    progress.accept("          " + process + " ended by itself and is started again");
  }

  /** Waits until everything is acknowledged, counted and stored, and notes what is not right. */
  private void settle(Cluster cluster, Load load, List<String> found) throws Exception {
    progress.accept("no more requests: waiting until all is counted");
    cluster.awaitReady(READY);
    if (!load.awaitAcknowledged(DRAINED)) {
      found.add(
          (events.unacknowledged() + votes.unacknowledged())
              + " requests were never answered 202, although all is ready");
    }
    long end = System.nanoTime() + DRAINED.toNanos();
    List<String> differences = differences(cluster);
    while (!differences.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(SUPERVISION.toMillis());
      differences = differences(cluster);
    }
    String audit = audit(cluster);
    if (!audit.isEmpty()) {
      found.add("the audit is not clean:\n" + audit);
    }
    // Once more, after all that was on its way.
    found.addAll(differences(cluster));
  }

  private List<String> differences(Cluster cluster) {
    var found =
        new ArrayList<>(
            Comparison.days(
                events.days(),
                events.views(),
                List.copyOf(Snapshot.of(cluster.kafka(), Topics.SITE_DAYS).values())));
    found.addAll(
        Comparison.polls(votes.tallies(), Snapshot.of(cluster.kafka(), Topics.POLL_TALLIES)));
    return found;
  }

  /** Returns the report of an audit that is not clean, or an empty text. */
  private String audit(Cluster cluster) {
    var command =
        new AuditCommand(
            data ->
                new AuditCommand.Installation(cluster.clickHouseConfig(), cluster.kafka().client()),
            Map.of(),
            Clock.systemUTC());
    var printed = new StringWriter();
    LocalDate from = begun.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(printed))
            .execute(
                "--settle",
                Long.toString(SETTLE.toSeconds()),
                "--from",
                from.toString(),
                "--to",
                from.plusDays(3).toString());
    boolean clean = code == 0 && !printed.toString().contains("Not complete");
    return clean ? "" : printed.toString();
  }

  private List<ChaosReport.Row> rows(List<FaultInjector.Made> made, Load load) {
    var rows = new EnumMap<Fault, ChaosReport.Row>(Fault.class);
    for (int i = 0; i < made.size(); i++) {
      Fault fault = made.get(i).fault();
      long from = made.get(i).begun() - BEFORE;
      long until = i + 1 < made.size() ? made.get(i + 1).begun() - BEFORE : Long.MAX_VALUE;
      var row =
          new ChaosReport.Row(
              fault,
              1,
              counting(from, until),
              load.eventSilences().longest(from, until),
              load.voteSilences().longest(from, until));
      rows.merge(fault, row, Chaos::longer);
    }
    return List.copyOf(rows.values());
  }

  private Duration counting(long from, long until) {
    return portal.zones().keySet().stream()
        .map(site -> of(site).silences())
        .map((Silences silences) -> silences.longest(from, until))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static ChaosReport.Row longer(ChaosReport.Row one, ChaosReport.Row other) {
    return new ChaosReport.Row(
        one.fault(),
        one.times() + other.times(),
        longer(one.counting(), other.counting()),
        longer(one.events(), other.events()),
        longer(one.votes(), other.votes()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private List<LedgerRow> ledger(Cluster cluster) {
    var rows = new ArrayList<LedgerRow>();
    Map<String, SiteDay> days = Snapshot.of(cluster.kafka(), Topics.SITE_DAYS);
    events
        .days()
        .forEach(
            (site, expected) ->
                expected.forEach(
                    (day, numbers) -> {
                      SiteDay counted = days.get(Topics.key(site, day.toString()));
                      Ledger ledger = counted == null ? Ledger.EMPTY : counted.ledger();
                      rows.add(
                          new LedgerRow(
                              site + " " + day,
                              numbers.received().toString(),
                              ledger.counted(),
                              ledger.duplicates(),
                              ledger.bots(),
                              sum(ledger.rejected().values())));
                    }));
    Map<String, PollTally> tallies = Snapshot.of(cluster.kafka(), Topics.POLL_TALLIES);
    votes
        .tallies()
        .forEach(
            (poll, expected) -> {
              PollTally tally = tallies.get(poll);
              VoteLedger ledger = tally == null ? VoteLedger.EMPTY : tally.ledger();
              rows.add(
                  new LedgerRow(
                      poll,
                      expected.received().toString(),
                      ledger.ballots() + ledger.changes(),
                      ledger.duplicates(),
                      0,
                      sum(ledger.rejected().values())));
            });
    return rows;
  }

  private static long sum(Iterable<Long> numbers) {
    long sum = 0;
    for (long number : numbers) {
      sum += number;
    }
    return sum;
  }

  private List<String> facts(Load load) {
    long seen = totals.values().stream().mapToLong(Totals::seen).sum();
    var facts = new ArrayList<>(leftOut);
    Collections.addAll(
        facts,
        events.acknowledgements()
            + " events and "
            + votes.acknowledgements()
            + " votes were answered 202",
        "answers: " + load.answers(),
        seen + " totals were read from event streams",
        "the run began at " + begun);
    return facts;
  }
}
