package io.sitepulse.dashboard.report.live;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.report.clickhouse.LiveDays;
import io.sitepulse.dashboard.report.clickhouse.SiteSet;
import io.sitepulse.dashboard.sse.SseConfig;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Online and today of all the sites a caller may see, as an event stream: all of them at first and
 * whenever there are others, else those that changed, at most one message an interval. What a
 * reader may see is looked up anew for each message; a stream ends with the session or key it was
 * opened with, which it says, and after ten minutes anyway, so that whoever comes back is asked
 * again who they are.
 */
public final class LiveOverview {
  private static final Buffer BEAT = Buffer.buffer(": still here\n\n");
  private static final Buffer SIGNED_OUT = Buffer.buffer("event: signed-out\ndata: {}\n\n");

  private final Vertx vertx;
  private final Context context;
  private final ManageSources sources;
  private final SiteSuccessionCache siteSuccessionCache;
  private final SseConnections streams;
  private final SseConfig config;
  private final LiveDays live;
  private final Clock clock;
  private final Set<LiveReader> readers = new LinkedHashSet<>();

  /** The figures of a site. */
  public record Figures(long online, DaySums today) {}

  /**
   * One message.
   *
   * @param whole these are all there are; a site that is not among them is none of the reader's any
   *     more
   * @param sites by id
   */
  public record Message(boolean whole, Map<String, Figures> sites) {}

  public LiveOverview(
      Vertx vertx,
      ManageSources sources,
      SiteSuccessionCache siteSuccessionCache,
      SseConnections streams,
      SseConfig config,
      Clock clock) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.sources = sources;
    this.siteSuccessionCache = siteSuccessionCache;
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

  public void open(RequestContext requestContext) {
    var response = requestContext.context().response();
    var reader = new LiveReader(requestContext.caller(), response, clock.instant());
    boolean opened =
        streams.open(
            requestContext.context(), () -> context.runOnContext(gone -> readers.remove(reader)));
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
  private void tell(LiveReader reader, Map<Site, Figures> now) {
    Account account = sources.accounts().get(reader.account()).orElse(null);
    if (account == null || reader.isSignedOut(account, clock.instant())) {
      readers.remove(reader);
      reader.end(SIGNED_OUT);
    } else if (reader.hasReadLongEnough(clock.instant())) {
      end(reader);
    } else if (reader.hasRoom()) {
      reader.news(account, now).ifPresent(news -> reader.write(frame(news)));
    }
  }

  /** Of all sites that are listed, each with those it has taken over. */
  private Map<Site, Figures> figures() {
    var figures = new HashMap<Site, Figures>();
    var extent =
        SiteSet.of(Scope.ALL, sources.sites().all(), siteSuccessionCache.now(), clock.instant());
    for (SiteSet.Part part : extent.parts()) {
      part.members().stream()
          .map(member -> live.figures(member, extent.now()))
          .reduce(CounterFigures::plus)
          .ifPresent(now -> figures.put(part.site(), new Figures(now.online(), now.today())));
    }
    return figures;
  }

  private void end(LiveReader reader) {
    readers.remove(reader);
    reader.end();
  }

  private void beat() {
    readers.stream().filter(LiveReader::hasRoom).forEach(reader -> reader.write(BEAT));
  }

  private static Buffer frame(Message message) {
    return Buffer.buffer("event: figures\ndata: ")
        .appendBuffer(JsonText.of(message))
        .appendString("\n\n");
  }
}
