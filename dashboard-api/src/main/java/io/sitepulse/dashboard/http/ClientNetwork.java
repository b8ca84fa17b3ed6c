package io.sitepulse.dashboard.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;

/**
 * A network that a client address is in, for rate limits. A provider hands out whole IPv6 networks:
 * a device has a /64, a customer a /56 or a /48. So an IPv6 client is in three networks, and a
 * limit of the /64 alone would be none for someone who has a /48, which is 65,536 of them.
 *
 * @param text the network in canonical form
 */
public record ClientNetwork(Size size, String text) {
  private static final int PREFIX_V4 = 24;

  /** Size of a network, the largest first. */
  public enum Size {
    /** The /48 of an IPv6 address. */
    ORGANIZATION(48),
    /** The /56 of an IPv6 address. */
    CUSTOMER(56),
    /** The /64 of an IPv6 address or the /24 of an IPv4 address. */
    SUBNET(64);

    private final int prefix;

    Size(int prefix) {
      this.prefix = prefix;
    }
  }

  /**
   * Returns the networks of an address, the largest first, so that a client whose large network has
   * no permits left creates no further buckets. A text that is no address is a network of its own.
   */
  public static List<ClientNetwork> of(String client) {
    IPAddress address = new IPAddressString(client).getAddress();
    if (address == null) {
      return List.of(new ClientNetwork(Size.SUBNET, client));
    }
    if (address.isIPv4()) {
      return List.of(network(Size.SUBNET, address, PREFIX_V4));
    }
    return List.of(
        network(Size.ORGANIZATION, address, Size.ORGANIZATION.prefix),
        network(Size.CUSTOMER, address, Size.CUSTOMER.prefix),
        network(Size.SUBNET, address, Size.SUBNET.prefix));
  }

  private static ClientNetwork network(Size size, IPAddress address, int prefix) {
    return new ClientNetwork(size, address.toPrefixBlock(prefix).toCanonicalString());
  }
}
