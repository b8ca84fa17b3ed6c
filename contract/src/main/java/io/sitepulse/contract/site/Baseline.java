package io.sitepulse.contract.site;

import io.sitepulse.contract.Check;
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
    Check.notNegative(views, "baseline.views");
    Check.notNegative(visits, "baseline.visits");
    Check.notNegative(visitors, "baseline.visitors");
    Check.present(asOf, "baseline.asOf");
    Check.text(source, 200, "baseline.source");
    Check.text(enteredBy, 200, "baseline.enteredBy");
  }
}
