package io.sitepulse.bench.report;

/**
 * The result of the audit at the end of a part.
 *
 * @param part name of the part
 * @param sent events that the load knows to be accepted
 * @param received events that the audit recounted
 * @param unanswered events whose answer the load did not wait for. So many may be more than sent
 * @param differences numbers that differ from the recount
 */
public record AuditOutcome(
    String part, long sent, long received, long unanswered, long differences) {

  /** Returns whether the audit found every accepted event, and no difference. */
  public boolean clean() {
    return differences == 0 && received >= sent && received <= sent + unanswered;
  }

  /** The outcome as a line for people. */
  public String text() {
    return "audit of "
        + part
        + ": "
        + (clean() ? "clean" : "NOT CLEAN")
        + ", "
        + sent
        + " events accepted, "
        + received
        + " recounted, "
        + differences
        + " differences";
  }
}
