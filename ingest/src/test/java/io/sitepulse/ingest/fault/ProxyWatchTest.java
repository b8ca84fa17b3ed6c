package io.sitepulse.ingest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.runtime.http.ClientAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProxyWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  private static final String PROXY = "10.0.0.7";

  private final FaultCounter counter = new FaultCounter("run", id -> null);
  private final AtomicInteger metric = new AtomicInteger();
  private final ProxyWatch watch =
      new ProxyWatch(new ClientAddress(List.of()), counter, metric::incrementAndGet);

  @Test
  void manyAgentsFromOnePeerAreAProxy() {
    agents(PROXY, ProxyWatch.AGENTS - 1, NOON);
    assertThat(told()).isEmpty();

    watch.seen(PROXY, "the last agent", NOON);
    watch.seen(PROXY, "the last agent", NOON);

    assertThat(told()).isEqualTo(Map.of(PROXY, 2L));
    assertThat(metric).hasValue(2);
  }

  @Test
  void oneAgentThatSendsMuchIsNoProxy() {
    for (int i = 0; i < 10 * ProxyWatch.AGENTS; i++) {
      watch.seen(PROXY, "Firefox", NOON);
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void theAgentsMustComeWithinTheWindow() {
    agents(PROXY, ProxyWatch.AGENTS - 1, NOON);
    watch.seen(PROXY, "the last agent", NOON.plus(ProxyWatch.WINDOW).plus(Duration.ofSeconds(1)));

    assertThat(told()).isEmpty();
  }

  @Test
  void aClockThatIsSetBackBeginsANewWindow() {
    agents(PROXY, ProxyWatch.AGENTS - 1, NOON);
    watch.seen(PROXY, "the last agent", NOON.minus(ProxyWatch.WINDOW));

    assertThat(told()).isEmpty();
  }

  @Test
  void watchesABoundedNumberOfPeers() {
    for (int i = 0; i < ProxyWatch.PEERS; i++) {
      watch.seen("2001:db8::" + Integer.toHexString(i), "Firefox", NOON);
    }
    agents(PROXY, ProxyWatch.AGENTS, NOON);
    assertThat(told()).isEmpty();

    agents(PROXY, ProxyWatch.AGENTS, NOON.plus(ProxyWatch.WINDOW));
    assertThat(told()).containsOnlyKeys(PROXY);
  }

  private void agents(String peer, int count, Instant at) {
    for (int i = 0; i < count; i++) {
      watch.seen(peer, "agent " + i, at);
    }
  }

  private Map<String, Long> told() {
    return counter.unwritten(NOON).stream()
        .findFirst()
        .map(faults -> faults.untrustedProxies())
        .orElse(Map.of());
  }
}
