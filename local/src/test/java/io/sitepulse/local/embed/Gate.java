package io.sitepulse.local.embed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Passes bytes on to sitepulse, until it is shut: then it is as if the server had gone. */
final class Gate implements AutoCloseable {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final int behind;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket listening;

  Gate(int behind) throws IOException {
    this.behind = behind;
    this.port = listen(0);
  }

  /** The origin that pages are to use. */
  String host() {
    return "http://127.0.0.1:" + port;
  }

  /** Cuts every connection and takes no more. */
  void shut() {
    quietly(listening);
    sockets.forEach(Gate::quietly);
    sockets.clear();
  }

  /** Takes connections again, at the same place. */
  void reopen() throws IOException {
    listen(port);
  }

  @Override
  public void close() {
    shut();
  }

  private int listen(int at) throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(HERE, at));
    listening = server;
    daemon(() -> accept(server));
    return server.getLocalPort();
  }

  private void accept(ServerSocket server) {
    try {
      while (!server.isClosed()) {
        Socket near = server.accept();
        Socket far = new Socket(HERE, behind);
        sockets.add(near);
        sockets.add(far);
        daemon(() -> pass(near, far));
        daemon(() -> pass(far, near));
      }
    } catch (IOException e) {
      quietly(server);
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them has gone; so goes the other.
    }
    quietly(from);
    quietly(to);
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "gate");
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(@Nullable AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
