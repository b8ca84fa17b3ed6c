package io.sitepulse.runtime.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Determines the address of a client behind trusted proxies: the right-most address of the
 * connection and {@code X-Forwarded-For}, or {@code Forwarded} (RFC 7239) where the other is
 * absent, that is not a trusted proxy. Addresses to the left of it come from the client and are not
 * trusted. Ports and brackets are removed, as some proxies send {@code 203.0.113.7:49152}.
 */
public final class ClientAddress {
  /** The networks of this machine. */
  public static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED = "Forwarded";

  private static final int LONGEST_IPV4 = "255.255.255.255".length();

  /** An address with a port, or in brackets with or without one. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[([^]]*)]|([0-9.]+))(?::[0-9A-Za-z._-]*)?");

  /** The node of a {@code for} parameter, in quotes if it has a colon. */
  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for=(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE);

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
    List<String> hops = request.headers().getAll(FORWARDED_FOR);
    return of(
        request.remoteAddress().hostAddress(),
        hops.isEmpty() ? nodes(request.headers().getAll(FORWARDED)) : hops);
  }

  /**
   * The network that stands for a client: the /64 of an IPv6 address, because a device takes new
   * addresses in its /64 all the time (RFC 8981), or the IPv4 address itself.
   *
   * @param address address in canonical form
   */
  public static String networkOf(String address) {
    IPAddress parsed = address.indexOf(':') < 0 ? null : new IPAddressString(address).getAddress();
    return parsed == null || !parsed.isIPv6()
        ? address
        : parsed.toPrefixBlock(64).toCanonicalString();
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

  /** The nodes of {@code Forwarded} headers in their order. One without an address is empty. */
  static List<String> nodes(List<String> forwarded) {
    return forwarded.stream()
        .flatMap(header -> Stream.of(header.split(",", -1)))
        .map(
            element -> {
              Matcher node = FOR.matcher(element);
              return !node.find() ? "" : node.group(1) == null ? node.group(2) : node.group(1);
            })
        .toList();
  }

  private boolean isTrusted(IPAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static @Nullable IPAddress parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    IPAddress plain = plainIpv4(text);
    if (plain != null) {
      return plain;
    }
    Matcher port = WITH_PORT.matcher(text);
    String bare = !port.matches() ? text : port.group(1) == null ? port.group(2) : port.group(1);
    IPAddress address = new IPAddressString(bare).getAddress();
    if (address == null || address.isMultiple()) {
      return null;
    }
    var v6 = address.toIPv6();
    // ::ffff:10.0.0.1 and 10.0.0.1 are the same client.
    return address.isIPv6() && v6.isIPv4Mapped() ? v6.getEmbeddedIPv4Address() : address;
  }

  /**
   * Reads four decimal numbers without leading zeros, which is what nearly all requests come with.
   * The general parser also reads octal numbers, ranges and names, and costs ten times as much.
   */
  private static @Nullable IPAddress plainIpv4(String text) {
    if (text.length() > LONGEST_IPV4) {
      return null;
    }
    int bits = 0;
    int dots = 0;
    int number = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && (digits == 0 || number > 0)) {
        number = 10 * number + c - '0';
        digits++;
        if (number > 0xFF) {
          return null;
        }
      } else if (c == '.' && digits > 0 && ++dots <= 3) {
        bits = bits << 8 | number;
        number = 0;
        digits = 0;
      } else {
        return null;
      }
    }
    return dots == 3 && digits > 0 ? new IPv4Address(bits << 8 | number) : null;
  }

  private static IPAddress network(String cidr) {
    IPAddress network = new IPAddressString(cidr).getAddress();
    if (network == null) {
      throw new IllegalArgumentException("not a network: " + cidr);
    }
    return network.toPrefixBlock();
  }
}
