package io.sitepulse.dashboard.sse;

import io.sitepulse.dashboard.http.ClientNetwork;
import io.sitepulse.dashboard.http.ClientNetwork.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the number of open event streams of one network, so that one client cannot take the places
 * of all others. An IPv6 client is in three networks and needs a place in each, see {@link
 * ClientNetwork}. Only networks with open streams are kept, in memory. Thread-safe.
 */
final class StreamsPerNetwork {
  /** Times the limit of a subnet that a larger network has, as in {@code nginx.conf}. */
  private static final Map<Size, Integer> SHARES =
      Map.of(Size.SUBNET, 1, Size.CUSTOMER, 2, Size.ORGANIZATION, 4);

  private final int perSubnet;
  private final Map<ClientNetwork, Integer> open = new ConcurrentHashMap<>();

  /**
   * Creates the limit.
   *
   * @param perSubnet open streams of one subnet
   */
  StreamsPerNetwork(int perSubnet) {
    this.perSubnet = perSubnet;
  }

  /** Takes a place in each network of a client, or none. Returns whether it was taken. */
  boolean tryAcquire(String client) {
    List<ClientNetwork> taken = new ArrayList<>();
    for (ClientNetwork network : ClientNetwork.of(client)) {
      taken.add(network);
      long limit = (long) perSubnet * Objects.requireNonNull(SHARES.get(network.size()));
      if (open.merge(network, 1, Integer::sum) > limit) {
        taken.forEach(this::release);
        return false;
      }
    }
    return true;
  }

  /** Gives back the places of a client. */
  void release(String client) {
    ClientNetwork.of(client).forEach(this::release);
  }

  /** Number of networks that have an open stream. */
  int networks() {
    return open.size();
  }

  private void release(ClientNetwork network) {
    open.computeIfPresent(network, (key, streams) -> streams == 1 ? null : streams - 1);
  }
}
