package io.sitepulse.contract.site;

import io.sitepulse.contract.validation.Require;
import java.time.LocalDate;

/**
 * A site that another one takes over: from a date on all its days, earlier and later ones, its
 * baseline and whoever is online there count for the successor, and the predecessor is listed under
 * it. Its own numbers stay what they are.
 *
 * @param site the site taken over
 * @param from the successor's local day from which it is so
 * @param enteredBy who said so
 */
public record Predecessor(String site, LocalDate from, String enteredBy) {
  public Predecessor {
    Site.checkId(site);
    Require.present(from, "predecessors.from");
    Require.text(enteredBy, 200, "predecessors.enteredBy");
  }
}
