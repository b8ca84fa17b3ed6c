package io.sitepulse.local.doctor;

import java.util.List;

/**
 * The proxies whose headers a process believes.
 *
 * @param setting name of the setting
 */
record TrustedProxies(String setting, List<String> networks) {
  private static final int WIDE_V4 = 8;
  private static final int WIDE_V6 = 32;

  Finding judge() {
    List<String> wide = networks.stream().filter(TrustedProxies::isWide).toList();
    return wide.isEmpty()
        ? Finding.ok(setting, networks.isEmpty() ? "none" : String.join(", ", networks))
        : Finding.fault(
            setting,
            String.join(", ", wide) + " lets strangers choose their address",
            "name the addresses of your proxies only");
  }

  private static boolean isWide(String network) {
    int slash = network.indexOf('/');
    if (slash < 0) {
      return false;
    }
    int bits = Integer.parseInt(network.substring(slash + 1).strip());
    return bits < (network.indexOf(':') < 0 ? WIDE_V4 : WIDE_V6);
  }
}
