package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;

/**
 * A site that another site takes over. From a date on, all its days, its baseline and its visitors
 * online count for the successor. Its own numbers do not change.
 *
 * @param site id of the predecessor
 * @param from first local day of the successor on which the takeover is valid
 * @param enteredBy account that entered it
 */
public record Predecessor(String site, LocalDate from, String enteredBy) {
  public Predecessor {
    Site.checkId(site);
    Require.present(from, "predecessors.from");
    Require.text(enteredBy, 200, "predecessors.enteredBy");
  }
}
