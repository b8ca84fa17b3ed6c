package io.sitepulse.dashboard.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Letterhead;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.PeriodResponse;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
  @Test
  void theTitlePageIsWrittenAsFieldsOfTheReview() throws Exception {
    var titlePage = new Review.TitlePage("Báo cáo", "Cổng · Tháng 11", "Tỉnh", "An", Instant.EPOCH);
    var section = Review.Section.of("notes", "Ghi chú", List.of("Một câu."));
    var review =
        new Review(
            Language.VI,
            titlePage,
            Scope.ALL,
            PeriodResponse.of(Period.parse("2026-11")),
            true,
            List.of(section),
            List.of(),
            Letterhead.NONE);

    assertThat(Json.MAPPER.writeValueAsString(review))
        .isEqualTo(
            """
            {"title":"Báo cáo","subtitle":"Cổng · Tháng 11","organisation":"Tỉnh","author":"An",
            "made":0,"scope":"all","period":{"text":"2026-11","from":"2026-11-01",
            "to":"2026-11-30"},"sample":true,"sections":[{"id":"notes","heading":"Ghi chú",
            "paragraphs":["Một câu."],"sheets":[],"charts":[]}]}
            """
                .replace("\n", ""));
  }
}
