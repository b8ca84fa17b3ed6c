package io.sitepulse.dashboard.manage;

import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.http.Methods;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Registers the routes under {@code /api/manage}, each with the access it requires. No handler runs
 * without it.
 *
 * <pre>
 * request ─▶ authenticated? ─no─▶ 401
 *                 │yes
 *                 ▼
 *            body read
 *                 │
 *                 ▼
 *            a visible site? ─no─▶ 404
 *                 │yes
 *                 ▼
 *            role for all visible sites? ─no─▶ 403
 *                 │yes
 *                 ▼
 *              handler
 * </pre>
 */
public final class ManageRoutes {
  /** Path prefix of all routes. */
  public static final String ROOT = "/api/manage";

  private static final int BODY_LIMIT = 1 << 20;

  /** Limit for callers who are not signed in. A login, a password and a code are short. */
  private static final int OPEN_BODY_LIMIT = 16 << 10;

  private static final String CALLER = "sitepulse.caller";

  private final Router router;
  private final Authenticator authenticator;
  private final List<Route> all = new ArrayList<>();

  /**
   * A registered route.
   *
   * @param pattern path in Vert.x syntax, e.g. {@code /api/manage/sites/:site}
   */
  public record Route(HttpMethod method, String pattern, RequiredAccess requiredAccess) {}

  /** Returns the sites that a request is about, or an empty list if none of them exists. */
  public interface Sites extends Function<RoutingContext, List<Site>> {
    /** For routes that are not about certain sites. */
    Sites NONE = context -> List.of();
  }

  /** Handles a request whose caller has the required access. */
  public interface ManageHandler {
    void handle(RequestContext requestContext);
  }

  public ManageRoutes(Router router, Authenticator authenticator) {
    this.router = router;
    this.authenticator = authenticator;
    router.route(ROOT + "/*").handler(ManageRoutes::preventCaching);
  }

  /** Adds a route that is not about certain sites. */
  public void add(
      HttpMethod method, String path, RequiredAccess requiredAccess, ManageHandler handler) {
    add(method, path, requiredAccess, Sites.NONE, handler);
  }

  /**
   * Adds a route.
   *
   * @param path below {@link #ROOT}, starting with a slash
   * @param requiredAccess {@link RequiredAccess#VIEW} and {@link RequiredAccess#EDIT} apply to the
   *     sites that {@code sites} returns
   * @param sites looks up the sites of a request before the handler runs
   */
  public void add(
      HttpMethod method,
      String path,
      RequiredAccess requiredAccess,
      Sites sites,
      ManageHandler handler) {
    String pattern = ROOT + path;
    all.add(new Route(method, pattern, requiredAccess));
    var route = router.route(method, pattern).setName(pattern);
    boolean open = requiredAccess == RequiredAccess.OPEN;
    if (!open) {
      // A security policy, because Vert.x runs those before the body is read.
      route.handler((SecurityPolicyHandler) this::authenticate);
    }
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.DELETE)) {
      route.handler(BodyHandler.create(false).setBodyLimit(open ? OPEN_BODY_LIMIT : BODY_LIMIT));
    }
    route.handler(context -> handler.handle(authorize(context, requiredAccess, sites)));
  }

  /** Answers other methods with 405 and {@code Allow}. Call once, after all routes are added. */
  public void close() {
    Map<String, TreeSet<String>> methods = new LinkedHashMap<>();
    all.forEach(
        route ->
            methods
                .computeIfAbsent(route.pattern(), pattern -> new TreeSet<>())
                .add(route.method().name()));
    methods.forEach((pattern, names) -> Methods.only(router, pattern, String.join(", ", names)));
  }

  /** Returns all routes in the order in which they were added. */
  public List<Route> all() {
    return List.copyOf(all);
  }

  private void authenticate(RoutingContext context) {
    Caller caller =
        authenticator.authenticate(context).orElseThrow(AccessProblems::unauthenticated);
    context.put(CALLER, caller);
    context.next();
  }

  private static RequestContext authorize(
      RoutingContext context, RequiredAccess requiredAccess, Sites sites) {
    if (requiredAccess == RequiredAccess.OPEN) {
      return new RequestContext(context, Optional.empty(), List.of());
    }
    Caller caller = Objects.requireNonNull(context.get(CALLER));
    if (requiredAccess == RequiredAccess.ADMINISTER && !caller.administers()) {
      throw AccessProblems.forbidden("Only administrators may do this.");
    }
    var role = requiredAccess.role();
    if (role == null) {
      return new RequestContext(context, Optional.of(caller), List.of());
    }
    var visible =
        sites.apply(context).stream().filter(site -> caller.allows(Role.VIEWER, site)).toList();
    if (visible.isEmpty()) {
      throw AccessProblems.notFound("site");
    }
    if (!visible.stream().allMatch(site -> caller.allows(role, site))) {
      throw AccessProblems.forbidden("You have read-only access.");
    }
    return new RequestContext(context, Optional.of(caller), visible);
  }

  /** Prevents caching, because responses depend on the caller. */
  private static void preventCaching(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-store");
    context.next();
  }
}
