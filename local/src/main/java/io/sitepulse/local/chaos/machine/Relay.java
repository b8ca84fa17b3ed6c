package io.sitepulse.local.chaos.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Passes the connections with a port of a broker on, and can cut those of some processes.
 *
 * <pre>
 * process ──▶ relay at the known port ──▶ port on which the broker listens
 *   STALL   bytes wait, no side is told, and they arrive late once it is healed.
 *           A new connection is accepted, and nothing comes
 *   RESET   every connection is reset, and each new one too
 * </pre>
 *
 * Thread-safe.
 */
public final class Relay implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ServerSocket server;
  private final int target;
  private final IntFunction<String> owners;
  private final ExecutorService threads;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private Cut cut = Cut.NONE;

  /** Ways to cut a connection. */
  public enum Mode {
    STALL,
    RESET
  }

  /**
   * The connections that are cut now.
   *
   * @param processes the processes that opened them
   */
  private record Cut(Mode mode, Predicate<String> processes) {
    static final Cut NONE = new Cut(Mode.STALL, process -> false);

    boolean is(Mode mode, String process) {
      return this.mode == mode && processes.test(process);
    }
  }

  private Relay(ServerSocket server, int target, IntFunction<String> owners) {
    this.server = server;
    this.target = target;
    this.owners = owners;
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "relay to " + target);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Opens a relay.
   *
   * @param port port at which it listens, on loopback
   * @param target port to which it connects
   * @param owners finds the process that has a local port
   */
  public static Relay open(int port, int target, IntFunction<String> owners) {
    try {
      var server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
      var relay = new Relay(server, target, owners);
      relay.threads.execute(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts the connections of processes, until {@link #heal}. */
  public void cut(Mode mode, Predicate<String> processes) {
    set(new Cut(mode, processes));
    if (mode == Mode.RESET) {
      connections.stream()
          .filter(connection -> processes.test(connection.owner))
          .forEach(Connection::reset);
    }
  }

  /** Lets everything pass, also what waited. */
  public void heal() {
    set(Cut.NONE);
  }

  private synchronized void set(Cut next) {
    cut = next;
    notifyAll();
  }

  private synchronized boolean isReset(String owner) {
    return cut.is(Mode.RESET, owner);
  }

  private synchronized void awaitUncut(String owner) throws InterruptedException {
    while (cut.is(Mode.STALL, owner)) {
      wait();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> pass(client));
      } catch (IOException e) {
        // Closed, or a connection that was given up. The next one may come.
      }
    }
  }

  private void pass(Socket client) {
    String owner = owners.apply(client.getPort());
    var connection = new Connection(owner, client);
    connections.add(connection);
    try {
      if (isReset(owner)) {
        connection.reset();
        return;
      }
      awaitUncut(owner);
      connection.open();
      threads.execute(connection::passAnswers);
      connection.passRequests();
    } catch (IOException e) {
      // One side has ended the connection, or the broker is away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
      connections.remove(connection);
    }
  }

  /** A connection of a process, and that with the broker. */
  private final class Connection {
    private final String owner;
    private final Socket client;
    private final Socket broker = new Socket();

    Connection(String owner, Socket client) {
      this.owner = owner;
      this.client = client;
    }

    void open() throws IOException {
      client.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
      broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    }

    void passRequests() throws IOException, InterruptedException {
      pass(client.getInputStream(), broker.getOutputStream());
    }

    void passAnswers() {
      try {
        pass(broker.getInputStream(), client.getOutputStream());
      } catch (IOException e) {
        // One side has ended the connection.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        close();
      }
    }

    private void pass(InputStream in, OutputStream out) throws IOException, InterruptedException {
      var buffer = new byte[BUFFER];
      int read = in.read(buffer);
      while (read >= 0) {
        awaitUncut(owner);
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
      awaitUncut(owner);
    }

    /** Ends both sides in good order. */
    void close() {
      close(client);
      close(broker);
    }

    /** Ends both sides, and what is on its way is lost. */
    void reset() {
      try {
        client.setSoLinger(true, 0);
        broker.setSoLinger(true, 0);
      } catch (IOException e) {
        // They are closed.
      }
      close();
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(Connection::reset);
    threads.shutdownNow();
  }
}
