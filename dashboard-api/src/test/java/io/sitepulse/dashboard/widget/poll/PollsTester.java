package io.sitepulse.dashboard.widget.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/** Starts the routes with polls of every kind. */
final class PollsTester {
  /** Request body of a vote for one option. */
  static final String VOTE = "{\"choices\":[\"useful\"]}";

  /** Origin of the site. */
  static final String PORTAL = "https://portal.example";

  private PollsTester() {}

  /**
   * Starts with the polls open, once, secret, later, over and draft. The first three have 459
   * ballots.
   */
  static DashboardTester start() {
    var pulse = DashboardTester.start();
    pulse.sites.put("demo", Samples.site("demo", PORTAL));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    pulse.polls.put("once", Samples.poll("once", Visibility.AFTER_VOTING, false));
    pulse.polls.put("secret", Samples.poll("secret", Visibility.MANAGERS, true));
    var early = Instant.parse("2099-01-01T00:00:00Z");
    var late = Instant.parse("2020-01-01T00:00:00Z");
    pulse.polls.put("later", Samples.poll("later", Visibility.ALWAYS, true, early, null, false));
    pulse.polls.put("over", Samples.poll("over", Visibility.ALWAYS, true, null, late, false));
    pulse.polls.put("draft", Samples.poll("draft", Visibility.ALWAYS, true, null, null, true));
    for (String poll : new String[] {"open", "once", "secret"}) {
      pulse.tallies.put(poll, Samples.tally(poll, Map.of("useful", 300L, "easy", 159L), 459));
    }
    return pulse;
  }

  static void refused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(reason(answer)).isEqualTo(reason);
  }

  /** The reason of the first error of a problem. */
  static String reason(HttpResponse<String> answer) {
    return new JsonObject(answer.body())
        .getJsonArray("errors")
        .getJsonObject(0)
        .getString("reason");
  }
}
