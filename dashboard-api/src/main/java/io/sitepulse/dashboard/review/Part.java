package io.sitepulse.dashboard.review;

import java.util.Optional;

/** A part of a review: puts findings into words. */
interface Part {
  /** Writes it; empty if there is nothing it could be about. */
  Optional<Review.Section> write(Findings found, Words words);
}
