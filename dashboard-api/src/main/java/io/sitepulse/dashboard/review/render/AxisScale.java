package io.sitepulse.dashboard.review.render;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis from zero to a round number.
 *
 * @param step between two lines
 * @param top the last line
 */
record AxisScale(long step, long top) {
  private static final int LINES = 4;

  /** The scale for values up to a largest one, at least 1. */
  static AxisScale of(long largest) {
    long step = 1;
    // 1, 2, 5, 10, 20, 50 …
    for (int i = 0; step * LINES < largest; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return new AxisScale(step, (largest + step - 1) / step * step);
  }

  /** Where lines are, from zero. */
  List<Long> lines() {
    return LongStream.rangeClosed(0, top / step).mapToObj(line -> line * step).toList();
  }

  /** A value's part of the whole axis, 0 to 1. */
  double part(long value) {
    return (double) value / top;
  }
}
