package io.sitepulse.local.doctor;

/**
 * A disk that holds data.
 *
 * @param subject owner and place
 */
record Disk(String subject, long freeBytes, long totalBytes) {
  private static final long GIB = 1L << 30;
  private static final long LITTLE_GIB = 2;
  private static final double FULL = 0.05;
  private static final double NEARLY_FULL = 0.15;
  private static final String REMEDY =
      "make room or enlarge the disk, never delete files of the data";

  Finding judge() {
    double free = totalBytes == 0 ? 1 : (double) freeBytes / totalBytes;
    String text = "%d of %d GiB free".formatted(freeBytes / GIB, totalBytes / GIB);
    if (free < FULL || freeBytes < GIB) {
      return Finding.fault(subject, text, REMEDY);
    }
    return free < NEARLY_FULL || freeBytes < LITTLE_GIB * GIB
        ? Finding.warning(subject, text, REMEDY)
        : Finding.ok(subject, text);
  }
}
