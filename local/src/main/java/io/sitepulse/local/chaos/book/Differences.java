package io.sitepulse.local.chaos.book;

import java.util.List;

/** Sentences about numbers that are not as expected. */
final class Differences {
  private Differences() {}

  static void add(List<String> found, String name, Bounds expected, long counted) {
    if (!expected.contains(counted)) {
      found.add(name + " is " + counted + ", expected " + expected);
    }
  }

  /**
   * Compares a number of deliveries. It may be larger than that of the requests: a Kafka producer
   * that gets no answer for some seconds starts a new epoch and writes what is in flight again.
   * Such a record is a duplicate by its id. The audit compares the number of events with
   * ClickHouse.
   */
  static void addIfLess(List<String> found, String name, long least, long counted) {
    if (counted < least) {
      found.add(name + " is " + counted + ", expected at least " + least);
    }
  }
}
