package io.sitepulse.dashboard.review.render;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.Export.Fact;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.review.document.Review;
import java.util.ArrayList;
import java.util.List;

/** Turns a review into a workbook with a sheet for every table and one for its text. */
public final class ReviewWorkbook {
  private ReviewWorkbook() {}

  public static Export of(Review review) {
    var language = review.language();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(language.of("Phạm vi, kỳ báo cáo", "About"), review.titlePage().subtitle()));
    facts.add(
        new Fact(
            language.of("Lập lúc", "Made at"),
            language.time(review.titlePage().made(), Site.DEFAULT_ZONE)));
    facts.add(new Fact(language.of("Người lập", "Made by"), review.titlePage().author()));
    var sheets = new ArrayList<ExportTable>();
    for (var section : review.sections()) {
      facts.add(new Fact(section.heading(), String.join("\n", section.paragraphs())));
      sheets.addAll(section.sheets());
    }
    sheets.addAll(review.details());
    return new Export(language, title(review), facts, List.copyOf(sheets));
  }

  /** The file name of a review, without extension. */
  public static String title(Review review) {
    return review.titlePage().title() + " - " + review.titlePage().organisation();
  }
}
