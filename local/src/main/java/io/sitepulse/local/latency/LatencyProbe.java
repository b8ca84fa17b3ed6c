package io.sitepulse.local.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.sitepulse.local.http.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the time from a page view's POST to the end of the message in which a reader of the live
 * counters sees it.
 *
 * <p>A site's readers get at most one message a second. A probe is sent only when the reader has
 * received nothing for longer than that. So the result is the pipeline's latency without the wait
 * for the next second.
 */
public final class LatencyProbe {
  private static final Duration QUIET = Duration.ofMillis(1_300);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String AGENT =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private final HttpClient client;
  private final URI url;
  private final String site;
  private final AtomicLong views = new AtomicLong(-1);
  private volatile long heardAt = System.nanoTime();
  private volatile CompletableFuture<Long> seen = new CompletableFuture<>();

  /**
   * Prepares to probe a site. The site must have no other visitors meanwhile.
   *
   * @param url base URL of sitepulse
   * @param site a registered site
   */
  public LatencyProbe(Vertx vertx, URI url, String site) {
    this.client = vertx.createHttpClient();
    this.url = url;
    this.site = site;
  }

  /**
   * Probes, one after another.
   *
   * @param warmUp probes that are not measured
   * @throws IOException if the site is unknown, or a view is not seen in time
   */
  public Latencies run(int probes, int warmUp) throws IOException, InterruptedException {
    var times = new ArrayList<Duration>();
    complete(EventStream.open(client, url, site, this::hear));
    for (int i = 0; i < warmUp + probes; i++) {
      awaitQuiet();
      Duration took = probe(i);
      if (i >= warmUp) {
        times.add(took);
      }
    }
    client.close().await();
    return new Latencies(List.copyOf(times));
  }

  private void awaitQuiet() throws InterruptedException {
    long left = QUIET.toNanos();
    while (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
      left = heardAt + QUIET.toNanos() - System.nanoTime();
    }
  }

  private Duration probe(int number) throws IOException, InterruptedException {
    seen = new CompletableFuture<>();
    long sent = System.nanoTime();
    post("2001:db8:1a7e:%x::1".formatted(number));
    try {
      return Duration.ofNanos(seen.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS) - sent);
    } catch (TimeoutException e) {
      throw new IOException("a view was not seen within " + TIMEOUT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void hear(JsonNode counters) {
    long now = System.nanoTime();
    heardAt = now;
    long total = counters.path("total").path("views").asLong();
    if (views.getAndSet(total) < total) {
      seen.complete(now);
    }
  }

  private void post(String address) throws IOException {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url.resolve("/api/events").toString())
            .putHeader("Content-Type", "application/json")
            .putHeader("User-Agent", AGENT)
            .putHeader("X-Forwarded-For", address);
    Buffer body = Buffer.buffer("{\"site\":\"" + site + "\",\"page\":\"/latency\"}");
    var status =
        HttpExchange.send(
            client, options, body, response -> response.end().map(response.statusCode()));
    if (complete(status) != 202) {
      throw new IOException("a view was answered " + status.result());
    }
  }

  private static <T> T complete(Future<T> future) throws IOException {
    try {
      return future.await();
    } catch (RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }
}
