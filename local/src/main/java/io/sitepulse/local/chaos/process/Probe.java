package io.sitepulse.local.chaos.process;

import io.sitepulse.local.chaos.plan.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a process whether it is ready. */
final class Probe {
  static final long PAUSE_MILLIS = 100;

  private static final int OK = 200;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Probe() {}

  /** A broker is ready when it listens. Kafka's clients wait for the rest. */
  static boolean isReady(ManagedProcess process) throws InterruptedException {
    if (process.role() == Role.BROKER) {
      return listens(process.port());
    }
    String path = process.role() == Role.CLICKHOUSE ? "/ping" : "/health/ready";
    return isOk(process.url().resolve(path));
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOk(URI url) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }
}
