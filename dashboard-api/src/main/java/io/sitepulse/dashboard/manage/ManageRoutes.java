package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Methods;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every route under {@code /api/manage}, each with the right it asks for: no handler is reached
 * without it.
 *
 * <pre>
 * request ─▶ who asks? ─nobody─▶ 401
 *                │
 *                ▼
 *            which sites? ─none that they may see─▶ 404 ─▶ role for all of them? ─no─▶ 403 ─▶ handler
 * </pre>
 */
public final class ManageRoutes {
  /** Everything is under it. */
  public static final String ROOT = "/api/manage";

  private static final int BODY_LIMIT = 1 << 20;

  private final Router router;
  private final Authenticator authenticator;
  private final List<ManageRoute> all = new ArrayList<>();

  /** Tells which sites a request is about; empty: none that exists. */
  public interface Sites extends Function<RoutingContext, List<Site>> {
    /** For routes about no site in particular. */
    Sites NONE = context -> List.of();
  }

  /** Answers a request whose caller has the right. */
  public interface ManageHandler {
    void handle(RequestContext requestContext);
  }

  public ManageRoutes(Router router, Authenticator authenticator) {
    this.router = router;
    this.authenticator = authenticator;
    router.route(ROOT + "/*").handler(ManageRoutes::neverKept);
  }

  /** Adds a route about no site in particular. */
  public void add(
      HttpMethod method, String path, RequiredAccess requiredAccess, ManageHandler handler) {
    add(method, path, requiredAccess, Sites.NONE, handler);
  }

  /**
   * Adds a route.
   *
   * @param path below {@link #ROOT}, beginning with a slash
   * @param requiredAccess what it asks; {@link RequiredAccess#VIEW} and {@link RequiredAccess#EDIT}
   *     for the sites of {@code sites}
   * @param sites which sites a request is about; looked up before the handler
   */
  public void add(
      HttpMethod method,
      String path,
      RequiredAccess requiredAccess,
      Sites sites,
      ManageHandler handler) {
    String pattern = ROOT + path;
    all.add(new ManageRoute(method, pattern, requiredAccess));
    var route = router.route(method, pattern).setName(pattern);
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.DELETE)) {
      route.handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
    }
    route.handler(context -> handler.handle(admit(context, requiredAccess, sites)));
  }

  /** Says of every address what it answers; call once, after all routes are added. */
  public void close() {
    Map<String, TreeSet<String>> methods = new LinkedHashMap<>();
    all.forEach(
        route ->
            methods
                .computeIfAbsent(route.pattern(), pattern -> new TreeSet<>())
                .add(route.method().name()));
    methods.forEach((pattern, names) -> Methods.only(router, pattern, String.join(", ", names)));
  }

  /** All of them, in the order they were added. */
  public List<ManageRoute> all() {
    return List.copyOf(all);
  }

  private RequestContext admit(RoutingContext context, RequiredAccess requiredAccess, Sites sites) {
    if (requiredAccess == RequiredAccess.OPEN) {
      return new RequestContext(context, Optional.empty(), List.of());
    }
    Caller caller = authenticator.of(context).orElseThrow(ManageRoutes::nobody);
    if (requiredAccess == RequiredAccess.ADMINISTER && !caller.administers()) {
      throw forbidden("Only administrators may do this.");
    }
    var role = requiredAccess.role();
    if (role == null) {
      return new RequestContext(context, Optional.of(caller), List.of());
    }
    var visible = sites.apply(context).stream().filter(VisibleSites.to(caller)).toList();
    if (visible.isEmpty()) {
      throw Problem.notFound("There is nothing of that name that you may see.").asException();
    }
    if (!visible.stream().allMatch(site -> caller.allows(role, site))) {
      throw forbidden("You may see this and not change it.");
    }
    return new RequestContext(context, Optional.of(caller), visible);
  }

  /** A 403. */
  public static RuntimeException forbidden(String detail) {
    return Problem.of(403, "forbidden", "Not allowed", detail).asException();
  }

  private static RuntimeException nobody() {
    return Problem.of(401, "not-signed-in", "Not signed in", "Sign in, or send a key.")
        .asException();
  }

  /** What managers see is nobody else's: no cache keeps it. */
  private static void neverKept(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    context.next();
  }
}
