package io.sitepulse.local.replay;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.sitepulse.local.replay.log.ClientColumn;
import io.sitepulse.local.replay.log.LogLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The client of a request, as far as a log identifies it.
 *
 * @param address IP address in canonical form
 * @param agent user agent as it can be sent in a header, empty if there was none
 */
record Visitor(String address, String agent) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final String DOCUMENTATION_PREFIX = "20010db8";

  /** Longest user agent. Servers take 8 KiB for all headers together. */
  private static final int AGENT_LENGTH = 2_048;

  static Visitor of(LogLine line) {
    return new Visitor(addressOf(ClientColumn.address(line.host())), header(line.agent()));
  }

  private static String header(String agent) {
    String text = CONTROL.matcher(agent).replaceAll(" ").strip();
    return text.length() > AGENT_LENGTH ? text.substring(0, AGENT_LENGTH).strip() : text;
  }

  /** Substitutes an address of the documentation range for a host name that the server wrote. */
  private static String addressOf(String host) {
    IPAddress address = new IPAddressString(host).getAddress();
    if (address == null || address.isMultiple()) {
      return standIn(host);
    }
    boolean mapped = address.isIPv6() && address.toIPv6().isIPv4Mapped();
    IPAddress shown = mapped ? address.toIPv6().getEmbeddedIPv4Address() : address;
    return shown.withoutPrefixLength().toCanonicalString();
  }

  private static String standIn(String name) {
    byte[] digest = sha256(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1));
    byte[] address =
        ByteBuffer.allocate(16)
            .put(HexFormat.of().parseHex(DOCUMENTATION_PREFIX))
            .put(digest, 0, 12)
            .array();
    return new inet.ipaddr.ipv6.IPv6Address(address).toCanonicalString();
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
