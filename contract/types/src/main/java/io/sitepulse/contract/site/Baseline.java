package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;

/**
 * The totals of a site's previous counter.
 *
 * @param views page views
 * @param visits visits
 * @param visitors sum of the daily visitors
 * @param asOf last day of the previous counter
 * @param source origin of the numbers, e.g. the name of the previous counter
 * @param enteredBy account that entered them
 */
public record Baseline(
    long views, long visits, long visitors, LocalDate asOf, String source, String enteredBy) {
  public Baseline {
    Require.notNegative(views, "baseline.views");
    Require.notNegative(visits, "baseline.visits");
    Require.notNegative(visitors, "baseline.visitors");
    Require.present(asOf, "baseline.asOf");
    Require.text(source, 200, "baseline.source");
    Require.text(enteredBy, 200, "baseline.enteredBy");
  }
}
