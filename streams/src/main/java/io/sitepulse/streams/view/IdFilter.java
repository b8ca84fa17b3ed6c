package io.sitepulse.streams.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tells of nearly all ids that they were not added, so that a store need not be read for them. It
 * never says so of an id that was added.
 *
 * <p>It is a Bloom filter (B. H. Bloom, 1970) that grows by parts, each of twice the size, so it
 * takes 16 to 32 bits an id, and at most {@value #MAX_BYTES} bytes. The last part is filled beyond
 * its size. Then more ids are looked up in vain, as all were without a filter.
 */
final class IdFilter {
  private static final int SMALLEST = 1 << 12;
  private static final int LARGEST = 1 << 20;
  private static final int BITS_PER_ID = 16;
  private static final int PROBES = 6;

  /** Each partition has a filter for each of three days, so all of them fit into a small heap. */
  static final int MAX_BYTES = 2 * LARGEST * BITS_PER_ID / Byte.SIZE;

  private final List<Part> parts = new ArrayList<>(List.of(new Part(SMALLEST)));

  /** Returns the hash of an id of a site. */
  static long hashOf(String site, UUID id) {
    long hash = mix(site.hashCode());
    return mix(id.getMostSignificantBits() ^ mix(id.getLeastSignificantBits() ^ hash));
  }

  /** The last step of MurmurHash3 (A. Appleby), in which each bit changes all others. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  void add(long hash) {
    Part last = parts.get(parts.size() - 1);
    if (last.isFull() && last.capacity < LARGEST) {
      last = new Part(2 * last.capacity);
      parts.add(last);
    }
    last.add(hash);
  }

  /** Returns false only if no such hash was added. */
  boolean mayContain(long hash) {
    for (Part part : parts) {
      if (part.mayContain(hash)) {
        return true;
      }
    }
    return false;
  }

  int bytes() {
    return parts.stream().mapToInt(part -> part.words.length * Long.BYTES).sum();
  }

  private static final class Part {
    private final int capacity;
    private final long[] words;
    private int added;

    Part(int capacity) {
      this.capacity = capacity;
      this.words = new long[capacity / Long.SIZE * BITS_PER_ID];
    }

    boolean isFull() {
      return added >= capacity;
    }

    void add(long hash) {
      added++;
      for (int i = 0; i < PROBES; i++) {
        int bit = bitOf(hash, i);
        words[bit >>> 6] |= 1L << bit;
      }
    }

    boolean mayContain(long hash) {
      for (int i = 0; i < PROBES; i++) {
        int bit = bitOf(hash, i);
        if ((words[bit >>> 6] & 1L << bit) == 0) {
          return false;
        }
      }
      return true;
    }

    /** Two halves of one hash serve as well as six hashes (Kirsch and Mitzenmacher, 2006). */
    private int bitOf(long hash, int probe) {
      int first = (int) hash;
      int step = (int) (hash >>> 32) | 1;
      return (first + probe * step) & (words.length * Long.SIZE - 1);
    }
  }
}
