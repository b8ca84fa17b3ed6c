package io.sitepulse.local.chaos.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the process that has the socket of a local port, as Linux tells it. */
public final class SocketOwners {
  private static final Path PROC = Path.of("/proc");
  private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");
  private static final int LOCAL_ADDRESS = 1;
  private static final int INODE = 9;

  private SocketOwners() {}

  /** Tells whether this system tells it. */
  public static boolean isPossible() {
    return Files.isReadable(PROC.resolve(TABLES.get(0)));
  }

  /** Tells whether a process has the socket with a local port. */
  public static boolean hasPort(long pid, int port) {
    return inode(port).filter(inode -> hasSocket(pid, "socket:[" + inode + "]")).isPresent();
  }

  private static Optional<String> inode(int port) {
    String end = String.format(Locale.ROOT, ":%04X", port);
    return TABLES.stream()
        .flatMap(table -> lines(PROC.resolve(table)).stream())
        .map(line -> line.trim().split(" +"))
        .filter(cells -> cells.length > INODE && cells[LOCAL_ADDRESS].endsWith(end))
        .map(cells -> cells[INODE])
        .filter(inode -> !inode.equals("0")) // a connection that is over
        .findFirst();
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean hasSocket(long pid, String socket) {
    Path files = PROC.resolve(Long.toString(pid)).resolve("fd");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(files)) {
      for (Path link : links) {
        if (isLinkTo(link, socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // It has ended.
    }
  }

  private static boolean isLinkTo(Path link, String socket) {
    try {
      return Files.readSymbolicLink(link).toString().equals(socket);
    } catch (IOException e) {
      return false; // It is closed.
    }
  }
}
