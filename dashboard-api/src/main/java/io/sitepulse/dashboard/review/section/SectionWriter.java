package io.sitepulse.dashboard.review.section;

import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewLabels;
import java.util.Optional;

/** A part of a review: puts findings into words. */
public interface SectionWriter {
  /** Writes it; empty if there is nothing it could be about. */
  Optional<Review.Section> write(ReviewData data, ReviewLabels labels);
}
