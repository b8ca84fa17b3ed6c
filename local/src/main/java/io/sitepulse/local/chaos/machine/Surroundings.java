package io.sitepulse.local.chaos.machine;

import io.sitepulse.local.chaos.plan.FaultGroup;
import io.sitepulse.local.chaos.plan.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** The disks, clocks and connections of the processes of a run, by their names. Thread-safe. */
public final class Surroundings implements AutoCloseable {
  private static final Set<Role> DISKS = Set.of(Role.STREAMS, Role.CLICKHOUSE, Role.BROKER);
  private static final Set<Role> CLOCKS = Set.of(Role.INGEST, Role.STREAMS, Role.BROKER);

  private final Path folder;
  private final Set<FaultGroup> groups;
  private final Map<String, SmallDisk> disks = new ConcurrentHashMap<>();
  private final Map<String, WallClock> clocks = new ConcurrentHashMap<>();
  private final Map<String, List<Relay>> relays = new ConcurrentHashMap<>();

  /**
   * Prepares them.
   *
   * @param folder folder of the run
   * @param groups groups of faults that are made
   */
  public Surroundings(Path folder, Set<FaultGroup> groups) {
    this.folder = folder;
    this.groups = Set.copyOf(groups);
  }

  /** Returns a sentence for each group of faults that cannot be made on this machine. */
  public static Map<FaultGroup, String> missing() throws IOException, InterruptedException {
    var missing = new EnumMap<FaultGroup, String>(FaultGroup.class);
    if (!SmallDisk.isPossible()) {
      missing.put(FaultGroup.DISK, "no full disks: only root may mount a file system");
    }
    if (WallClock.library().isEmpty()) {
      missing.put(FaultGroup.CLOCK, "no wrong clocks: libfaketime is not installed");
    }
    if (!SocketOwners.isPossible()) {
      missing.put(FaultGroup.NETWORK, "no cut network: this system has no /proc/net/tcp");
    }
    return missing;
  }

  /** Gives a process a disk and a clock of its own, and returns the environment for it. */
  public Map<String, String> surround(Role role, String name)
      throws IOException, InterruptedException {
    if (groups.contains(FaultGroup.DISK) && DISKS.contains(role)) {
      disks.put(name, SmallDisk.mount(folder.resolve(name)));
    }
    var library = WallClock.library();
    if (!groups.contains(FaultGroup.CLOCK) || !CLOCKS.contains(role) || library.isEmpty()) {
      return Map.of();
    }
    Path files = Files.createDirectories(folder.resolve("clocks"));
    var clock = new WallClock(files.resolve(name));
    clocks.put(name, clock);
    return clock.environment(library.get());
  }

  /**
   * Puts a relay before a port of a broker.
   *
   * @param known port that all others know
   * @param listening port on which the broker listens
   * @param owners finds the process that has a local port
   */
  public void relay(String broker, int known, int listening, IntFunction<String> owners) {
    relays
        .computeIfAbsent(broker, name -> new ArrayList<>())
        .add(Relay.open(known, listening, owners));
  }

  /** Fills the disk of a process. */
  public void fill(String name) throws IOException, InterruptedException {
    disk(name).fill();
  }

  /** Gives the disk of a process room again. */
  public void free(String name) throws IOException, InterruptedException {
    disk(name).free();
  }

  private SmallDisk disk(String name) {
    SmallDisk disk = disks.get(name);
    if (disk == null) {
      throw new IllegalStateException(name + " has no disk of its own");
    }
    return disk;
  }

  /** Sets the clock of a process. */
  public void setClock(String name, Duration offset) throws IOException {
    WallClock clock = clocks.get(name);
    if (clock == null) {
      throw new IllegalStateException(name + " has no clock of its own");
    }
    clock.set(offset);
  }

  /** Returns by how much the clock of a process may be ahead now. */
  public Set<Duration> offsets(String name) {
    WallClock clock = clocks.get(name);
    return clock == null ? Set.of(Duration.ZERO) : clock.offsets();
  }

  /**
   * Cuts a process from brokers, or a broker from the others.
   *
   * @param chosen chooses one broker or all of them, modulo their number and one, if the process is
   *     not a broker
   */
  public void cut(Relay.Mode mode, String name, int chosen) {
    List<String> brokers = relays.keySet().stream().sorted().toList();
    if (brokers.contains(name)) {
      brokers.forEach(
          broker -> cut(mode, broker, broker.equals(name) ? brokers::contains : name::equals));
      return;
    }
    int one = chosen % (brokers.size() + 1);
    List<String> away = one == brokers.size() ? brokers : List.of(brokers.get(one));
    away.forEach(broker -> cut(mode, broker, name::equals));
  }

  private void cut(Relay.Mode mode, String broker, Predicate<String> processes) {
    relays
        .getOrDefault(broker, List.of())
        .forEach(
            relay ->
                relay.cut(mode, process -> !process.equals(broker) && processes.test(process)));
  }

  /** Lets all connections pass again. */
  public void connect() {
    relays.values().forEach(list -> list.forEach(Relay::heal));
  }

  @Override
  public void close() {
    relays.values().forEach(list -> list.forEach(Relay::close));
    disks.values().forEach(SmallDisk::close);
  }
}
