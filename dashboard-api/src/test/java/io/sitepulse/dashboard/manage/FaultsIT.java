package io.sitepulse.dashboard.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.dashboard.FakeVoteProducer;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.admin.group.GroupRoutes;
import io.sitepulse.dashboard.admin.poll.PollManageRoutes;
import io.sitepulse.dashboard.admin.site.SiteRoutes;
import io.sitepulse.dashboard.admin.target.TargetRoutes;
import io.sitepulse.dashboard.definition.SerialTaskQueue;
import io.sitepulse.dashboard.export.ExportResponder;
import io.sitepulse.dashboard.http.OriginPolicy;
import io.sitepulse.dashboard.succession.SiteSuccessionCache;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Field errors have the field, the rule and its limits for clients with their own texts, and an
 * English detail.
 */
class FaultsIT {
  /** Request and body ▸ field, code, limits: detail. */
  private static final String TABLE =
      """
      POST /sites {"id":"A B"} ▸ id format pattern: must match [a-z0-9.-]{1,64}
      POST /sites [] ▸ body object : must be a JSON object
      POST /sites { ▸ body json : is not JSON
      PUT /sites/demo {"name":" "} ▸ name length max=200 min=1: must be a text of 1 to 200 characters
      PUT /sites/demo {"nmae":"x"} ▸ nmae unknown-field : is not a known field
      PUT /sites/demo {"zone":"Moon"} ▸ zone zone : must be a time zone like Asia/Ho_Chi_Minh
      PUT /sites/demo {"zone":"GMT+7"} ▸ zone zone : must be the IANA name of a time zone like Asia/Ho_Chi_Minh, not an offset like +07:00 or GMT+7
      PUT /sites/demo {"zone":"+07:00"} ▸ zone zone : must be the IANA name of a time zone like Asia/Ho_Chi_Minh, not an offset like +07:00 or GMT+7
      PUT /sites/demo {"zone":"Z"} ▸ zone zone : must be the IANA name of a time zone like Asia/Ho_Chi_Minh, not an offset like +07:00 or GMT+7
      PUT /sites/demo {"origins":"x"} ▸ origins list : must be a list
      PUT /sites/demo {"origins":["x/y"]} ▸ origins format pattern: must be like https://www.example.gov.vn: https:// or http:// and the host, no path
      PUT /sites/demo {"archived":"x"} ▸ archived boolean : must be true or false
      PUT /sites/demo {"id":"other"} ▸ id fixed : cannot be changed
      PUT /sites/demo {"group":"none"} ▸ group unknown : does not exist
      PUT /sites/demo {"baseline":{"views":-1,"visits":0,"visitors":0,"asOf":"2026-01-01","source":"x"}} ▸ baseline.views range min=0: must not be negative
      PUT /sites/demo {"baseline":{"views":1,"visits":"x","visitors":0,"asOf":"2026-01-01","source":"x"}} ▸ baseline.visits number : must be a whole number
      PUT /sites/demo {"baseline":{"views":1,"visits":0,"visitors":0,"asOf":"soon","source":"x"}} ▸ baseline.asOf day : must be a day like 2026-11-22
      PUT /sites/demo {"baseline":{"views":1,"visits":0,"visitors":0,"asOf":"2999-01-01","source":"x"}} ▸ baseline.asOf to-come : must not be in the future
      PUT /sites/demo {"baseline":{"visits":0,"visitors":0,"asOf":"2026-01-01","source":"x"}} ▸ baseline.views required : is missing
      PUT /sites/demo/predecessors/demo {"from":"2026-11-22"} ▸ predecessor same-site : must be another site than demo
      PUT /sites/demo/predecessors/none {"from":"2026-11-22"} ▸ predecessor unknown : does not exist
      PUT /sites/demo/predecessors/old {"from":"1999-01-01"} ▸ from day-range max=2036-11-21 min=2000-01-01: must be a day from 2000-01-01 to 2036-11-21
      PUT /groups/UP {"name":"x"} ▸ group format pattern: must match [a-z0-9-]{1,64}
      PUT /groups/so {"position":-1} ▸ position range min=0: must not be negative
      DELETE /groups/so - ▸ accounts held count=1: 1 still refer to it
      POST /targets {"scope":"x","metric":"visits","period":"2026","value":1} ▸ scope scope : must be site:ID, group:ID or all
      POST /targets {"scope":"site:demo","metric":"likes","period":"2026","value":1} ▸ metric choice of=visits,views,visitors: must be visits, views or visitors
      POST /targets {"scope":"site:demo","metric":"visits","period":"soon","value":1} ▸ period period : must be like 2026-11-22, 2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026 or 2026-01-05..2026-03-15
      POST /targets {"scope":"site:demo","metric":"visits","period":"2026-W05","value":1} ▸ period period-kind : must be a month, quarter, half-year or year
      POST /targets {"scope":"site:demo","metric":"visits","period":"2026","value":0} ▸ value range min=1: must be at least 1
      GET /targets?year=soon - ▸ year period : must be a year like 2026
      GET /targets?format=pdf - ▸ format choice of=json,csv,xlsx: must be json, csv or xlsx
      POST /polls {"question":"?"} ▸ site required : is missing
      POST /polls {"site":"demo","question":"?","options":[{"label":"a"}]} ▸ options count max=50 min=2: must be 2 to 50
      POST /polls {"site":"demo","question":"?","options":[{"label":"a"},{"label":" "}]} ▸ options.label length max=200 min=1: must be a text of 1 to 200 characters
      POST /polls {"site":"demo","question":"?","options":[{"id":"a","label":"a"},{"id":"a","label":"b"}]} ▸ options distinct : must have distinct ids
      POST /polls {"site":"demo","question":"?","options":[{"label":"a"},{"label":"b"}],"maxChoices":3} ▸ maxChoices range max=2 min=1: must be 1 to 2
      POST /polls {"site":"demo","question":"?","options":[{"label":"a"},{"label":"b"}],"opens":5,"closes":5} ▸ opens order before: must be before closes
      POST /polls {"site":"demo","question":"?","options":[{"label":"a"},{"label":"b"}],"opens":"x"} ▸ opens time : must be milliseconds since 1970-01-01T00:00:00Z
      POST /polls {"site":"demo","question":"?","options":[{"label":"a"},{"label":"b"}],"visibility":"x"} ▸ visibility choice of=always,after-voting,after-closing,managers: must be always, after-voting, after-closing or managers
      PUT /polls/open {"options":[{"id":"useful","label":"a"},{"id":"easy","label":"b"}]} ▸ options kept of=Phong phú <đa dạng>: must keep the ids rich: the poll has ballots
      PUT /polls/open {"draft":true} ▸ draft voted : cannot be a draft again: the poll has ballots
      """;

  private ManageTester pulse;

  @BeforeEach
  void start() throws Exception {
    pulse = ManageTester.start(ManageResponses.AWAY, FaultsIT::features).heldToTheDocument();
    pulse.groups.put("so", new Group(1, "so", "Khối sở", 0));
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.sites.put("old", Samples.site("old"));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 3L), 3));
    pulse.account("granted", false, ManageTester.viewer("group:so"));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void errorsHaveFieldRuleAndLimits() throws Exception {
    var found = new ArrayList<String>();
    for (String row : TABLE.lines().toList()) {
      String[] request = row.split(" ▸ ", 2)[0].split(" ", 3);
      String body = request[2].equals("-") ? "" : request[2];
      var answer = pulse.send("root", HttpMethod.valueOf(request[0]), request[1], body);
      found.add(String.join(" ", request) + " ▸ " + first(new JsonObject(answer.body())));
    }
    assertThat(String.join("\n", found)).isEqualTo(TABLE.strip());
  }

  @Test
  void theDetailIsInEnglish() throws Exception {
    var answer = pulse.send("root", HttpMethod.PUT, "/sites/demo", "{\"name\":\" \"}");
    assertThat(ManageResponses.body(answer).getString("detail"))
        .isEqualTo("name must be a text of 1 to 200 characters");
  }

  /** The detail contains patterns and field names. */
  private static String first(JsonObject problem) {
    var fault = problem.getJsonArray("errors").getJsonObject(0);
    String limits =
        fault.getJsonObject("limits", new JsonObject()).stream()
            .sorted(Map.Entry.comparingByKey())
            .map(limit -> limit.getKey() + value(limit.getKey(), limit.getValue()))
            .collect(Collectors.joining(" "));
    return "%s %s %s: %s"
        .formatted(
            fault.getString("field"), fault.getString("code"), limits, fault.getString("detail"));
  }

  private static String value(String name, Object value) {
    return name.equals("pattern") || name.equals("before")
        ? ""
        : "=" + value.toString().replaceAll("[\\[\\]\"]", "");
  }

  private static List<RouteProvider> features(ManageTester.Parts parts) {
    var siteWrites = new SerialTaskQueue();
    var origins = new OriginPolicy(new ClientAddress(ClientAddress.LOOPBACK));
    var pool = new BlockingPool(parts.vertx(), "t", 1, new SimpleMeterRegistry());
    var answers = new ExportResponder(pool);
    var successions = new SiteSuccessionCache(parts.sources().sites());
    return List.of(
        new GroupRoutes(parts.sources(), siteWrites, answers),
        new SiteRoutes(parts.sources(), successions, siteWrites, answers, origins, parts.clock()),
        new TargetRoutes(parts.sources(), targets -> Future.succeededFuture(Map.of()), answers),
        new PollManageRoutes(
            parts.sources(),
            new ClickHouseQueryRunner(parts.sources().jdbi(), pool),
            new FakeVoteProducer(),
            answers,
            origins,
            parts.clock()));
  }
}
