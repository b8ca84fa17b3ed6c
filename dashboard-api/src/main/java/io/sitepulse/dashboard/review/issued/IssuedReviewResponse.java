package io.sitepulse.dashboard.review.issued;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.contract.review.IssuedReview;
import java.time.Instant;

/**
 * An issued review in a list.
 *
 * @param by name of the account that issued it
 * @param hiddenSites number of sites of its scope that are not in it
 */
record IssuedReviewResponse(
    String id,
    int year,
    int number,
    Instant at,
    String by,
    @JsonUnwrapped IssuedReview.Subject subject,
    String hash,
    int hiddenSites) {
  static IssuedReviewResponse of(IssuedReview issued) {
    return new IssuedReviewResponse(
        issued.id(),
        issued.year(),
        issued.number(),
        issued.at(),
        issued.by().name(),
        issued.namedSubject(),
        issued.hash(),
        issued.basis().hidden().size());
  }
}
