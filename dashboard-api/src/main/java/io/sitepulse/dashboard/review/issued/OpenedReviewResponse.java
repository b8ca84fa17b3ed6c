package io.sitepulse.dashboard.review.issued;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sitepulse.dashboard.review.document.Review;

/**
 * An issued review with its document.
 *
 * @param intact true if the stored figures have the stored hash
 */
record OpenedReviewResponse(
    @JsonUnwrapped IssuedReviewResponse about, boolean intact, Review review) {}
