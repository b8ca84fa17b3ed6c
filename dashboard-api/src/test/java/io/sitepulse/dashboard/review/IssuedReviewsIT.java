package io.sitepulse.dashboard.review;

import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.dashboard.manage.RequestContext;
import io.sitepulse.dashboard.review.issued.IssuedReviewRoutes;
import io.sitepulse.runtime.json.Json;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issued reviews over HTTP: they keep what they said. */
class IssuedReviewsIT {
  private static final String BODY = "{\"scope\":\"group:so-nganh\",\"period\":\"2026-H1\"}";

  private final AtomicBoolean away = new AtomicBoolean();
  private final SpecimenReports reports = new SpecimenReports(away);
  private final ManageTester pulse =
      ManageTester.start(
          Jdbi.create("jdbc:none:"),
          parts -> {
            var pool = new BlockingPool(parts.vertx(), "reviews", 2, new SimpleMeterRegistry());
            return List.of(
                new IssuedReviewRoutes(
                    parts.sources(),
                    new ReviewLoader(parts.sources(), reports),
                    new InPool(pool),
                    new ReviewFiles(new ExportResponder(pool), pool),
                    parts.clock()));
          });

  private record InPool(BlockingPool pool) implements IssuedReviewRoutes.Queue {
    @Override
    public <T> Future<T> run(RequestContext requestContext, Callable<T> task) {
      return pool.run(task);
    }
  }

  @BeforeEach
  void fill() throws Exception {
    pulse.heldToTheDocument();
    new Specimen().data().query().sites().forEach(site -> pulse.sites.put(site.id(), site));
    pulse.account("editor", false, ManageTester.editor("group:so-nganh"));
    pulse.account("viewer", false, ManageTester.viewer("group:so-nganh"));
    pulse.account("half", false, ManageTester.editor("site:don-vi-1"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void anIssuedReviewSaysTheSameWhateverComesLater() throws Exception {
    JsonNode issued = issue("editor", BODY);
    assertThat(issued.path("id").asText()).isEqualTo("2026-1");
    assertThat(issued.path("by").asText()).isEqualTo("Ông/Bà editor");
    assertThat(pulse.definitions.notes).contains("editor review.issue 2026-1");
    JsonNode before = json("viewer", "/issued-reviews/2026-1");
    assertThat(before.path("intact").asBoolean()).isTrue();
    assertThat(before.path("review").path("subtitle").asText()).startsWith("Số 1/2026 · ");
    String html = pulse.get("viewer", "/issued-reviews/2026-1?format=html").body();
    assertThat(html).contains("2.756.838", issued.path("hash").asText());

    var later = new Specimen();
    later.now = new DaySums(6_000_000, 3_000_000, 2_000_000, 431_905_000_000L);
    reports.show(later);
    away.set(true);
    pulse.clock.advance(Duration.ofDays(400));
    assertThat(json("viewer", "/issued-reviews/2026-1")).isEqualTo(before);
    assertThat(pulse.get("viewer", "/issued-reviews/2026-1?format=html").body()).isEqualTo(html);
    assertThat(pulse.get("viewer", "/issued-reviews/2026-1?format=pdf").body()).startsWith("%PDF-");
    assertThat(pulse.get("viewer", "/issued-reviews/2026-1?format=docx").body()).startsWith("PK");
    assertThat(pulse.get("viewer", "/issued-reviews/2026-1?format=xlsx").body()).startsWith("PK");
  }

  @Test
  void numbersBeginAgainEachYear() throws Exception {
    issue("editor", BODY);
    assertThat(issue("root", BODY).path("number").asInt()).isEqualTo(2);
    pulse.clock.advance(Duration.ofDays(400));
    assertThat(issue("editor", BODY).path("id").asText())
        .isEqualTo(pulse.clock.instant().toString().substring(0, 4) + "-1");
    JsonNode list = json("viewer", "/issued-reviews");
    assertThat(list.findValuesAsText("number")).containsExactly("1", "2", "1");
  }

  @Test
  void theListHasTheNamesAtTheTimeOfIssue() throws Exception {
    issue("half", BODY.replace("group:so-nganh", "site:don-vi-1"));
    issue("editor", BODY);
    String then = json("root", "/issued-reviews").get(1).path("scopeName").asText();
    var renamed = pulse.sites.get("don-vi-1").orElseThrow();
    pulse.sites.put("don-vi-1", renamed.toBuilder().name("Tên mới").build());
    JsonNode list = json("root", "/issued-reviews");
    assertThat(then).isNotBlank().isNotEqualTo("Tên mới");
    assertThat(list.get(1).path("scopeName").asText()).isEqualTo(then);
    assertThat(list.get(0).path("scopeName").asText()).isNotBlank();
  }

  @Test
  void aLaterReviewThatDiffersSaysWhatChangedAndWhy() throws Exception {
    issue("editor", BODY);
    JsonNode same = json("viewer", "/issued-reviews/2026-1/changes");
    assertThat(same.path("total").asInt()).isZero();
    assertThat(same.path("reasons").isEmpty()).isTrue();

    var later = new Specimen();
    later.now = new DaySums(5_123_456, 2_756_900, 1_904_221, 431_905_000_000L);
    reports.show(later);
    pulse.sites.put("moi", Site.builder().id("moi").name("Sở Mới").group("so-nganh").build());
    JsonNode changes = json("viewer", "/issued-reviews/2026-1/changes");
    assertThat(changes.path("figures"))
        .anySatisfy(
            change -> {
              assertThat(change.path("row").asText()).isEqualTo("Lượt truy cập");
              assertThat(change.path("then").asText()).isEqualTo("2.756.838");
              assertThat(change.path("now").asText()).isEqualTo("2.756.900");
            });
    assertThat(changes.path("reasons"))
        .extracting(JsonNode::asText)
        .contains("Trang mới trong phạm vi: Sở Mới.");
    assertThat(
            json("viewer", "/issued-reviews/2026-1/changes?language=en").path("reasons").toString())
        .contains("Sites added: Sở Mới.");
  }

  @Test
  void onlyEditorsIssueAndOnlyThoseWhoMaySeeAllItsSitesRead() throws Exception {
    assertThat(pulse.send("viewer", POST, "/issued-reviews", BODY).statusCode()).isEqualTo(403);
    issue("editor", BODY);
    assertThat(json("half", "/issued-reviews").isEmpty()).isTrue();
    for (String path : List.of("", "/changes", "?format=pdf")) {
      assertThat(pulse.get("half", "/issued-reviews/2026-1" + path).statusCode()).isEqualTo(404);
    }
    assertThat(pulse.get("viewer", "/issued-reviews/2026-9").statusCode()).isEqualTo(404);
    // Who sees one of the sites issues a review that says so, and all who see that site may read.
    assertThat(issue("half", BODY).path("hiddenSites").asInt()).isEqualTo(4);
    assertThat(json("half", "/issued-reviews").size()).isEqualTo(1);
    JsonNode partial = json("viewer", "/issued-reviews/2026-2");
    assertThat(partial.path("review").path("subtitle").asText()).contains("1 trong 5");
    // The other sites are no change, because the issuer could not see them.
    assertThat(json("root", "/issued-reviews/2026-2/changes").path("reasons").toString())
        .doesNotContain("Trang mới");
  }

  @Test
  void rejectsInvalidRequests() throws Exception {
    for (var wrong :
        Map.of(
                "{\"scope\":\"group:so-nganh\"}", 400,
                "{\"period\":\"2026\"}", 400,
                "{\"scope\":\"group:so-nganh\",\"period\":\"2026-13\"}", 400,
                "{\"scope\":\"group:so-nganh\",\"period\":\"2026\",\"number\":7}", 400,
                "{\"scope\":\"group:none\",\"period\":\"2026\"}", 404)
            .entrySet()) {
      assertThat(pulse.send("editor", POST, "/issued-reviews", wrong.getKey()).statusCode())
          .as(wrong.getKey())
          .isEqualTo(wrong.getValue());
    }
    away.set(true);
    assertThat(pulse.send("editor", POST, "/issued-reviews", BODY).statusCode()).isEqualTo(503);
    assertThat(json("editor", "/issued-reviews").isEmpty()).isTrue();
  }

  private JsonNode issue(String account, String body) throws Exception {
    var answer = pulse.send(account, POST, "/issued-reviews", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Json.MAPPER.readTree(answer.body());
  }

  private JsonNode json(String account, String path) throws Exception {
    var answer = pulse.get(account, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }
}
