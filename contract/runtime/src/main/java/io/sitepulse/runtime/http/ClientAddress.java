package io.sitepulse.runtime.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Determines the address of a client behind trusted proxies: the right-most address of the
 * connection and {@code X-Forwarded-For} that is not a trusted proxy. Addresses to the left of it
 * come from the client and are not trusted.
 */
public final class ClientAddress {
  /** The networks of this machine. */
  public static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<IPAddress> trusted;

  /**
   * Parses the networks.
   *
   * @param trustedProxies networks in CIDR notation
   * @throws IllegalArgumentException if one cannot be read
   */
  public ClientAddress(List<String> trustedProxies) {
    this.trusted = trustedProxies.stream().map(ClientAddress::network).toList();
  }

  /** The client's address in canonical form. */
  public String of(HttpServerRequest request) {
    return of(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR));
  }

  /** Tells if the connection comes from a trusted proxy, so that its headers can be trusted. */
  public boolean isTrusted(HttpServerRequest request) {
    IPAddress peer = parse(request.remoteAddress().hostAddress());
    return peer != null && isTrusted(peer);
  }

  String of(String peer, List<String> forwarded) {
    IPAddress client = parse(peer);
    if (client == null) {
      return peer;
    }
    var hops = String.join(",", forwarded).split(",", -1);
    for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
      IPAddress hop = parse(hops[i].trim());
      if (hop == null) {
        break; // Addresses to the left cannot be trusted.
      }
      client = hop;
    }
    return client.toCanonicalString();
  }

  private boolean isTrusted(IPAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static @Nullable IPAddress parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    IPAddress address = new IPAddressString(text).getAddress();
    if (address == null || address.isMultiple()) {
      return null;
    }
    var v6 = address.toIPv6();
    // ::ffff:10.0.0.1 and 10.0.0.1 are the same client.
    return address.isIPv6() && v6.isIPv4Mapped() ? v6.getEmbeddedIPv4Address() : address;
  }

  private static IPAddress network(String cidr) {
    IPAddress network = new IPAddressString(cidr).getAddress();
    if (network == null) {
      throw new IllegalArgumentException("not a network: " + cidr);
    }
    return network.toPrefixBlock();
  }
}
