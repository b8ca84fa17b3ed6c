package io.sitepulse.local;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.sitepulse.runtime.http.ClientAddress;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Keeps health and metrics for the operator: the instance has one port for all, which may be
 * public. Clients of other networks are answered 404, as if there were no such routes.
 */
final class OperatorAccess implements Handler<RoutingContext> {
  private static final int NOT_FOUND = 404;

  private final ClientAddress clients;
  private final List<IPAddress> networks;

  /**
   * Creates it.
   *
   * @param clients finds the client behind trusted proxies
   * @param networks networks of operators, in CIDR notation
   * @throws IllegalArgumentException if one cannot be read
   */
  OperatorAccess(ClientAddress clients, List<String> networks) {
    this.clients = clients;
    this.networks = networks.stream().map(OperatorAccess::network).toList();
  }

  /** Adds it before the routes that it keeps. */
  void mount(Router router) {
    router.route("/metrics").handler(this);
    router.route("/health/*").handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    IPAddress client = new IPAddressString(clients.of(context.request())).getAddress();
    if (client == null || networks.stream().noneMatch(network -> network.contains(client))) {
      context.fail(NOT_FOUND);
    } else {
      context.next();
    }
  }

  private static IPAddress network(String text) {
    IPAddress network = new IPAddressString(text).getAddress();
    if (network == null) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    return network.isPrefixed() ? network.toPrefixBlock() : network;
  }
}
