package io.sitepulse.local.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Page views that were read and not yet sent, by visitor. A request then carries several views of
 * one visitor, although other visitors' lines stand between them.
 */
final class Window {
  /** Largest number of page views held. More would only use more memory. */
  private static final int CAPACITY = 4_000;

  private static final int BATCH = 100;

  /** The endpoint takes 256 KiB. */
  private static final int BATCH_BYTES = 200_000;

  private final Out out;
  private final Map<Visitor, Pending> pending = new LinkedHashMap<>();
  private int size;

  /** Receives full batches. May block. */
  interface Out {
    void accept(Batch batch) throws InterruptedException;
  }

  Window(Out out) {
    this.out = out;
  }

  void add(Visitor visitor, SentPage page) throws InterruptedException {
    Pending mine = pending.computeIfAbsent(visitor, absent -> new Pending());
    if (mine.bytes + page.size() > BATCH_BYTES || mine.pages.size() == BATCH) {
      hand(visitor, mine);
    }
    mine.pages.add(page);
    mine.bytes += page.size();
    size++;
    if (size >= CAPACITY) {
      flush();
    }
  }

  /** Sends everything that is left. */
  void flush() throws InterruptedException {
    for (var entry : pending.entrySet()) {
      hand(entry.getKey(), entry.getValue());
    }
    pending.clear();
  }

  private void hand(Visitor visitor, Pending mine) throws InterruptedException {
    if (!mine.pages.isEmpty()) {
      size -= mine.pages.size();
      out.accept(new Batch(visitor, mine.pages));
      mine.pages.clear();
      mine.bytes = 0;
    }
  }

  private static final class Pending {
    private final List<SentPage> pages = new ArrayList<>();
    private int bytes;
  }
}
