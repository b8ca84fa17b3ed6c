package io.sitepulse.ingest.useragent;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Analyzers that outlive their pool, because making one takes seconds of processor time. A
 * collector that starts in a process where another one ended takes the analyzers of that one.
 * Thread-safe.
 */
final class SharedAnalyzers implements AnalyzerPool.Source {
  private static final int KEPT = 2;

  static final SharedAnalyzers OF_PROCESS = new SharedAnalyzers(YauaaAnalyzer::new);

  private final Supplier<? extends Analyzer> make;
  private final BlockingQueue<Analyzer> idle = new ArrayBlockingQueue<>(KEPT);

  SharedAnalyzers(Supplier<? extends Analyzer> make) {
    this.make = make;
  }

  @Override
  public Analyzer take() {
    Analyzer found = idle.poll();
    return found == null ? make.get() : found;
  }

  /** Returns the number of analyzers that no thread has. */
  int idle() {
    return idle.size();
  }

  @Override
  public void leave(Analyzer analyzer) {
    // Above the limit it is left to the garbage collector.
    var unused = idle.offer(analyzer);
  }
}
