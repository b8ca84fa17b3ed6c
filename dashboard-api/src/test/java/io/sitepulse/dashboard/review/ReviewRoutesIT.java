package io.sitepulse.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.report.ReportQuery;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review over HTTP: formats, languages and access. */
class ReviewRoutesIT {
  private static final String REVIEW = "/review?scope=group:so-nganh&period=2026-H1";

  private final AtomicBoolean away = new AtomicBoolean();
  private final ManageTester pulse =
      ManageTester.start(
          Jdbi.create("jdbc:none:"),
          parts -> {
            var registry = new SimpleMeterRegistry();
            var pool = new BlockingPool(parts.vertx(), "reviews", 2, registry);
            var reports = new SpecimenReports(away);
            return List.of(
                new ReviewRoutes(
                    new ReviewLoader(parts.sources(), reports),
                    ReportQuery.sitesOfPastScope(parts.sources().sites()),
                    (call, review) -> pool.run(review),
                    new ReviewFiles(new ExportResponder(pool), pool),
                    parts.clock()));
          });

  @BeforeEach
  void fill() {
    var specimen = new Specimen();
    specimen.data().query().sites().forEach(site -> pulse.sites.put(site.id(), site));
    pulse.account("an", false, ManageTester.viewer("group:so-nganh"));
    pulse.account("binh", false, ManageTester.viewer("site:don-vi-1"));
    pulse.account("khach", false);
    target("nhom", Scope.group("so-nganh"));
    target("mot", Scope.site("don-vi-1"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void answersTheWholeDocumentAsJson() throws Exception {
    var answer = pulse.get("an", REVIEW);
    assertThat(answer.statusCode()).isEqualTo(200);
    var review = Json.MAPPER.readTree(answer.body());
    assertThat(review.path("title").asText())
        .isEqualTo("Báo cáo tình hình truy cập 6 tháng đầu năm 2026");
    assertThat(review.path("author").asText()).isEqualTo("Ông/Bà an");
    assertThat(review.path("scope").asText()).isEqualTo("group:so-nganh");
    assertThat(review.path("period").path("text").asText()).isEqualTo("2026-H1");
    assertThat(review.path("sections").findValuesAsText("id"))
        .contains(
            "overview", "course", "sites", "pages", "sources", "devices", "targets", "ledger");
    var figures = review.path("sections").get(0).path("sheets").get(0);
    assertThat(figures.path("columns").get(1).path("kind").asText()).isEqualTo("count");
    assertThat(figures.path("rows").get(0).get(1).asLong()).isEqualTo(2_756_838);
    assertThat(review.has("details")).isFalse();
    assertThat(review.path("sections").get(1).path("charts").get(0).path("kind").asText())
        .isEqualTo("line");
  }

  @Test
  void filesHaveContentTypeAndName() throws Exception {
    var pdf = pulse.get("an", REVIEW + "&format=pdf&organisation=UBND%20t%E1%BB%89nh");
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith(
            "attachment;"
                + " filename=\"Bao-cao-tinh-hinh-truy-cap-6-thang-dau-nam-2026-UBND-tinh.pdf\"");
    assertThat(pdf.body()).startsWith("%PDF-");
    var xlsx = pulse.get("an", REVIEW + "&format=xlsx&language=en");
    assertThat(xlsx.headers().firstValue("Content-Type").orElse(""))
        .describedAs(xlsx.body())
        .contains("spreadsheetml");
    assertThat(xlsx.body()).startsWith("PK");
    var docx = pulse.get("an", REVIEW + "&format=docx");
    assertThat(docx.headers().firstValue("Content-Type").orElse(""))
        .describedAs(docx.body())
        .contains("wordprocessingml");
    assertThat(docx.headers().firstValue("Content-Disposition").orElse("")).contains(".docx\"");
    assertThat(docx.body()).startsWith("PK");
    var html = pulse.get("an", REVIEW + "&format=html&language=en");
    assertThat(html.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(html.body()).contains("Review of visits, the first half of 2026");
  }

  @Test
  void answers404WithoutAccess() throws Exception {
    assertThat(pulse.get("binh", "/review?scope=site:don-vi-0&period=2026").statusCode())
        .isEqualTo(404);
    assertThat(pulse.get("khach", REVIEW).statusCode()).isEqualTo(404);
    assertThat(pulse.get("khach", REVIEW + "&format=pdf").statusCode()).isEqualTo(404);
    assertThat(pulse.get("khach", REVIEW + "&format=docx").statusCode()).isEqualTo(404);
    assertThat(pulse.get("an", "/review?scope=group:nobody&period=2026").statusCode())
        .isEqualTo(404);
    assertThat(pulse.get("nobody", REVIEW).statusCode()).isEqualTo(401);
  }

  @Test
  void hidesATargetIfTheCallerSeesOnlyPartOfItsSites() throws Exception {
    assertThat(targets("an")).containsExactly("Khối", "Sở Giáo dục và Đào tạo");
    assertThat(targets("binh")).containsExactly("Sở Giáo dục và Đào tạo");
  }

  @Test
  void rejectsInvalidParameters() throws Exception {
    for (String wrong :
        new String[] {
          REVIEW + "&format=csv",
          REVIEW + "&compare=never",
          "/review?scope=group:so-nganh&period=2026-13",
          "/review?scope=group:so-nganh",
          "/review?scope=site:don-vi-1&period=2026&device=Phone",
          REVIEW + "&organisation=" + "x".repeat(201)
        }) {
      var answer = pulse.get("an", wrong);
      assertThat(answer.statusCode()).describedAs(wrong).isEqualTo(400);
      assertThat(answer.body()).contains("\"errors\":[{");
    }
  }

  @Test
  void answersAProblemInsteadOfAFileWithoutClickHouse() throws Exception {
    away.set(true);
    var answer = pulse.get("an", REVIEW + "&format=pdf");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(Problem.unavailable("").type());
  }

  private List<String> targets(String account) throws Exception {
    var review = Json.MAPPER.readTree(pulse.get(account, REVIEW).body());
    for (var section : review.path("sections")) {
      if (section.path("id").asText().equals("targets")) {
        var names = new ArrayList<String>();
        section.path("sheets").get(0).path("rows").forEach(row -> names.add(row.get(0).asText()));
        return names;
      }
    }
    return List.of();
  }

  private void target(String id, Scope scope) {
    pulse.groups.put("so-nganh", new Group(1, "so-nganh", "Khối", 0));
    pulse.targets.put(
        id,
        new Target(
            1, id, scope, Metric.VISITS, Period.parse("2026"), 1_000, null, "Trần Văn Bình"));
  }
}
