package io.sitepulse.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPU time and memory of a process with its living descendants, from the start of each.
 *
 * @param cpu CPU time in user and kernel mode
 * @param peakMemoryBytes sum of the largest resident memory of each process, 0 if the system does
 *     not tell
 */
public record ProcessUsage(Duration cpu, long peakMemoryBytes) {
  private static final Path PROC = Path.of("/proc");

  /** Ticks of the clock in {@code /proc/PID/stat} in a second: 100 on every Linux of today. */
  private static final long TICKS = 100;

  private static final int USER_TICKS = 11;
  private static final int KERNEL_TICKS = 12;
  private static final String PEAK = "VmHWM:";

  /** Reads the usage of a process and its descendants. A process that ended counts nothing. */
  public static ProcessUsage of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(ProcessUsage::ofOne)
        .reduce(new ProcessUsage(Duration.ZERO, 0), ProcessUsage::plus);
  }

  private ProcessUsage plus(ProcessUsage other) {
    return new ProcessUsage(cpu.plus(other.cpu), peakMemoryBytes + other.peakMemoryBytes);
  }

  private static ProcessUsage ofOne(ProcessHandle process) {
    Path folder = PROC.resolve(Long.toString(process.pid()));
    try {
      return new ProcessUsage(
          cpu(Files.readString(folder.resolve("stat"))),
          peak(Files.readAllLines(folder.resolve("status"))));
    } catch (IOException e) {
      return new ProcessUsage(process.info().totalCpuDuration().orElse(Duration.ZERO), 0);
    }
  }

  /** Reads the CPU time of {@code /proc/PID/stat}. The name in it may have blanks and brackets. */
  static Duration cpu(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[KERNEL_TICKS]);
    return Duration.ofMillis(ticks * 1000 / TICKS);
  }

  /** Reads the largest resident memory of {@code /proc/PID/status} in bytes, 0 if there is none. */
  static long peak(List<String> status) {
    Optional<String> line = status.stream().filter(text -> text.startsWith(PEAK)).findFirst();
    return line.map(text -> text.replaceAll("[^0-9]", ""))
        .map(kilobytes -> Long.parseLong(kilobytes) * 1024)
        .orElse(0L);
  }
}
