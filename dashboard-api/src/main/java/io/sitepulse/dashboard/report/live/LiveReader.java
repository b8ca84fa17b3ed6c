package io.sitepulse.dashboard.report.live;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.manage.Caller;
import io.sitepulse.dashboard.report.live.LiveOverview.Figures;
import io.sitepulse.dashboard.report.live.LiveOverview.Message;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One who reads the {@link LiveOverview}: who they are, and what they have been told. */
final class LiveReader {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Caller caller;
  private final HttpServerResponse response;
  private final Instant opened;

  /** Null until the first message. */
  private @Nullable Map<String, Figures> told;

  LiveReader(Caller caller, HttpServerResponse response, Instant opened) {
    this.caller = caller;
    this.response = response;
    this.opened = opened;
  }

  String account() {
    return caller.account().id();
  }

  /** Whether the session or key of the stream counts no more. */
  boolean isSignedOut(Account account, Instant now) {
    boolean ended =
        caller.token() == null
            ? account.endedSessions().containsKey(Objects.toString(caller.session()))
            : !account.tokens().contains(caller.token()) || !caller.token().isValidAt(now);
    return ended
        || account.disabled()
        || !Objects.equals(account.sessionsFrom(), caller.account().sessionsFrom());
  }

  /** Whether whoever reads has to come back. */
  boolean hasReadLongEnough(Instant now) {
    return now.isAfter(opened.plus(LONGEST));
  }

  /** What the account may see and has not been told; nothing if all is as it was. */
  Optional<Message> news(Account account, Map<Site, Figures> now) {
    var asOfNow = new Caller(account, caller.session(), caller.token());
    var seen = new HashMap<String, Figures>();
    now.forEach(
        (site, figures) -> {
          if (asOfNow.allows(Role.VIEWER, site)) {
            seen.put(site.id(), figures);
          }
        });
    Map<String, Figures> before = told;
    told = seen;
    if (before == null || !before.keySet().equals(seen.keySet())) {
      return Optional.of(new Message(true, seen));
    }
    var changed = new HashMap<>(seen);
    changed.entrySet().removeAll(before.entrySet());
    return changed.isEmpty() ? Optional.empty() : Optional.of(new Message(false, changed));
  }

  boolean hasRoom() {
    return !response.closed() && !response.writeQueueFull();
  }

  void write(Buffer frame) {
    response.write(frame);
  }

  /** Ends the stream. */
  void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }

  /** Ends the stream with a last word. */
  void end(Buffer frame) {
    if (!response.ended() && !response.closed()) {
      response.end(frame);
    }
  }
}
