package io.sitepulse.dashboard.review.issued;

import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.issued.ReviewFigures.FigureChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between an issued review and the same review made now.
 *
 * @param at instant of the later figures
 * @param total number of figures that differ
 * @param figures the first of them, at most {@value #MAX_FIGURES}
 * @param sentences sections whose sentences differ
 * @param reasons sentences about what has changed since, in the language of the reader
 */
record ReviewChangesResponse(
    Instant at,
    int total,
    List<FigureChange> figures,
    List<SentenceChange> sentences,
    List<String> reasons) {
  private static final int MAX_FIGURES = 200;

  /** Notes have the time of the figures. */
  private static final String NOTES = "notes";

  ReviewChangesResponse {
    figures = List.copyOf(figures);
    sentences = List.copyOf(sentences);
    reasons = List.copyOf(reasons);
  }

  /** Sentences of a section that are in one of both reviews only. */
  record SentenceChange(String section, List<String> then, List<String> now) {}

  /**
   * Compares two reviews.
   *
   * @param renames sites with other names, which make no difference of figures
   * @param reasons told only if the reviews differ or a site has another name
   */
  static ReviewChangesResponse of(Review then, Review now, Renames renames, List<String> reasons) {
    List<FigureChange> figures = ReviewFigures.of(then, renames).changesIn(ReviewFigures.of(now));
    List<SentenceChange> sentences = sentences(then, now, renames);
    boolean differ = !figures.isEmpty() || !sentences.isEmpty() || !renames.isEmpty();
    return new ReviewChangesResponse(
        now.titlePage().made(),
        figures.size(),
        figures.subList(0, Math.min(MAX_FIGURES, figures.size())),
        sentences,
        differ ? reasons : List.of());
  }

  private static List<SentenceChange> sentences(Review then, Review now, Renames renames) {
    var changes = new ArrayList<SentenceChange>();
    for (Review.Section section : now.sections()) {
      add(
          changes,
          section.heading(),
          renamed(find(then, section.id()), renames),
          sentences(section));
    }
    for (Review.Section section : then.sections()) {
      if (find(now, section.id()) == null) {
        add(changes, section.heading(), renamed(section, renames), List.of());
      }
    }
    return changes;
  }

  private static void add(
      List<SentenceChange> changes, String heading, List<String> earlier, List<String> later) {
    List<String> removed = earlier.stream().filter(text -> !later.contains(text)).toList();
    List<String> added = later.stream().filter(text -> !earlier.contains(text)).toList();
    if (!removed.isEmpty() || !added.isEmpty()) {
      changes.add(new SentenceChange(heading, removed, added));
    }
  }

  private static List<String> renamed(Review.@Nullable Section section, Renames renames) {
    return sentences(section).stream().map(renames::sentence).toList();
  }

  private static List<String> sentences(Review.@Nullable Section section) {
    return section == null || section.id().equals(NOTES) ? List.of() : section.paragraphs();
  }

  private static Review.@Nullable Section find(Review review, String id) {
    return review.sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
