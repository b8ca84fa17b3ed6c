package io.sitepulse.local.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
  private final EarlierEvents earlier;
  private final Map<Visitor, Pending> pending = new LinkedHashMap<>();
  private int size;
  private long skipped;

  /** Receives full batches. May block. */
  interface Out {
    void accept(Batch batch) throws InterruptedException;
  }

  /**
   * Creates an empty window.
   *
   * @param out receives the batches
   * @param earlier tells which page views must not be sent
   */
  Window(Out out, EarlierEvents earlier) {
    this.out = out;
    this.earlier = earlier;
  }

  /** Page views that were sent long before, and so are not sent again. */
  long skipped() {
    return skipped;
  }

  void add(Visitor visitor, SentPage page) throws InterruptedException {
    Pending mine = pending.computeIfAbsent(visitor, absent -> new Pending());
    if (mine.bytes + page.size() > BATCH_BYTES || mine.pages.size() == BATCH) {
      hand(visitor, mine, earlier.among(mine.ids()));
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
    Set<UUID> known =
        earlier.among(pending.values().stream().flatMap(mine -> mine.ids().stream()).toList());
    for (var entry : pending.entrySet()) {
      hand(entry.getKey(), entry.getValue(), known);
    }
    pending.clear();
  }

  private void hand(Visitor visitor, Pending mine, Set<UUID> known) throws InterruptedException {
    size -= mine.pages.size();
    List<SentPage> pages = mine.pages.stream().filter(page -> !known.contains(page.id())).toList();
    skipped += mine.pages.size() - pages.size();
    if (!pages.isEmpty()) {
      out.accept(new Batch(visitor, pages));
    }
    mine.pages.clear();
    mine.bytes = 0;
  }

  private static final class Pending {
    private final List<SentPage> pages = new ArrayList<>();
    private int bytes;

    private List<UUID> ids() {
      return pages.stream().map(SentPage::id).toList();
    }
  }
}
