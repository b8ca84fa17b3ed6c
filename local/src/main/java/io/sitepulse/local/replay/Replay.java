package io.sitepulse.local.replay;

import io.sitepulse.local.replay.log.LineIds;
import io.sitepulse.local.replay.log.LogFile;
import io.sitepulse.local.replay.log.LogFormat;
import io.sitepulse.local.replay.log.LogFormats;
import io.sitepulse.local.replay.log.LogLine;
import io.sitepulse.local.replay.log.MalformedLineException;
import io.sitepulse.local.replay.log.MalformedLines;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends the pages of a log as page views that happen now. Not reusable: one instance per run. */
public final class Replay {
  private final ReplayOptions options;
  private final BotDetector detector;
  private final EarlierEvents earlier;
  private final Progress progress;
  private final LineIds ids;
  private final ReplaySchedule pace;
  private final MalformedLines malformed = new MalformedLines();
  private final Audience audience = new Audience();
  private @Nullable Held held;
  private long lines;
  private long pages;
  private long skipped;

  /** A page that was read and not yet given an id. */
  private record Held(String text, LogLine line) {}

  /**
   * Prepares a run.
   *
   * @param options options of the run
   * @param detector recognises robots
   * @param earlier events that are not sent again
   * @param progress output for the progress
   * @param terminal true if the output can overwrite a line
   */
  public Replay(
      ReplayOptions options,
      BotDetector detector,
      EarlierEvents earlier,
      PrintStream progress,
      boolean terminal) {
    this.options = options;
    this.detector = detector;
    this.earlier = earlier;
    this.progress = new Progress(progress, terminal);
    this.ids = new LineIds(options.site(), options.again() ? UUID.randomUUID().toString() : "");
    this.pace = new ReplaySchedule(options.speed());
  }

  /**
   * Replays the log.
   *
   * @throws IOException if the log cannot be read
   * @throws ReplayFailedException if sitepulse does not take it
   */
  public ReplaySummary run(Vertx vertx) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (var log = LogFile.open(options.file());
        var sender = new EventSender(vertx, options.url(), options.concurrency())) {
      LogFormat format = format(log);
      progress.say("format: " + format.name() + (options.format() == null ? " (found)" : ""));
      IOException broken = send(log, format, sender);
      if (broken != null) {
        throw cutShort(broken, sender.answers());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return summary(format.name(), sender.answers(), took);
    }
  }

  private @Nullable IOException send(LogFile log, LogFormat format, EventSender sender)
      throws InterruptedException {
    try {
      var window = new Window(sender::send, earlier);
      IOException broken = read(log, format, window, sender);
      sendHeld("", window);
      window.flush();
      sender.finish();
      skipped = window.skipped();
      return broken;
    } catch (UnknownEarlierEventsException e) {
      throw new UnknownEarlierEventsException(
          "%s; %d pages were accepted before"
              .formatted(e.getMessage(), sender.answers().accepted()));
    } catch (ReplayFailedException e) {
      long before = sender.answers().accepted();
      throw before == 0
          ? e
          : new ReplayFailedException(
              "%s; %d pages were accepted before".formatted(e.getMessage(), before), e);
    } finally {
      progress.end();
    }
  }

  private LogFormat format(LogFile log) throws IOException {
    LogFormat given = options.format();
    return given == null ? LogFormats.find(log.sample()) : given;
  }

  /** Reads all lines. Returns the failure that ended the log before its end, or null. */
  private @Nullable IOException read(
      LogFile log, LogFormat format, Window window, EventSender sender)
      throws InterruptedException {
    try {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        take(line, format, window);
        progress.show(lines, pages, sender.answers().done());
      }
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private ReplayFailedException cutShort(IOException broken, ResponseCounts answers) {
    return new ReplayFailedException(
        "the log cannot be read after line %d (%s); %d pages were sent before, %d of them accepted"
            .formatted(lines, broken.getMessage(), pages, answers.accepted()),
        broken);
  }

  private void take(String text, LogFormat format, Window window) throws InterruptedException {
    lines++;
    try {
      LogLine line = format.read(text);
      if (line != null && options.rule().isPage(line)) {
        pages++;
        sendHeld(text, window);
        held = new Held(text, line);
      }
    } catch (MalformedLineException e) {
      malformed.add(lines, text, e);
    }
  }

  /** Sends the page before, now that the line after it is known. */
  private void sendHeld(String following, Window window) throws InterruptedException {
    if (held != null) {
      LogLine line = held.line();
      earlier.check(line.at());
      waitFor(line, window);
      var visitor = Visitor.of(line);
      audience.add(visitor);
      UUID id = ids.next(line.at(), held.text(), following);
      window.add(visitor, SentPage.of(id, options.site(), line));
      held = null;
    }
  }

  private void waitFor(LogLine line, Window window) throws InterruptedException {
    Duration wait = pace.wait(line.at(), System.nanoTime());
    if (!wait.isZero()) {
      window.flush();
      Thread.sleep(wait.toMillis());
    }
  }

  private ReplaySummary summary(String format, ResponseCounts answers, Duration took)
      throws InterruptedException {
    audience.detectBots(detector);
    return new ReplaySummary(
        new ReplaySummary.Log(
            format,
            lines,
            pages,
            new ReplaySummary.Malformed(malformed.count(), malformed.first(), malformed.sample())),
        audience.botPages(),
        audience.visitors(),
        answers.accepted(),
        skipped,
        answers.refused(),
        took);
  }
}
