package io.sitepulse.local.demo;

import io.sitepulse.runtime.http.ClientAddress;
import io.sitepulse.runtime.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /demo/visitors}: reads the number of simulated visitors. From this machine only, it can be
 * changed.
 */
public final class CrowdRoutes {
  private static final String PATH = "/demo/visitors";

  private final Supplier<@Nullable Crowd> crowd;
  private final ClientAddress addresses = new ClientAddress(List.of());

  /** The crowd comes after the routes, because it needs the open port. */
  public CrowdRoutes(Supplier<@Nullable Crowd> crowd) {
    this.crowd = crowd;
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get(PATH).setName(PATH).handler(this::tell);
    router.post(PATH).setName(PATH).handler(this::change);
  }

  private void tell(RoutingContext context) {
    Crowd visitors = present();
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.json(
        new JsonObject().put("visitors", visitors.wanted()).put("running", visitors.present()));
  }

  private void change(RoutingContext context) {
    if (!isFromHere(context)) {
      throw Problem.of(403, "not-here", "Not allowed", "Only from this machine.").asException();
    }
    try {
      present().resize(Integer.parseInt(context.queryParams().get("n")));
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "invalid", "The request is not valid", "n must be 0 to " + Crowd.LIMIT)
          .asException();
    }
    tell(context);
  }

  /** A page of another host that is open in a browser here must not do it either. */
  private boolean isFromHere(RoutingContext context) {
    String site = context.request().getHeader("Sec-Fetch-Site");
    String address = addresses.of(context.request());
    boolean loopback = address.startsWith("127.") || address.equals("::1");
    return loopback && (site == null || site.equals("same-origin"));
  }

  private Crowd present() {
    Crowd visitors = crowd.get();
    if (visitors == null) {
      throw Problem.unavailable("The demo is starting.").asException();
    }
    return visitors;
  }
}
