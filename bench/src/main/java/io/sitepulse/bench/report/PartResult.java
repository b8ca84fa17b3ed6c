package io.sitepulse.bench.report;

import java.util.List;

/**
 * The result of one part.
 *
 * @param comparisons product beside ceiling
 * @param figures values without a ceiling
 * @param audits one audit for each installation that the part used
 */
public record PartResult(
    List<Comparison> comparisons, List<Figure> figures, List<AuditOutcome> audits) {
  public PartResult {
    comparisons = List.copyOf(comparisons);
    figures = List.copyOf(figures);
    audits = List.copyOf(audits);
  }
}
