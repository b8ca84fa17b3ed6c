package io.sitepulse.local.replay;

import io.sitepulse.local.replay.log.LineIds;
import io.sitepulse.local.replay.log.LogLine;
import io.sitepulse.local.replay.log.LogLineParser;
import io.sitepulse.local.replay.log.MalformedLineException;
import io.sitepulse.local.replay.log.MalformedLines;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Sends the pages of a log as page views that happen now. Not reusable: one instance per run. */
public final class Replay {
  private final ReplayOptions options;
  private final BotJudge judge;
  private final Progress progress;
  private final LineIds ids;
  private final ReplaySchedule pace;
  private final MalformedLines malformed = new MalformedLines();
  private final Audience audience = new Audience();
  private long lines;
  private long pages;

  /**
   * Prepares a run.
   *
   * @param options options of the run
   * @param judge recognises robots
   * @param progress output for the progress
   * @param terminal true if the output can overwrite a line
   */
  public Replay(ReplayOptions options, BotJudge judge, PrintStream progress, boolean terminal) {
    this.options = options;
    this.judge = judge;
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
    try (var reader = open(options.file());
        var sender = new EventSender(vertx, options.url(), options.concurrency())) {
      var window = new Window(sender::send);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        take(line, window);
        progress.show(lines, pages, sender.answers().done());
      }
      window.flush();
      sender.finish();
      progress.end();
      return summary(sender.answers(), Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private void take(String text, Window window) throws InterruptedException {
    lines++;
    try {
      LogLine line = LogLineParser.parse(text);
      if (options.rule().isPage(line)) {
        waitFor(line, window);
        pages++;
        var visitor = Visitor.of(line);
        audience.add(visitor);
        window.add(visitor, SentPage.of(ids.of(lines, text), options.site(), line));
      }
    } catch (MalformedLineException e) {
      malformed.add(lines, e);
    }
  }

  private void waitFor(LogLine line, Window window) throws InterruptedException {
    Duration wait = pace.wait(line.at(), System.nanoTime());
    if (!wait.isZero()) {
      window.flush();
      Thread.sleep(wait.toMillis());
    }
  }

  private ReplaySummary summary(ResponseCounts answers, Duration took) throws InterruptedException {
    audience.judge(judge);
    return new ReplaySummary(
        lines,
        pages,
        new ReplaySummary.Malformed(malformed.count(), malformed.first()),
        audience.botPages(),
        audience.visitors(),
        answers.accepted(),
        answers.refused(),
        took);
  }

  /** One char per byte: a log has no encoding, and what it holds must come out as it went in. */
  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = file.toString().equals("-") ? System.in : Files.newInputStream(file);
    boolean packed = file.toString().endsWith(".gz");
    return new BufferedReader(
        new InputStreamReader(
            packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.ISO_8859_1));
  }
}
