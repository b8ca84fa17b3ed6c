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
}
