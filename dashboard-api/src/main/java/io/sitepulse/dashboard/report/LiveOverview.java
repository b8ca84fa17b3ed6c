package io.sitepulse.dashboard.report;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.live.EventStreams;
import io.sitepulse.dashboard.live.LiveConfig;
import io.sitepulse.dashboard.manage.Call;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.site.Successions;
import io.sitepulse.dashboard.web.JsonText;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Online and today of all the sites a caller may see, as an event stream: all of them at first,
 * then those that changed, at most one message an interval. What a reader may see is looked up anew
 * for each message; a stream ends with the session or key it was opened with, and after ten minutes
 * anyway, so that whoever comes back is asked again who they are.
 */
public final class LiveOverview {
  private static final Buffer BEAT = Buffer.buffer(": still here\n\n");
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final Context context;
  private final ManageSources sources;
  private final Successions successions;
  private final EventStreams streams;
  private final LiveConfig config;
  private final LiveDays live;
  private final Clock clock;
  private final Set<Reader> readers = new LinkedHashSet<>();

  /** The figures of a site. */
  public record Figures(long online, DaySums today) {}

  /**
   * One message.
   *
   * @param sites by id
   */
  public record Message(Map<String, Figures> sites) {}

  private static final class Reader {
    final Caller caller;
    final HttpServerResponse response;
    final Instant opened;
    final Map<String, Figures> told = new HashMap<>();
    boolean begun;

    Reader(Caller caller, HttpServerResponse response, Instant opened) {
      this.caller = caller;
      this.response = response;
      this.opened = opened;
    }
  }

  public LiveOverview(
      Vertx vertx,
      ManageSources sources,
      Successions successions,
      EventStreams streams,
      LiveConfig config,
      Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.sources = sources;
    this.successions = successions;
    this.streams = streams;
    this.config = config;
    this.live = new LiveDays(sources.counters());
    this.clock = clock;
  }

  /** Starts to look at the clock. */
  public void start() {
    context.runOnContext(
        started -> {
          vertx.setPeriodic(config.interval().toMillis(), id -> look());
          vertx.setPeriodic(config.keepAlive().toMillis(), id -> beat());
        });
  }

  /** Ends all streams cleanly. */
  public Future<Void> close() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        run -> {
          List.copyOf(readers).forEach(this::end);
          done.complete();
        });
    return done.future();
  }

  void open(Call call) {
    var response = call.context().response();
    var reader = new Reader(call.caller(), response, clock.instant());
    boolean opened =
        streams.open(call.context(), () -> context.runOnContext(gone -> readers.remove(reader)));
    if (opened) {
      context.runOnContext(
          joined -> {
            readers.add(reader);
            tell(reader, figures());
          });
    }
  }

  private void look() {
    if (!readers.isEmpty()) {
      Map<Site, Figures> now = figures();
      List.copyOf(readers).forEach(reader -> tell(reader, now));
    }
  }

  /** A reader that is behind is told what changed meanwhile once it has room. */
  private void tell(Reader reader, Map<Site, Figures> now) {
    Account account = sources.accounts().get(reader.caller.account().id()).orElse(null);
    if (account == null || isOver(reader, account)) {
      end(reader);
      return;
    }
    if (reader.response.closed() || reader.response.writeQueueFull()) {
      return;
    }
    var caller = new Caller(account, reader.caller.session(), reader.caller.token());
    var news = new HashMap<String, Figures>();
    now.forEach(
        (site, figures) -> {
          if (caller.allows(Role.VIEWER, site) && !figures.equals(reader.told.get(site.id()))) {
            news.put(site.id(), figures);
          }
        });
    if (!news.isEmpty() || !reader.begun) {
      reader.begun = true;
      reader.told.putAll(news);
      reader.response.write(frame(new Message(news)));
    }
  }

  private boolean isOver(Reader reader, Account account) {
    Caller caller = reader.caller;
    Instant now = clock.instant();
    boolean ended =
        caller.token() == null
            ? account.endedSessions().containsKey(Objects.toString(caller.session()))
            : !account.tokens().contains(caller.token()) || !caller.token().isValidAt(now);
    return ended
        || account.disabled()
        || !Objects.equals(account.sessionsFrom(), caller.account().sessionsFrom())
        || now.isAfter(reader.opened.plus(LONGEST));
  }

  /** Of all sites that are listed, each with those it has taken over. */
  private Map<Site, Figures> figures() {
    var figures = new HashMap<Site, Figures>();
    var extent = Extent.of(Scope.ALL, sources.sites().all(), successions.now(), clock.instant());
    for (Extent.Part part : extent.parts()) {
      part.members().stream()
          .map(member -> live.figures(member, extent.now()))
          .reduce(CounterFigures::plus)
          .ifPresent(now -> figures.put(part.site(), new Figures(now.online(), now.today())));
    }
    return figures;
  }

  private void end(Reader reader) {
    readers.remove(reader);
    if (!reader.response.ended() && !reader.response.closed()) {
      reader.response.end();
    }
  }

  private void beat() {
    readers.forEach(
        reader -> {
          if (!reader.response.closed() && !reader.response.writeQueueFull()) {
            reader.response.write(BEAT);
          }
        });
  }

  private static Buffer frame(Message message) {
    return Buffer.buffer("event: figures\ndata: ")
        .appendBuffer(JsonText.of(message))
        .appendString("\n\n");
  }
}
