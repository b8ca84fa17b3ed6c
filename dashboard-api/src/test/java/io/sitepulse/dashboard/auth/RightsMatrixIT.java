package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rights matrix: every management route × every caller × an own and a foreign site, over the
 * module's real wiring.
 *
 * <p>{@code ok}: the access check passed and the request was processed: 2xx, a redirect, or a
 * problem that {@link #PROCESSED} lists. {@code ok/404}: for an own site, and for a foreign one. A
 * route that is not in the table fails the test, and so does any other status, such as 500.
 */
class RightsMatrixIT {
  /**
   * anonymous: no cookie. viewer, editor: of the site demo. admin: an administrator. key: a key of
   * that administrator whose role is viewer. editorKey and adminKey: keys of the editor and of the
   * administrator whose role is editor. disabled: signed in, then disabled. expired: signed in 13
   * hours ago. All but anonymous and the keys are browsers.
   */
  private static final String TABLE =
      """
      route                                    anonymous viewer  editor  admin key editorKey adminKey disabled expired
      GET /sign-in                             ok        ok      ok      ok    ok  ok        ok       ok       ok
      POST /setup                              ok        ok      ok      ok    ok  ok        ok       ok       ok
      POST /invitation                         ok        ok      ok      ok    ok  ok        ok       ok       ok
      POST /invitation/check                   ok        ok      ok      ok    ok  ok        ok       ok       ok
      POST /session                            ok        ok      ok      ok    ok  ok        ok       ok       ok
      POST /session/code                       ok        ok      ok      ok    ok  ok        ok       ok       ok
      GET /oidc/start                          404       404     404     404   404 404       404      404      404
      GET /oidc/callback                       404       404     404     404   404 404       404      404      404
      GET /session                             401       ok      ok      ok    ok  ok        ok       401      401
      DELETE /session                          401       ok      ok      ok    403 403       403      401      401
      GET /sessions                            401       ok      ok      ok    403 403       403      401      401
      DELETE /sessions                         401       ok      ok      ok    403 403       403      401      401
      DELETE /sessions/:session                401       ok      ok      ok    403 403       403      401      401
      POST /session/password                   401       ok      ok      ok    403 403       403      401      401
      GET /second-factor                       401       ok      ok      ok    403 403       403      401      401
      POST /second-factor                      401       ok      ok      ok    403 403       403      401      401
      POST /second-factor/enrolment            401       ok      ok      ok    403 403       403      401      401
      POST /second-factor/recovery-codes       401       ok      ok      ok    403 403       403      401      401
      POST /second-factor/removal              401       ok      ok      ok    403 403       403      401      401
      GET /tokens                              401       ok      ok      ok    ok  ok        ok       401      401
      POST /tokens                             401       ok      ok      ok    403 403       403      401      401
      DELETE /tokens/:token                    401       ok      ok      ok    403 403       403      401      401
      GET /accounts                            401       403     403     ok    403 403       ok       401      401
      POST /accounts                           401       403     403     ok    403 403       403      401      401
      GET /accounts/:account                   401       403     403     ok    403 403       ok       401      401
      PUT /accounts/:account                   401       403     403     ok    403 403       403      401      401
      DELETE /accounts/:account                401       403     403     ok    403 403       403      401      401
      DELETE /accounts/:account/invitation     401       403     403     ok    403 403       403      401      401
      POST /accounts/:account/invitation       401       403     403     ok    403 403       403      401      401
      DELETE /accounts/:account/sessions       401       403     403     ok    403 403       403      401      401
      DELETE /accounts/:account/second-factor  401       403     403     ok    403 403       403      401      401
      DELETE /accounts/:account/tokens/:token  401       403     403     ok    403 403       403      401      401
      GET /changes                             401       403     403     ok    403 403       ok       401      401
      GET /groups                              401       ok      ok      ok    ok  ok        ok       401      401
      GET /groups/:group                       401       404     404     ok    404 404       ok       401      401
      PUT /groups/:group                       401       403     403     ok    403 403       ok       401      401
      DELETE /groups/:group                    401       403     403     ok    403 403       ok       401      401
      GET /sites                               401       ok      ok      ok    ok  ok        ok       401      401
      POST /sites                              401       403     403     ok    403 403       ok       401      401
      GET /sites/:site                         401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      PUT /sites/:site                         401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /sites/:site/total                   401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      PUT /sites/:site/predecessors/:predecessor 401       403     403     ok    403 403       ok       401      401
      DELETE /sites/:site/predecessors/:predecessor 401       403     403     ok    403 403       ok       401      401
      GET /polls                               401       ok      ok      ok    ok  ok        ok       401      401
      POST /polls                              401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /polls/:poll                         401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      PUT /polls/:poll                         401       403/404 ok/404  ok    403 ok/404    ok       401      401
      DELETE /polls/:poll                      401       403/404 ok/404  ok    403 ok/404    ok       401      401
      POST /polls/:poll/close                  401       403/404 ok/404  ok    403 ok/404    ok       401      401
      POST /polls/:poll/set-aside              401       403     403     ok    403 403       ok       401      401
      DELETE /polls/:poll/set-aside/:time      401       403     403     ok    403 403       ok       401      401
      GET /polls/:poll/history                 401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /polls/:poll/votes                   401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /targets                             401       ok      ok      ok    ok  ok        ok       401      401
      POST /targets                            401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /targets/:target                     401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      PUT /targets/:target                     401       403/404 ok/404  ok    403 ok/404    ok       401      401
      DELETE /targets/:target                  401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /notes                               401       ok      ok      ok    ok  ok        ok       401      401
      POST /notes                              401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /notes/:note                         401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      PUT /notes/:note                         401       403/404 ok/404  ok    403 ok/404    ok       401      401
      DELETE /notes/:note                      401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /state                               401       ok      ok      ok    ok  ok        ok       401      401
      GET /overview                            401       ok      ok      ok    ok  ok        ok       401      401
      GET /live                                401       ok      ok      ok    ok  ok        ok       401      401
      GET /reports/summary                     401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /reports/course                      401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /reports/hours                       401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /reports/breakdown                   401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /reports/ledger                      401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /reports/refused                     401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /reports/marks                       401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /review                              401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /issued-reviews                      401       ok      ok      ok    ok  ok        ok       401      401
      POST /issued-reviews                     401       403/404 ok/404  ok    403 ok/404    ok       401      401
      GET /issued-reviews/:review              401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      GET /issued-reviews/:review/changes      401       ok/404  ok/404  ok    ok  ok/404    ok       401      401
      """;

  /**
   * Statuses of requests that passed the access check. 410: the code is not valid. 400: the present
   * password is wrong. 404: the caller has no such session. 409: a published poll stays. 503:
   * ClickHouse is away.
   */
  private static final Map<String, Integer> PROCESSED =
      Map.ofEntries(
          Map.entry("POST /setup", 410),
          Map.entry("POST /invitation", 410),
          Map.entry("POST /invitation/check", 410),
          Map.entry("POST /session/code", 401),
          Map.entry("POST /second-factor", 409),
          Map.entry("POST /second-factor/enrolment", 400),
          Map.entry("POST /second-factor/recovery-codes", 400),
          Map.entry("POST /second-factor/removal", 400),
          Map.entry("POST /session/password", 400),
          Map.entry("DELETE /sessions/:session", 404),
          Map.entry("DELETE /polls/:poll", 409),
          Map.entry("GET /changes", 503),
          Map.entry("GET /state", 503),
          Map.entry("GET /sites/:site/total", 503),
          Map.entry("POST /polls/:poll/set-aside", 503),
          Map.entry("DELETE /polls/:poll/set-aside/:time", 503),
          Map.entry("GET /polls/:poll/history", 503),
          Map.entry("GET /polls/:poll/votes", 503),
          Map.entry("GET /reports/summary", 503),
          Map.entry("GET /reports/course", 503),
          Map.entry("GET /reports/hours", 503),
          Map.entry("GET /reports/breakdown", 503),
          Map.entry("GET /reports/ledger", 503),
          Map.entry("GET /reports/refused", 503),
          Map.entry("GET /review", 503),
          Map.entry("POST /issued-reviews", 503),
          Map.entry("GET /issued-reviews/:review/changes", 503));

  private RightsTester people;

  @BeforeEach
  void start() throws Exception {
    people = RightsTester.start();
  }

  @AfterEach
  void stop() {
    people.close();
  }

  @Test
  void everyRouteAdmitsExactlyTheCallersInTheTable() throws Exception {
    var rows = rows();
    var routes = people.routes();
    assertThat(rows.keySet()).as("every route has a row").containsAll(routes);
    var found = new ArrayList<String>();
    var expected = new ArrayList<String>();
    for (String route : routes) {
      expected.add(line(route, Objects.requireNonNull(rows.get(route))));
      var cells = new ArrayList<String>();
      for (String caller : people.callers()) {
        String own = outcome(route, caller, "demo");
        String foreign = outcome(route, caller, "other");
        cells.add(own.equals(foreign) ? own : own + "/" + foreign);
      }
      found.add(line(route, cells));
    }
    assertThat(String.join("\n", found)).isEqualTo(String.join("\n", expected));
  }

  @Test
  void unsafeRequestsWithoutACsrfTokenAreRefused() throws Exception {
    for (String route : people.routes()) {
      boolean open = Objects.requireNonNull(rows().get(route)).get(0).equals("ok");
      if (!open && !route.startsWith("GET ")) {
        assertThat(people.askWithoutProof(route, "admin", "demo")).as(route).isEqualTo(403);
      }
    }
  }

  private String outcome(String route, String caller, String site) throws Exception {
    int status = people.ask(route, caller, site);
    boolean processed = status < 400 || PROCESSED.getOrDefault(route, 0) == status;
    return processed ? "ok" : Integer.toString(status);
  }

  private static Map<String, List<String>> rows() {
    var rows = new LinkedHashMap<String, List<String>>();
    TABLE
        .lines()
        .skip(1)
        .map(line -> List.of(line.trim().split("\\s+", -1)))
        .forEach(
            words -> rows.put(words.get(0) + " " + words.get(1), words.subList(2, words.size())));
    return rows;
  }

  private static String line(String route, List<String> cells) {
    return route + " " + String.join(" ", cells);
  }
}
