package io.sitepulse.dashboard.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.ApiToken;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.SetAside;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Group;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.auth.account.AccountDraft;
import io.sitepulse.dashboard.auth.account.AccountService;
import io.sitepulse.dashboard.auth.session.ApiTokenService;
import io.sitepulse.dashboard.auth.session.CsrfGuard;
import io.sitepulse.dashboard.auth.session.SessionCookies;
import io.sitepulse.dashboard.manage.ManageRoutes;
import io.sitepulse.dashboard.review.Specimen;
import io.sitepulse.dashboard.review.issued.IssuedSample;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * All kinds of callers of the management API, with the real wiring of the module: an own site,
 * demo, and a foreign one, other, each with a poll, a target, a note and a predecessor.
 */
final class RightsTester implements AutoCloseable {
  static final String PASSWORD = "một mật khẩu dài";

  /** Time in which the rate limit of codes permits one more. */
  private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(10);

  private final DashboardTester pulse = DashboardTester.start();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> callers = new LinkedHashMap<>();
  private final Account root;
  private final ApiToken key;
  private final ApiToken adminKey;
  private final ApiToken editorKey;

  private RightsTester() throws Exception {
    root = pulse.routes.accounts().createFirst("root", "Root", PASSWORD).await();
    var tokens =
        new ApiTokenService(new AccountService(pulse.accounts, pulse.definitions), pulse.clock);
    var newKey = tokens.generate(root, "key", Role.VIEWER, null);
    var newAdminKey = tokens.generate(root, "key", Role.EDITOR, null);
    var newEditorKey = tokens.generate(account("editor"), "key", Role.EDITOR, null);
    key = newKey.token();
    adminKey = newAdminKey.token();
    editorKey = newEditorKey.token();
    fill(false);
    callers.put("anonymous", Map.of());
    var expired = signedIn("expired");
    pulse.clock.advance(Duration.ofHours(13));
    callers.put("viewer", signedIn("viewer"));
    callers.put("editor", signedIn("editor"));
    callers.put("admin", signedIn("root"));
    callers.put("key", bearer(newKey));
    callers.put("editorKey", bearer(newEditorKey));
    callers.put("adminKey", bearer(newAdminKey));
    callers.put("disabled", signedIn("disabled"));
    callers.put("expired", expired);
  }

  /** Signs in all callers that can. */
  static RightsTester start() throws Exception {
    return new RightsTester();
  }

  /** Returns the names of the callers in the order of the table. */
  Set<String> callers() {
    return callers.keySet();
  }

  /** Sends a request as one of the callers and returns the status. */
  int ask(String route, String caller, String site) throws Exception {
    return send(route, headers(caller), site);
  }

  /** Sends a request with the cookie alone, as a cross-site page does. */
  int askWithoutProof(String route, String caller, String site) throws Exception {
    String session = Objects.requireNonNull(headers(caller).get("Cookie"));
    return send(route, Map.of("Cookie", session), site);
  }

  /** Returns every {@code METHOD /path} below the root. */
  Set<String> routes() {
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

  private Map<String, String> headers(String caller) {
    return Objects.requireNonNull(callers.get(caller));
  }

  private int send(String route, Map<String, String> headers, String site) throws Exception {
    String[] parts = route.split(" ", 2);
    fill(true);
    pulse.clock.advance(BETWEEN_REQUESTS);
    String body = RightsRequests.body(route, site);
    var request =
        HttpRequest.newBuilder(pulse.at(ManageRoutes.ROOT + RightsRequests.path(parts[1], site)))
            .method(parts[0], HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(30));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    // Not read as text, because event streams never end.
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  /** Restores the state before each request. */
  private void fill(boolean disabled) {
    for (String site : List.of("demo", "other")) {
      Site old = Samples.site(site + "-old");
      pulse.sites.put(old.id(), old);
      pulse.sites.put(site, successor(Samples.site(site), old.id()));
      pulse.polls.put(site + "-poll", poll(site));
      pulse.targets.put(site + "-target", target(site));
      pulse.notes.put(site + "-note", note(site));
    }
    issued("2026-1", "demo");
    issued("2026-2", "other");
    pulse.sites.remove("new");
    pulse.targets.remove("new");
    pulse.notes.remove("new");
    pulse.accounts.all().stream()
        .filter(account -> account.login().equals("new"))
        .forEach(account -> pulse.accounts.remove(account.id()));
    pulse.groups.put("free", new Group(1, "free", "Trống", 1));
    var draft = AccountDraft.of(root);
    draft.tokens = List.of(key, adminKey, token());
    pulse.accounts.put(root.id(), draft.toAccount());
    put("viewer", Role.VIEWER, false);
    put("editor", Role.EDITOR, false);
    put("disabled", Role.EDITOR, disabled);
    put("expired", Role.EDITOR, false);
  }

  private void put(String id, Role role, boolean disabled) {
    var draft = AccountDraft.of(account(id));
    draft.password = root.password();
    draft.grants = List.of(new Grant(Scope.site("demo"), role));
    draft.tokens = id.equals("editor") ? List.of(editorKey, token()) : List.of(token());
    draft.disabled = disabled;
    pulse.accounts.put(id, draft.toAccount());
  }

  private Account account(String id) {
    return AccountDraft.newAccount(id, id, "Bà " + id, root.created());
  }

  private static Map<String, String> bearer(ApiTokenService.NewToken token) {
    return Map.of("Authorization", "Bearer " + token.secret());
  }

  private static ApiToken token() {
    return new ApiToken("t1", "x", "0".repeat(64), Role.VIEWER, Instant.EPOCH, null);
  }

  private static Site successor(Site site, String old) {
    return site.toBuilder()
        .predecessors(List.of(new Predecessor(old, LocalDate.parse("2027-01-01"), "x")))
        .build();
  }

  private void issued(String id, String site) {
    pulse.issuedReviews.put(id, IssuedSample.of(id, List.of(site), Specimen.full().review()));
  }

  private static Poll poll(String site) {
    Poll poll = Samples.poll(site + "-poll", Visibility.ALWAYS, true);
    var time =
        new SetAside("t1", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), "?", "An", Instant.EPOCH);
    return poll.toBuilder().site(site).setAside(List.of(time)).build();
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

  private static DayNote note(String site) {
    LocalDate day = LocalDate.parse("2026-11-20");
    Scope scope = Scope.site(site);
    return new DayNote(DayNote.VERSION, site + "-note", scope, day, day, "Cúp điện", "x");
  }

  /** Returns the headers of the caller's browser. */
  private Map<String, String> signedIn(String login) throws Exception {
    var browser = new Browser(pulse.origin());
    var answer = browser.signIn(login, PASSWORD);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    String cookie = SessionCookies.SESSION + "=" + browser.cookies.get(SessionCookies.SESSION);
    return Map.of("Cookie", cookie, CsrfGuard.HEADER, answer.text("csrf"));
  }

  @Override
  public void close() {
    pulse.close();
  }
}
