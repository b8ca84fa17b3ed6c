package io.sitepulse.local.kafka;

import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Loopback ports. The broker must be told its controller's port before either is bound, so it
 * cannot bind port 0 by itself.
 */
final class Ports {
  static final String HOST = "127.0.0.1";

  private Ports() {}

  /** Finds a port that is free now. Another process may take it before it is bound. */
  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks that a port can be bound.
   *
   * @throws StartException if the port is in use
   */
  static void requireFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StartException(
          "Kafka cannot listen on " + HOST + ":" + port + ": " + e.getMessage(), e);
    }
  }
}
