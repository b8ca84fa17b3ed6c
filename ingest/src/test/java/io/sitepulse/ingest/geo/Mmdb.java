package io.sitepulse.ingest.geo;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the smallest MMDB files: a binary tree of networks with records of 24 bits, a data section
 * of one entry for each, such as {@code {"country": {"iso_code": "VN"}}}, and the metadata. Format:
 * MaxMind DB 2.0.
 */
final class Mmdb {
  private static final int IPV4_BITS = 96;
  private static final int SEPARATOR = 16;
  private static final int EMPTY = -1;

  private final List<int[]> nodes = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private Mmdb() {
    nodes.add(new int[] {EMPTY, EMPTY});
  }

  /** Writes a file with networks and their countries. */
  static byte[] of(Map<String, String> countries) {
    var mmdb = new Mmdb();
    countries.forEach(
        (cidr, country) -> mmdb.add(cidr, Map.of("country", Map.of("iso_code", country))));
    return mmdb.bytes();
  }

  /** Writes a file with one network and its entry, whose values are texts and maps. */
  static byte[] of(String cidr, Map<String, ?> entry) {
    var mmdb = new Mmdb();
    mmdb.add(cidr, entry);
    return mmdb.bytes();
  }

  private void add(String cidr, Map<String, ?> entry) {
    IPAddress network = new IPAddressString(cidr).getAddress();
    byte[] address = network.getLower().getBytes();
    int skipped = network.isIPv4() ? IPV4_BITS : 0;
    int length = skipped + network.getNetworkPrefixLength();
    int node = 0;
    for (int i = 0; i < length - 1; i++) {
      int bit = i < skipped ? 0 : bit(address, i - skipped);
      if (nodes.get(node)[bit] == EMPTY) {
        nodes.add(new int[] {EMPTY, EMPTY});
        nodes.get(node)[bit] = nodes.size() - 1;
      }
      node = nodes.get(node)[bit];
    }
    // Below -1: an offset in the data section.
    nodes.get(node)[bit(address, length - 1 - skipped)] = -2 - data.size();
    value(data, entry);
  }

  private static void value(ByteArrayOutputStream to, Object value) {
    if (value instanceof Map<?, ?> map) {
      map(to, map.size());
      map.forEach(
          (key, inner) -> {
            text(to, (String) key);
            value(to, inner);
          });
    } else {
      text(to, (String) value);
    }
  }

  private static int bit(byte[] address, int index) {
    return address[index / 8] >> (7 - index % 8) & 1;
  }

  private byte[] bytes() {
    var file = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int record : node) {
        int value = record == EMPTY ? nodes.size() : record;
        number(file, record < EMPTY ? nodes.size() + SEPARATOR - 2 - record : value, 3);
      }
    }
    file.writeBytes(new byte[SEPARATOR]);
    file.writeBytes(data.toByteArray());
    file.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
    file.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
    metadata(file);
    return file.toByteArray();
  }

  private void metadata(ByteArrayOutputStream file) {
    map(file, 9);
    entry(file, "binary_format_major_version", 5, 2);
    entry(file, "binary_format_minor_version", 5, 0);
    entry(file, "ip_version", 5, 6);
    entry(file, "record_size", 5, 24);
    entry(file, "node_count", 6, nodes.size());
    text(file, "build_epoch");
    file.write(4); // extended type, 4 bytes …
    file.write(9 - 7); // … an unsigned number of 64 bits
    number(file, 1_790_000_000, 4);
    text(file, "database_type");
    text(file, "Test-Country");
    text(file, "description");
    map(file, 0);
    text(file, "languages");
    file.write(0);
    file.write(11 - 7); // an empty array
  }

  private static void entry(ByteArrayOutputStream to, String key, int type, int value) {
    text(to, key);
    to.write(type << 5 | 2);
    number(to, value, 2);
  }

  private static void map(ByteArrayOutputStream to, int entries) {
    to.write(7 << 5 | entries);
  }

  private static void text(ByteArrayOutputStream to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Sizes of 29 and more are 29 in the control byte and the rest in a byte of its own.
    to.write(2 << 5 | Math.min(29, bytes.length));
    if (bytes.length >= 29) {
      to.write(bytes.length - 29);
    }
    to.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream to, int value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      to.write(value >> (8 * i));
    }
  }
}
