package io.sitepulse.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rights matrix: every management route × every caller × an own and a foreign site, over the
 * module's real wiring.
 *
 * <p>{@code ok}: the request got past the rights (whatever it was answered then). {@code ok/404}:
 * about an own site, and about a foreign one. A route that is not in the table fails the test.
 */
class RightsMatrixIT {
  /**
   * nobody: no cookie. viewer, editor: of the site demo. admin: an administrator. key: a key of
   * that administrator whose role is viewer. disabled: signed in, then disabled. expired: signed in
   * 13 hours ago. All but nobody and key are browsers.
   */
  private static final String TABLE =
      """
      route                                    nobody viewer  editor  admin key  disabled expired
      GET /sign-in                             ok     ok      ok      ok    ok   ok       ok
      POST /setup                              ok     ok      ok      ok    ok   ok       ok
      POST /invitation                         ok     ok      ok      ok    ok   ok       ok
      POST /session                            ok     ok      ok      ok    ok   ok       ok
      GET /oidc/start                          404    404     404     404   404  404      404
      GET /oidc/callback                       404    404     404     404   404  404      404
      GET /session                             401    ok      ok      ok    ok   401      401
      DELETE /session                          401    ok      ok      ok    403  401      401
      DELETE /sessions                         401    ok      ok      ok    403  401      401
      POST /session/password                   401    ok      ok      ok    403  401      401
      GET /tokens                              401    ok      ok      ok    ok   401      401
      POST /tokens                             401    ok      ok      ok    403  401      401
      DELETE /tokens/:token                    401    ok      ok      ok    403  401      401
      GET /accounts                            401    403     403     ok    403  401      401
      POST /accounts                           401    403     403     ok    403  401      401
      GET /accounts/:account                   401    403     403     ok    403  401      401
      PUT /accounts/:account                   401    403     403     ok    403  401      401
      POST /accounts/:account/invitation       401    403     403     ok    403  401      401
      DELETE /accounts/:account/sessions       401    403     403     ok    403  401      401
      DELETE /accounts/:account/tokens/:token  401    403     403     ok    403  401      401
      GET /changes                             401    403     403     ok    403  401      401
      GET /groups                              401    ok      ok      ok    ok   401      401
      GET /groups/:group                       401    404     404     ok    404  401      401
      PUT /groups/:group                       401    403     403     ok    403  401      401
      DELETE /groups/:group                    401    403     403     ok    403  401      401
      GET /sites                               401    ok      ok      ok    ok   401      401
      POST /sites                              401    403     403     ok    403  401      401
      GET /sites/:site                         401    ok/404  ok/404  ok    ok   401      401
      PUT /sites/:site                         401    403/404 ok/404  ok    403  401      401
      PUT /sites/:site/predecessors/:predecessor    401 403   403     ok    403  401      401
      DELETE /sites/:site/predecessors/:predecessor 401 403   403     ok    403  401      401
      GET /polls                               401    ok      ok      ok    ok   401      401
      POST /polls                              401    403/404 ok/404  ok    403  401      401
      GET /polls/:poll                         401    ok/404  ok/404  ok    ok   401      401
      PUT /polls/:poll                         401    403/404 ok/404  ok    403  401      401
      DELETE /polls/:poll                      401    403/404 ok/404  ok    403  401      401
      POST /polls/:poll/close                  401    403/404 ok/404  ok    403  401      401
      GET /polls/:poll/history                 401    ok/404  ok/404  ok    ok   401      401
      GET /targets                             401    ok      ok      ok    ok   401      401
      POST /targets                            401    403/404 ok/404  ok    403  401      401
      GET /targets/:target                     401    ok/404  ok/404  ok    ok   401      401
      PUT /targets/:target                     401    403/404 ok/404  ok    403  401      401
      DELETE /targets/:target                  401    403/404 ok/404  ok    403  401      401
      GET /overview                            401    ok      ok      ok    ok   401      401
      GET /live                                401    ok      ok      ok    ok   401      401
      GET /reports/summary                     401    ok/404  ok/404  ok    ok   401      401
      GET /reports/course                      401    ok/404  ok/404  ok    ok   401      401
      GET /reports/hours                       401    ok/404  ok/404  ok    ok   401      401
      GET /reports/breakdown                   401    ok/404  ok/404  ok    ok   401      401
      GET /reports/ledger                      401    ok/404  ok/404  ok    ok   401      401
      GET /review                              401    ok/404  ok/404  ok    ok   401      401
      """;

  private static final String PASSWORD = "một mật khẩu dài";

  /** What requests say; SITE is the site they are about. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /setup", "{\"code\":\"x\"}"),
          Map.entry("POST /invitation", "{\"code\":\"x\"}"),
          Map.entry("POST /session", "{\"login\":\"root\",\"password\":\"" + PASSWORD + "\"}"),
          Map.entry("POST /session/password", "{\"current\":\"x\",\"next\":\"y\"}"),
          Map.entry("POST /tokens", "{\"name\":\"x\",\"role\":\"viewer\"}"),
          Map.entry("POST /accounts", "{\"login\":\"new\",\"name\":\"New\"}"),
          Map.entry("PUT /accounts/:account", "{\"name\":\"New\"}"),
          Map.entry("PUT /groups/:group", "{\"name\":\"New\"}"),
          Map.entry("POST /sites", "{\"id\":\"new\",\"name\":\"New\"}"),
          Map.entry("PUT /sites/:site", "{\"name\":\"New\"}"),
          Map.entry("PUT /sites/:site/predecessors/:predecessor", "{\"from\":\"2027-01-01\"}"),
          Map.entry(
              "POST /polls",
              "{\"site\":\"SITE\",\"question\":\"Thế nào?\","
                  + "\"options\":[{\"label\":\"Tốt\"},{\"label\":\"Kém\"}]}"),
          Map.entry("PUT /polls/:poll", "{\"question\":\"Thế nào?\"}"),
          Map.entry(
              "POST /targets",
              "{\"id\":\"new\",\"scope\":\"site:SITE\",\"metric\":\"visits\","
                  + "\"period\":\"2027\",\"value\":10}"),
          Map.entry("PUT /targets/:target", "{\"value\":10}"));

  private final DashboardTester pulse = DashboardTester.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> callers = new LinkedHashMap<>();
  private Account root;
  private ApiToken key;

  @BeforeEach
  void makeCallers() throws Exception {
    root = pulse.routes.accounts().createFirst("root", "Root", PASSWORD).await();
    var made =
        new ApiKeys(pulse.accounts).make(root, "key", Role.VIEWER, pulse.clock.instant(), null);
    key = made.token();
    fill(false);
    callers.put("nobody", Map.of());
    var expired = signedIn("expired");
    pulse.clock.advance(Duration.ofHours(13));
    callers.put("viewer", signedIn("viewer"));
    callers.put("editor", signedIn("editor"));
    callers.put("admin", signedIn("root"));
    callers.put("key", Map.of("Authorization", "Bearer " + made.key()));
    callers.put("disabled", signedIn("disabled"));
    callers.put("expired", expired);
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void everyRouteLetsInWhomTheTableSaysAndNobodyElse() throws Exception {
    var rows = rows();
    var routes = routes();
    assertThat(rows.keySet()).as("every route has a row").containsAll(routes);
    var found = new ArrayList<String>();
    var expected = new ArrayList<String>();
    for (String route : routes) {
      expected.add(line(route, Objects.requireNonNull(rows.get(route))));
      var cells = new ArrayList<String>();
      for (String caller : callers.keySet()) {
        String own = outcome(route, caller, "demo");
        String foreign = outcome(route, caller, "other");
        cells.add(own.equals(foreign) ? own : own + "/" + foreign);
      }
      found.add(line(route, cells));
    }
    assertThat(String.join("\n", found)).isEqualTo(String.join("\n", expected));
  }

  @Test
  void noCookieChangesAnythingWithoutTheProofThatAPageOfOursSentIt() throws Exception {
    String session = Objects.requireNonNull(headers("admin").get("Cookie"));
    var cookie = Map.of("Cookie", session);
    for (String route : routes()) {
      boolean open = Objects.requireNonNull(rows().get(route)).get(0).equals("ok");
      if (!open && !route.startsWith("GET ")) {
        fill(true);
        assertThat(send(route, cookie, "demo")).as(route).isEqualTo(403);
      }
    }
  }

  private String outcome(String route, String caller, String site) throws Exception {
    fill(true);
    int status = send(route, headers(caller), site);
    return Set.of(401, 403, 404).contains(status) ? Integer.toString(status) : "ok";
  }

  private Map<String, String> headers(String caller) {
    return Objects.requireNonNull(callers.get(caller));
  }

  private int send(String route, Map<String, String> headers, String site) throws Exception {
    String[] parts = route.split(" ", 2);
    String body = BODIES.getOrDefault(route, "").replace("SITE", site);
    var request =
        HttpRequest.newBuilder(pulse.at(ManageRoutes.ROOT + path(parts[1], site)))
            .method(parts[0], HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(30));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    // Not as a text: some answers never end.
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private static String path(String pattern, String site) {
    String path =
        pattern
            .replace(":site", site)
            .replace(":predecessor", site + "-old")
            .replace(":poll", site + "-poll")
            .replace(":target", site + "-target")
            .replace(":group", "free")
            .replace(":account", "viewer")
            .replace(":token", "t1");
    boolean figures = path.startsWith("/reports/") || path.equals("/review");
    String dimension = path.endsWith("/breakdown") ? "&dimension=page" : "";
    return figures ? path + "?scope=site:" + site + "&period=2026-11" + dimension : path;
  }

  /** The state each request finds. */
  private void fill(boolean disabled) {
    for (String site : List.of("demo", "other")) {
      Site old = Samples.site(site + "-old");
      pulse.sites.put(old.id(), old);
      pulse.sites.put(site, successor(Samples.site(site), old.id()));
      pulse.polls.put(site + "-poll", poll(site));
      pulse.targets.put(site + "-target", target(site));
    }
    pulse.groups.put("free", new Group(1, "free", "Trống", 1));
    var draft = AccountDraft.of(root);
    draft.tokens = List.of(key, token());
    pulse.accounts.put(root.id(), draft.made());
    put("viewer", Role.VIEWER, false);
    put("editor", Role.EDITOR, false);
    put("disabled", Role.EDITOR, disabled);
    put("expired", Role.EDITOR, false);
  }

  private void put(String id, Role role, boolean disabled) {
    var draft = AccountDraft.of(AccountDraft.fresh(id, id, "Bà " + id, root.created()));
    draft.password = root.password();
    draft.grants = List.of(new Grant(Scope.site("demo"), role));
    draft.tokens = List.of(token());
    draft.disabled = disabled;
    pulse.accounts.put(id, draft.made());
  }

  private static ApiToken token() {
    return new ApiToken("t1", "x", "0".repeat(64), Role.VIEWER, Instant.EPOCH, null);
  }

  private static Site successor(Site site, String old) {
    return new Site(
        Site.VERSION,
        site.id(),
        site.name(),
        site.origins(),
        site.zone(),
        site.baseline(),
        site.pageParameters(),
        site.archived(),
        site.group(),
        List.of(new Predecessor(old, LocalDate.parse("2027-01-01"), "x")),
        site.sample());
  }

  private static Poll poll(String site) {
    Poll poll = Samples.poll(site + "-poll", Visibility.ALWAYS, true);
    return new Poll(
        poll.v(),
        poll.id(),
        site,
        poll.question(),
        poll.options(),
        poll.maxChoices(),
        poll.changeable(),
        poll.opens(),
        poll.closes(),
        poll.draft(),
        poll.visibility());
  }

  private static Target target(String site) {
    return new Target(
        Target.VERSION,
        site + "-target",
        Scope.site(site),
        Metric.VISITS,
        Period.parse("2026"),
        1_000,
        null,
        "x");
  }

  /** The headers of a browser of theirs. */
  private Map<String, String> signedIn(String login) throws Exception {
    var browser = new Browser(pulse.origin());
    var answer = browser.signIn(login, PASSWORD);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    String cookie = SessionCookies.SESSION + "=" + browser.cookies.get(SessionCookies.SESSION);
    return Map.of("Cookie", cookie, OwnPages.HEADER, answer.text("csrf"));
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

  /** Every {@code METHOD /path} below the root. */
  private Set<String> routes() {
    var routes = new TreeSet<String>();
    for (Route route : pulse.router.getRoutes()) {
      String name = route.getName();
      if (name != null && route.methods() != null && name.startsWith(ManageRoutes.ROOT)) {
        for (HttpMethod method : route.methods()) {
          routes.add(method + " " + name.substring(ManageRoutes.ROOT.length()));
        }
      }
    }
    return routes;
  }

  private static String line(String route, List<String> cells) {
    return route + " " + String.join(" ", cells);
  }
}
