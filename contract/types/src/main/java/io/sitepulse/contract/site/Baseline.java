package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;

/**
 * What a site brought from its old counter.
 *
 * @param views page views
 * @param visits visits
 * @param visitors daily visitors, summed
 * @param asOf the last day the old counter counted
 * @param source where the numbers come from, e.g. the old counter's name
 * @param enteredBy who entered them
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
