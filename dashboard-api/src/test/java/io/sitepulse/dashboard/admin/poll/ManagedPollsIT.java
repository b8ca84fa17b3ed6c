package io.sitepulse.dashboard.admin.poll;

import static io.sitepulse.dashboard.manage.ManageResponses.body;
import static io.sitepulse.dashboard.manage.ManageResponses.field;
import static io.sitepulse.dashboard.manage.ManageResponses.ids;
import static io.sitepulse.dashboard.manage.ManageResponses.tag;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.FakeVoteProducer;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.manage.BlockingPool;
import io.sitepulse.dashboard.manage.ClickHouseQueryRunner;
import io.sitepulse.dashboard.manage.ManageResponses;
import io.sitepulse.dashboard.manage.ManageTester;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Poll management over HTTP. Every response is validated against the OpenAPI document. */
class ManagedPollsIT {
  private static final String NEW =
      """
      {"site":"demo","question":"Thế nào?","options":[{"label":"Tốt"},{"id":"bad","label":"Kém"}]}\
      """;

  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    pulse =
        ManageTester.start(
                ManageResponses.AWAY,
                parts -> {
                  var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
                  return List.of(
                      new PollManageRoutes(
                          parts.sources(),
                          new ClickHouseQueryRunner(parts.sources().jdbi(), pool),
                          new FakeVoteProducer(),
                          new ExportResponder(pool),
                          new OriginPolicy(new ClientAddress(ClientAddress.LOOPBACK)),
                          parts.clock()));
                })
            .heldToTheDocument();
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.sites.put("other", Samples.site("other"));
    pulse.polls.put("open", Samples.poll("open", Visibility.MANAGERS, true));
    pulse.polls.put("draft", Samples.poll("draft", Visibility.ALWAYS, true, null, null, true));
    pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 3L, "easy", 1L), 4));
    pulse.account("editor", false, ManageTester.editor("site:demo"));
    pulse.account("viewer", false, ManageTester.viewer("site:demo"));
    pulse.account("stranger", false, ManageTester.editor("site:other"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void managersSeeResultsAndDraftsOfTheirSites() throws Exception {
    assertThat(ids(pulse.get("viewer", "/polls"))).containsExactly("open", "draft");
    assertThat(ids(pulse.get("stranger", "/polls"))).isEmpty();
    assertThat(ids(pulse.get("viewer", "/polls?site=demo"))).hasSize(2);
    assertThat(pulse.get("viewer", "/polls?site=other").statusCode()).isEqualTo(404);
    var poll = body(pulse.get("viewer", "/polls/open"));
    assertThat(poll.getLong("participants")).isEqualTo(4);
    var first = poll.getJsonArray("options").getJsonObject(0);
    assertThat(first.getLong("ballots")).isEqualTo(3);
    assertThat(first.getDouble("share")).isEqualTo(0.75);
    assertThat(poll.getString("role")).isEqualTo("viewer");
    assertThat(poll.getJsonObject("embed").getString("element"))
        .startsWith("<sitepulse-poll poll=\"open\" ")
        .contains("min-height", "<noscript>", "/embed/poll?poll=open\"")
        // A second counting script on a page may take its views to another site.
        .doesNotContain("<script", "data-site");
    var english = body(pulse.get("viewer", "/polls/open?language=en")).getJsonObject("embed");
    assertThat(english.getString("iframe")).contains("title=\"Poll\"", "?poll=open&amp;lang=en\"");
    assertThat(pulse.get("stranger", "/polls/open").statusCode()).isEqualTo(404);
    assertThat(pulse.get("viewer", "/polls/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void anEditorCreatesAPoll() throws Exception {
    Instant before = pulse.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var answer = send(POST, "/polls", NEW);
    assertThat(answer.statusCode()).isEqualTo(201);
    String id = body(answer).getString("id");
    Poll poll = pulse.polls.get(id).orElseThrow();
    assertThat(poll.maxChoices()).isEqualTo(1);
    assertThat(poll.opens()).isBetween(before, pulse.clock.instant());
    assertThat(poll.options()).extracting("id").contains("bad").doesNotHaveDuplicates();
    assertThat(pulse.definitions.notes).containsExactly("editor poll.create " + id);
    String again = NEW.replace("\"site\"", "\"id\":\"open\",\"site\"");
    assertThat(send(POST, "/polls", again).statusCode()).isEqualTo(409);
  }

  @Test
  void anEditorSetsAndRemovesTheLimitOfANetwork() throws Exception {
    assertThat(body(pulse.get("viewer", "/polls/draft")).containsKey("votesPerNetwork")).isFalse();
    var changed = body(change("{\"votesPerNetwork\":400}"));
    assertThat(changed.getInteger("votesPerNetwork")).isEqualTo(400);
    assertThat(pulse.polls.get("draft").orElseThrow().votesPerNetwork()).isEqualTo(400);
    assertThat(body(change("{\"question\":\"Sao?\"}")).getInteger("votesPerNetwork"))
        .isEqualTo(400);
    assertThat(field(change("{\"votesPerNetwork\":0}"))).isEqualTo("votesPerNetwork");
    assertThat(field(change("{\"votesPerNetwork\":100001}"))).isEqualTo("votesPerNetwork");
    assertThat(field(change("{\"votesPerNetwork\":\"some\"}"))).isEqualTo("votesPerNetwork");
    assertThat(body(change("{\"votesPerNetwork\":null}")).containsKey("votesPerNetwork")).isFalse();
    assertThat(pulse.polls.get("draft").orElseThrow().votesPerNetwork()).isNull();
  }

  @Test
  void onlyEditorsOfTheSiteCreatePolls() throws Exception {
    assertThat(pulse.send("viewer", POST, "/polls", NEW).statusCode()).isEqualTo(403);
    assertThat(pulse.send("stranger", POST, "/polls", NEW).statusCode()).isEqualTo(404);
    assertThat(pulse.send("viewer", PUT, "/polls/open", "{}").statusCode()).isEqualTo(403);
    assertThat(pulse.send("viewer", POST, "/polls/open/close", "").statusCode()).isEqualTo(403);
    assertThat(pulse.send("viewer", DELETE, "/polls/draft", "").statusCode()).isEqualTo(403);
    assertThat(pulse.send("stranger", DELETE, "/polls/draft", "").statusCode()).isEqualTo(404);
  }

  @Test
  void invalidFieldsAreNamed() throws Exception {
    assertThat(field(send(POST, "/polls", "{}"))).isEqualTo("site");
    assertThat(field(send(POST, "/polls", "{\"site\":\"demo\"}"))).isEqualTo("question");
    assertThat(field(change("{\"options\":[{\"label\":\"a\"}]}"))).isEqualTo("options");
    assertThat(field(change("{\"options\":[null,{\"label\":\"a\"}]}"))).isEqualTo("options");
    assertThat(field(change("{\"maxChoices\":9}"))).isEqualTo("maxChoices");
    assertThat(field(change("{\"opens\":2000,\"closes\":1000}"))).isEqualTo("opens");
    assertThat(field(change("{\"visibility\":\"friends\"}"))).isEqualTo("visibility");
    assertThat(field(change("{\"site\":\"other\"}"))).isEqualTo("site");
    assertThat(field(change("{\"id\":\"other\"}"))).isEqualTo("id");
    assertThat(field(change("{\"questoin\":\"x\"}"))).isEqualTo("questoin");
    assertThat(pulse.definitions.notes).isEmpty();
  }

  @Test
  void aPollIsScheduledPublishedAndClosed() throws Exception {
    long opens = pulse.clock.instant().plusSeconds(3600).toEpochMilli();
    var scheduled = send(PUT, "/polls/draft", "{\"draft\":false,\"opens\":" + opens + "}");
    assertThat(body(scheduled).getString("phase")).isEqualTo("scheduled");
    assertThat(send(POST, "/polls/draft/close", "").statusCode()).isEqualTo(409);
    long now = body(send(PUT, "/polls/draft", "{\"opens\":null}")).getLong("opens");
    assertThat(now).isLessThan(opens).isLessThanOrEqualTo(pulse.clock.instant().toEpochMilli());
    pulse.clock.advance(Duration.ofMinutes(3));
    var closed = send(POST, "/polls/draft/close", "");
    assertThat(body(closed).getString("phase")).isEqualTo("closed");
    assertThat(tag(send(POST, "/polls/draft/close", ""))).isEqualTo(tag(closed));
    var again = body(send(PUT, "/polls/draft", "{\"closes\":null,\"opens\":null}"));
    assertThat(again.getString("phase")).isEqualTo("open");
    assertThat(again.getLong("opens")).isEqualTo(now);
  }

  @Test
  void aPollWithBallotsKeepsItsOptions() throws Exception {
    String fewer =
        "{\"options\":[{\"id\":\"useful\",\"label\":\"A\"},{\"id\":\"new\",\"label\":\"B\"}]}";
    assertThat(field(send(PUT, "/polls/open", fewer))).isEqualTo("options");
    assertThat(field(send(PUT, "/polls/open", "{\"maxChoices\":1}"))).isEqualTo("maxChoices");
    assertThat(field(send(PUT, "/polls/open", "{\"draft\":true}"))).isEqualTo("draft");
    assertThat(send(PUT, "/polls/open", "{\"question\":\"Rõ hơn?\"}").statusCode()).isEqualTo(200);
    assertThat(send(PUT, "/polls/draft", fewer.replace("]}", "],\"maxChoices\":1}")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLabelThatWasChangedAfterBallotsIsShownAsChanged() throws Exception {
    var read = body(pulse.get("editor", "/polls/open"));
    var option = read.getJsonArray("options").getJsonObject(0);
    for (String label : List.of("Rất hữu ích", "Hoàn toàn vô ích")) {
      option.put("label", label);
      assertThat(send(PUT, "/polls/open", read.encode()).statusCode()).isEqualTo(200);
      read = body(pulse.get("editor", "/polls/open"));
      option = read.getJsonArray("options").getJsonObject(0);
      assertThat(option.getString("label")).isEqualTo(label);
      assertThat(option.getString("former")).isEqualTo("Hữu ích");
      assertThat(pulse.get("editor", "/polls/open?format=csv&lang=vi").body())
          .contains(label + " (trước đây: Hữu ích)");
    }
    option.put("label", "Hữu ích");
    assertThat(send(PUT, "/polls/open", read.encode()).statusCode()).isEqualTo(200);
    assertThat(pulse.get("editor", "/polls/open").body()).doesNotContain("former");
  }

  @Test
  void votesAreSetAsideByAdministratorsWithAReasonAndNotWithoutClickHouse() throws Exception {
    String time = "{\"from\":1000,\"to\":2000,\"reason\":\"Hàng loạt\"}";
    String path = "/polls/open/set-aside";
    assertThat(send(POST, path, time).statusCode()).isEqualTo(403);
    assertThat(pulse.send("root", POST, path, time).statusCode()).isEqualTo(503);
    for (var wrong :
        Map.of(
                "reason", time.replace("Hàng loạt", " "),
                "from", time.replace("1000", "2000"),
                "to", time.replace("2000", "9999999999999"))
            .entrySet()) {
      var answer = pulse.send("root", POST, path, wrong.getValue());
      assertThat(field(answer)).as(answer.body()).isEqualTo(wrong.getKey());
    }
    assertThat(pulse.send("root", DELETE, path + "/none", "").statusCode()).isEqualTo(404);
    assertThat(pulse.definitions.notes).isEmpty();
  }

  @Test
  void onlyADraftWithoutBallotsCanBeRemoved() throws Exception {
    assertThat(send(DELETE, "/polls/open", "").statusCode()).isEqualTo(409);
    pulse.tallies.put("draft", Samples.tally("draft", Map.of("useful", 1L), 1));
    assertThat(send(DELETE, "/polls/draft", "").statusCode()).isEqualTo(409);
    pulse.tallies.remove("draft");
    assertThat(send(DELETE, "/polls/draft", "").statusCode()).isEqualTo(204);
    assertThat(send(DELETE, "/polls/draft", "").statusCode()).isEqualTo(404);
    assertThat(pulse.definitions.notes).containsExactly("editor poll.remove draft");
  }

  @Test
  void theSecondOfTwoConcurrentEditorsGets412() throws Exception {
    String tag = tag(pulse.get("editor", "/polls/open"));
    String first = "{\"question\":\"Một?\"}";
    assertThat(pulse.send("editor", PUT, "/polls/open", first, "If-Match", tag).statusCode())
        .isEqualTo(200);
    assertThat(pulse.send("editor", PUT, "/polls/open", first, "If-Match", tag).statusCode())
        .isEqualTo(412);
    assertThat(pulse.send("editor", POST, "/polls/open/close", "", "If-Match", tag).statusCode())
        .isEqualTo(412);
    String read = pulse.get("editor", "/polls/open").body();
    assertThat(send(PUT, "/polls/open", read).statusCode()).isEqualTo(200);
    assertThat(pulse.definitions.notes).containsExactly("editor poll.update open");
  }

  @Test
  void onlyAdministratorsSeeAPollOfAnUnregisteredSite() throws Exception {
    pulse.sites.remove("demo");
    assertThat(pulse.get("root", "/polls/open").statusCode()).isEqualTo(200);
    assertThat(ids(pulse.get("root", "/polls"))).hasSize(2);
  }

  @Test
  void withoutClickHouseThePollIsReadableAndItsHistoryIsNot() throws Exception {
    assertThat(pulse.get("viewer", "/polls/open/history").statusCode()).isEqualTo(503);
    assertThat(pulse.get("viewer", "/polls/open").statusCode()).isEqualTo(200);
    assertThat(pulse.get("stranger", "/polls/open/history").statusCode()).isEqualTo(404);
  }

  @Test
  void aPollCanCloseInTheMillisecondItOpens() throws Exception {
    Instant soon = pulse.clock.instant();
    pulse.polls.put("draft", Samples.poll("draft", Visibility.ALWAYS, true, soon, null, false));
    assertThat(send(POST, "/polls/draft/close", "").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> change(String body) throws Exception {
    return send(PUT, "/polls/draft", body);
  }

  private HttpResponse<String> send(HttpMethod method, String path, String body) throws Exception {
    return pulse.send("editor", method, path, body);
  }

  @Test
  void resultsAreExported() throws Exception {
    var csv = pulse.get("viewer", "/polls/open?format=csv&language=en");
    assertThat(csv.body().lines())
        .containsExactly(
            "\uFEFFOption,Ballots,Share",
            "Hữu ích,3,0.75",
            "Dễ sử dụng,1,0.25",
            "Phong phú <đa dạng>,0,0");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"Result-of-the-poll-Theo-ban.csv\"");
    var list = pulse.get("viewer", "/polls?format=csv");
    assertThat(list.body()).contains("Mã;Trang;Câu hỏi", "open;demo;Theo bạn?;Đang mở;;;4");
    assertThat(pulse.get("viewer", "/polls?format=xlsx").body()).startsWith("PK");
    assertThat(pulse.get("viewer", "/polls?format=pdf").statusCode()).isEqualTo(400);
    assertThat(pulse.get("stranger", "/polls/open?format=csv").statusCode()).isEqualTo(404);
  }
}
