package io.sitepulse.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * This user's running instances, one file each. {@code replay}, {@code latency}, {@code audit} and
 * {@code invite} find the running instance by them. Only this user may read the files.
 */
public final class RunningInstances {
  private static final String SUFFIX = ".properties";

  private final Path folder;

  /** Creates a registry in a folder, which is created with the first entry. */
  public RunningInstances(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns this user's registry: in {@code $XDG_RUNTIME_DIR}, or in {@code ~/.cache} if that is
   * not set.
   */
  public static RunningInstances ofUser(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    Path base =
        runtime.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(runtime);
    return new RunningInstances(base.resolve("sitepulse").resolve("instances"));
  }

  /** Registers an instance of this process until the registration is closed. */
  public Registration register(RunningInstance instance) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(instance.pid() + "-" + instance.url().getPort() + SUFFIX);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var writer = Files.newBufferedWriter(file)) {
      instance.properties().store(writer, null);
    }
    return () -> Files.deleteIfExists(file);
  }

  /** A registration that {@code close} removes. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /** Lists the running instances and removes the files of dead ones. */
  public List<RunningInstance> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the only running instance, or the one with a data folder.
   *
   * @param data the folder, or null for the only instance
   * @throws StartException if none runs, or if several run and no folder is given
   */
  public RunningInstance one(@Nullable Path data) {
    List<RunningInstance> found =
        all().stream()
            .filter(instance -> data == null || instance.data().equals(absolute(data)))
            .toList();
    if (found.isEmpty()) {
      String which = data == null ? "" : " with the data in " + data;
      throw new StartException("no sitepulse runs here" + which + "; start one: ./sitepulse up");
    }
    if (found.size() > 1) {
      String list = found.stream().map(RunningInstance::toString).collect(Collectors.joining(", "));
      throw new StartException("several run, tell which by --data: " + list);
    }
    return found.get(0);
  }

  private static Path absolute(Path data) {
    return data.toAbsolutePath().normalize();
  }

  private static Optional<RunningInstance> read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      var instance = RunningInstance.of(properties);
      if (instance.isAlive()) {
        return Optional.of(instance);
      }
      Files.deleteIfExists(file);
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // Half written, or gone meanwhile.
    }
  }
}
