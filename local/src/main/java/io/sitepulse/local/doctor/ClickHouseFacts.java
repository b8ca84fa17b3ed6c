package io.sitepulse.local.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What ClickHouse tells of itself.
 *
 * @param version version of the server
 * @param clock its clock
 * @param applied names of the migrations that it has
 * @param disks its disks
 * @param openSites sites without an origin
 * @param sites number of sites that are not archived
 */
record ClickHouseFacts(
    String version,
    ClockDifference clock,
    List<String> applied,
    List<Disk> disks,
    List<String> openSites,
    int sites) {
  /** The version with which the tests run. */
  private static final int TESTED_MAJOR = 26;

  private static final int TESTED_MINOR = 7;

  /**
   * Judges the facts.
   *
   * @param known names of the migrations that this version of sitepulse has
   */
  List<Finding> judge(List<String> known) {
    var findings = new ArrayList<Finding>();
    findings.add(age());
    findings.add(clock.judge());
    findings.add(tables(known));
    disks.forEach(disk -> findings.add(disk.judge()));
    findings.add(origins());
    return findings;
  }

  private Finding age() {
    String[] parts = version.split("\\.", -1);
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    boolean old = major < TESTED_MAJOR || (major == TESTED_MAJOR && minor < TESTED_MINOR);
    String tested = TESTED_MAJOR + "." + TESTED_MINOR;
    return old
        ? Finding.warning(
            "clickhouse",
            version + " is older than " + tested + ", with which sitepulse is tested",
            "upgrade ClickHouse to " + tested)
        : Finding.ok("clickhouse", "version " + version);
  }

  private Finding tables(List<String> known) {
    var missing = new TreeSet<>(known);
    applied.forEach(missing::remove);
    var unknown = new TreeSet<>(applied);
    known.forEach(unknown::remove);
    if (!missing.isEmpty()) {
      return Finding.fault(
          "clickhouse tables",
          "lack the migrations " + String.join(", ", missing),
          "start streams of this version, which applies them");
    }
    return unknown.isEmpty()
        ? Finding.ok("clickhouse tables", "as this version needs them")
        : Finding.warning(
            "clickhouse tables",
            "are of a newer version: " + String.join(", ", unknown),
            "run the same version of sitepulse everywhere");
  }

  private Finding origins() {
    return openSites.isEmpty()
        ? Finding.ok("origins", sites + " sites, each names its own")
        : Finding.warning(
            "origins",
            "any page may count for " + String.join(", ", openSites),
            "name the sites' origins in the dashboard");
  }
}
