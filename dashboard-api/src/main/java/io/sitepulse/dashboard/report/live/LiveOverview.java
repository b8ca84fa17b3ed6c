package io.sitepulse.dashboard.report.live;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.counter.CounterFigures;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.JsonText;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.report.clickhouse.LiveDays;
import io.sitepulse.dashboard.sse.SseConnections;
import io.sitepulse.dashboard.sse.SseHub;
import io.sitepulse.dashboard.sse.SseView;
import io.sitepulse.dashboard.succession.SiteSuccession;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Event stream with the live totals of all sites that a caller may see.
 *
 * <p>The first message has all sites, and so has each message after the set of visible sites has
 * changed. Other messages have the sites whose totals have changed. There is at most one message an
 * interval. Access rights are checked before each message. A stream ends when the session or API
 * token it was opened with ends. It also ends after ten minutes, so that a reconnecting client
 * authenticates again.
 */
public final class LiveOverview {
  private static final String ALL_SITES = "all";
  private static final Duration MAX_SUBSCRIPTION = Duration.ofMinutes(10);
  private static final Buffer SIGNED_OUT = Buffer.buffer("event: signed-out\ndata: {}\n\n");

  private final ManageSources sources;
  private final SiteSuccessionCache successions;
  private final LiveDays live;
  private final Clock clock;
  private final SseHub<String, Snapshot> hub;

  /**
   * Live totals of a site, with those of its predecessors.
   *
   * @param day the site's local day, on which {@code today} was counted
   */
  public record LiveTotals(long online, DaySums today, LocalDate day) {}

  /**
   * One message.
   *
   * @param whole whether {@code sites} has all visible sites, so that the client drops all others
   * @param sites live totals by site id
   */
  public record LiveMessage(boolean whole, Map<String, LiveTotals> sites) {}

  public LiveOverview(
      ManageSources sources,
      SiteSuccessionCache successions,
      SseConnections connections,
      Clock clock) {
    this.sources = sources;
    this.successions = successions;
    this.live = new LiveDays(sources.counters());
    this.clock = clock;
    this.hub = connections.periodicHub(all -> Optional.of(snapshot()));
  }

  /** Answers with the event stream of the caller. */
  public void open(RequestContext request) {
    hub.subscribe(request.context(), ALL_SITES, new View(request.caller(), clock.instant()));
  }

  /** Computes the live totals of all sites, each with those of its predecessors. */
  private Snapshot snapshot() {
    var totals = new HashMap<Site, LiveTotals>();
    var successors = new HashMap<Site, Site>();
    SiteSuccession succession = successions.now();
    Instant now = clock.instant();
    for (Site site : sources.sites().all()) {
      succession.members(site, now).stream()
          .map(member -> live.figures(member, now))
          .reduce(CounterFigures::plus)
          .ifPresent(figures -> totals.put(site, totals(figures, site.dayAt(now))));
      succession
          .successor(site.id(), now)
          .flatMap(successor -> sources.sites().get(successor.site()))
          .ifPresent(successor -> successors.put(site, successor));
    }
    return new Snapshot(totals, successors);
  }

  private static LiveTotals totals(CounterFigures now, LocalDate day) {
    return new LiveTotals(now.online(), now.today(), day);
  }

  /**
   * Live totals at one instant and the messages made of them. No two snapshots are equal: the hub
   * publishes each of them, because access rights may have changed while the totals have not.
   */
  private static final class Snapshot {
    private final Map<Site, LiveTotals> totals;
    private final Map<Site, Site> successors;
    private final Map<LiveMessage, Buffer> frames = new HashMap<>();

    Snapshot(Map<Site, LiveTotals> totals, Map<Site, Site> successors) {
      this.totals = totals;
      this.successors = successors;
    }

    /** A site that was taken over is part of its successor, if the caller may see that one. */
    Map<String, LiveTotals> visibleTo(Caller caller) {
      var visible = new HashMap<String, LiveTotals>();
      totals.forEach(
          (site, now) -> {
            Site successor = successors.get(site);
            if (caller.allows(Role.VIEWER, site)
                && (successor == null || !caller.allows(Role.VIEWER, successor))) {
              visible.put(site.id(), now);
            }
          });
      return visible;
    }

    /** The message in its wire format, encoded once for all subscribers that receive the same. */
    Buffer frame(LiveMessage message) {
      return frames.computeIfAbsent(
          message,
          content ->
              Buffer.buffer("event: figures\ndata: ")
                  .appendBuffer(JsonText.of(content))
                  .appendString("\n\n"));
    }
  }

  /** The part of the snapshots that one caller may see. */
  private final class View implements SseView<Snapshot> {
    private final Caller caller;
    private final Instant opened;

    /** Null until the first message. */
    private @Nullable Map<String, LiveTotals> received;

    View(Caller caller, Instant opened) {
      this.caller = caller;
      this.opened = opened;
    }

    @Override
    public Optional<Buffer> lastFrame() {
      Optional<Account> account = account();
      Instant now = clock.instant();
      if (account.isEmpty() || isSignedOut(account.get(), now)) {
        return Optional.of(SIGNED_OUT);
      }
      return now.isAfter(opened.plus(MAX_SUBSCRIPTION))
          ? Optional.of(Buffer.buffer())
          : Optional.empty();
    }

    @Override
    public Optional<Buffer> update(Snapshot snapshot) {
      return account()
          .map(account -> new Caller(account, caller.session(), caller.token()))
          .map(snapshot::visibleTo)
          .flatMap(this::message)
          .map(snapshot::frame);
    }

    private Optional<LiveMessage> message(Map<String, LiveTotals> visible) {
      Map<String, LiveTotals> before = received;
      received = visible;
      if (before == null || !before.keySet().equals(visible.keySet())) {
        return Optional.of(new LiveMessage(true, visible));
      }
      var changed = new HashMap<>(visible);
      changed.entrySet().removeAll(before.entrySet());
      return changed.isEmpty() ? Optional.empty() : Optional.of(new LiveMessage(false, changed));
    }

    /** The account as it is now. Empty if it has been removed. */
    private Optional<Account> account() {
      return sources.accounts().get(caller.account().id());
    }

    /** The record of a token changes with its last use, so the id tells. */
    private boolean isOfStream(ApiToken token, Instant now) {
      return caller.token() != null
          && token.id().equals(caller.token().id())
          && token.isValidAt(now);
    }

    /** Tells whether the session or API token of the stream has ended. */
    private boolean isSignedOut(Account account, Instant now) {
      boolean ended =
          caller.token() == null
              ? account.endedSessions().containsKey(Objects.toString(caller.session()))
              : account.tokens().stream().noneMatch(token -> isOfStream(token, now));
      return ended
          || account.disabled()
          || !Objects.equals(account.sessionsFrom(), caller.account().sessionsFrom());
    }
  }
}
