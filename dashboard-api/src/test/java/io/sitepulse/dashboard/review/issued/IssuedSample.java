package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.review.IssuedReview;
import io.sitepulse.dashboard.review.document.Review;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Issued reviews of tests. */
public final class IssuedSample {
  static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

  private IssuedSample() {}

  /** An issued review of some sites. */
  public static IssuedReview of(String id, List<String> sites, Review review) {
    return draft(sites, review, "an").numbered(id);
  }

  static IssuedReviewService.Draft draft(List<String> sites, Review review, String by) {
    return new IssuedReviewService.Draft(
        AT,
        new IssuedReview.Issuer(by, "Ông/Bà " + by),
        new IssuedReview.Subject(
            review.scope(),
            Period.parse(review.period().text()),
            Comparison.YEAR,
            review.language().tag(),
            "",
            review.titlePage().title(),
            null),
        new IssuedReview.Basis(
            sites.stream().collect(Collectors.toMap(id -> id, id -> id)),
            Map.of(),
            Map.of(),
            Map.of(),
            LocalDate.parse("2026-06-30"),
            1_000,
            0,
            new IssuedReview.Inputs(
                Map.of("p", "“Thế nào?”: 3", "q", "“Ra sao?”: 1"), Map.of("soyte", "Sở Y tế: 10"))),
        ReviewFigures.of(review).hash(),
        ReviewCodec.pack(review));
  }
}
