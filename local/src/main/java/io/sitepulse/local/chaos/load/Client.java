package io.sitepulse.local.chaos.load;

import io.sitepulse.local.chaos.book.EventBook;
import io.sitepulse.local.chaos.book.SentEvent;
import io.sitepulse.local.chaos.book.SentVote;
import io.sitepulse.local.chaos.book.Silences;
import io.sitepulse.local.chaos.book.VoteBook;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends events and votes and notes each attempt and each answer. Thread-safe. */
public final class Client {
  private static final int ACCEPTED = 202;
  private static final int NO_CONNECTION = -1;
  private static final int NO_ANSWER = 0;

  /** Longer than a service waits for Kafka, so that a 503 is seen. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String BOT = "Mozilla/5.0 (compatible; Googlebot/2.1)";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Clock clock;
  private final EventBook events;
  private final VoteBook votes;
  private final Function<URI, Set<Duration>> offsets;
  private final Silences eventSilences;
  private final Silences voteSilences;
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

  /**
   * Creates a client.
   *
   * @param offsets tells by how much the clock of a process may be ahead now
   */
  public Client(
      Clock clock, EventBook events, VoteBook votes, Function<URI, Set<Duration>> offsets) {
    this.offsets = offsets;
    this.clock = clock;
    this.events = events;
    this.votes = votes;
    this.eventSilences = new Silences(System.nanoTime());
    this.voteSilences = new Silences(System.nanoTime());
  }

  /** The times without an event that is answered 202. */
  Silences eventSilences() {
    return eventSilences;
  }

  /** The times without a vote that is answered 202. */
  Silences voteSilences() {
    return voteSilences;
  }

  /** Returns how often each answer came, by status, or by the kind of failure. */
  Map<String, Long> answers() {
    var sums = new TreeMap<String, Long>();
    answers.forEach((answer, number) -> sums.put(answer, number.sum()));
    return sums;
  }

  /** Sends an event and tells whether it was answered 202. */
  boolean send(URI ingest, SentEvent event, @Nullable String view) throws InterruptedException {
    String more =
        event.heartbeat()
            ? ",\"kind\":\"heartbeat\",\"engagedMs\":1000,\"view\":\"%s\"".formatted(view)
            : "";
    String body =
        "{\"id\":\"%s\",\"site\":\"%s\",\"page\":\"/chaos\"%s}"
            .formatted(event.id(), event.site(), more);
    events.sending(event, times(ingest));
    int status = post(ingest.resolve("/api/events"), body, event.visitor(), event.bot());
    events.answered(event, status == ACCEPTED, times(ingest));
    if (status == NO_CONNECTION) {
      events.notSent(event);
    }
    if (status == ACCEPTED) {
      eventSilences.happened(System.nanoTime());
    }
    return status == ACCEPTED;
  }

  /** Sends a vote and tells whether it was answered 202. */
  boolean send(URI dashboard, SentVote vote, String address) throws InterruptedException {
    String body =
        "{\"id\":\"%s\",\"voter\":\"%s\",\"choices\":[\"%s\"]}"
            .formatted(vote.id(), vote.voter(), vote.choice());
    votes.sending(vote);
    int status =
        post(dashboard.resolve("/api/polls/" + vote.poll() + "/votes"), body, address, false);
    if (status == NO_CONNECTION) {
      votes.notSent(vote);
    }
    if (status == ACCEPTED) {
      votes.acknowledged(vote);
      voteSilences.happened(System.nanoTime());
    }
    return status == ACCEPTED;
  }

  /** Returns the times that a collector may have now. */
  private List<Instant> times(URI ingest) {
    Instant now = clock.instant();
    return offsets.apply(ingest).stream().map(now::plus).toList();
  }

  /** Returns the status, {@link #NO_CONNECTION}, or {@link #NO_ANSWER}. */
  private int post(URI url, String body, String address, boolean bot) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .header("User-Agent", bot ? BOT : BROWSER)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      note(Integer.toString(status));
      return status;
    } catch (ConnectException e) {
      note("no connection");
      return NO_CONNECTION;
    } catch (IOException e) {
      note("no answer");
      return NO_ANSWER;
    }
  }

  private void note(String answer) {
    answers.computeIfAbsent(answer, name -> new LongAdder()).increment();
  }
}
