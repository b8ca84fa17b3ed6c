package io.sitepulse.bench.process;

import io.sitepulse.local.instance.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waiting for conditions in other processes. */
public final class Await {
  private static final long POLL_MILLIS = 20;
  private static final int OK = 200;

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Await() {}

  /** A condition that may fail while it is not fulfilled. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Waits until a condition holds.
   *
   * @param subject the condition in words, for the message
   * @throws StartException if it does not hold in time
   */
  public static void until(String subject, Duration timeout, Condition condition) throws Exception {
    long end = System.nanoTime() + timeout.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new StartException("not within " + timeout.toSeconds() + " s: " + subject);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Waits until a URL answers 200, while the process lives. */
  public static void answers(ChildProcess process, URI url, Duration timeout) throws Exception {
    until(
        url + " answers 200",
        timeout,
        () -> {
          process.requireAlive();
          return isOk(url);
        });
  }

  private static boolean isOk(URI url) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Requests a URL and waits for its answer.
   *
   * @throws IOException if it is not 200
   */
  public static void completes(URI url, Duration timeout) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url).timeout(timeout).build();
    int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != OK) {
      throw new IOException(url + " answered " + status);
    }
  }

  /**
   * Requests a URL and returns the body of its answer.
   *
   * @throws IOException if it is not 200
   */
  public static String text(URI url) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build();
    var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new IOException(url + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** Finds a loopback port that is free now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
