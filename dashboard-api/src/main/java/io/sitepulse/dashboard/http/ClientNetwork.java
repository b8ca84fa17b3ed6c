package io.sitepulse.dashboard.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/** The network of a client address, for rate limits: the block that one household or office has. */
public final class ClientNetwork {
  private static final int PREFIX_V4 = 24;
  private static final int PREFIX_V6 = 56;

  private ClientNetwork() {}

  /**
   * Returns the /24 of an IPv4 address or the /56 of an IPv6 address in canonical form, and any
   * other text unchanged.
   */
  public static String of(String client) {
    IPAddress address = new IPAddressString(client).getAddress();
    if (address == null) {
      return client;
    }
    return address.toPrefixBlock(address.isIPv4() ? PREFIX_V4 : PREFIX_V6).toCanonicalString();
  }
}
