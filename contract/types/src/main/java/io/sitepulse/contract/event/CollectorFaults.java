package io.sitepulse.contract.event;

import io.sitepulse.contract.site.Site;
import io.sitepulse.contract.validation.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a collector noted on a day for a site: the events that it refused, and the
 * versions of the scripts that sent accepted ones. The value of {@code collector-faults}. The
 * numbers only grow, so a later record of the same key replaces an earlier one, and writing a
 * record twice changes nothing.
 *
 * @param v schema version, 1
 * @param site site id as sent, of a site that may not be registered. Null for events without a
 *     usable site id, and for all ids above the limit of the collector.
 * @param day the site's local day of the receipt
 * @param collector id of the run, new at each start of a collector
 * @param asOf instant of the numbers
 * @param refused events by their first fault, and by the origin of the page: {@link #NO_ORIGIN},
 *     {@link #OTHER} or an origin in lower case
 * @param untrustedProxies requests by the address of a peer that looks like a proxy and is not
 *     trusted. Only where {@code site} is null.
 * @param scripts requests with accepted events by the version of the script that sent them: {@link
 *     #NO_VERSION}, {@link #OTHER} or a version. Records from before this field have none.
 */
public record CollectorFaults(
    int v,
    @Nullable String site,
    LocalDate day,
    String collector,
    Instant asOf,
    Map<Reason, Map<String, Long>> refused,
    Map<String, Long> untrustedProxies,
    Map<String, Long> scripts) {
  public static final int VERSION = 1;

  /** Stands for requests without an {@code Origin} header. */
  public static final String NO_ORIGIN = "";

  /** Stands for pages whose script sends no version. */
  public static final String NO_VERSION = "";

  /** Stands for all origins addresses or versions above the limit, and for unreadable ones. */
  public static final String OTHER = "*";

  @SuppressWarnings("NullAway") // Jackson hands over null for what a record leaves out.
  public CollectorFaults {
    if (site != null) {
      Site.checkId(site);
    }
    Require.present(day, "day");
    Require.text(collector, 64, "collector");
    Require.present(asOf, "asOf");
    var copy = new EnumMap<Reason, Map<String, Long>>(Reason.class);
    if (refused != null) {
      refused.forEach((reason, origins) -> copy.put(reason, sorted(origins)));
    }
    refused = Collections.unmodifiableMap(copy);
    untrustedProxies = untrustedProxies == null ? Map.of() : sorted(untrustedProxies);
    scripts = scripts == null ? Map.of() : sorted(scripts);
  }

  /** The key of the record: site, day and run. */
  public String recordKey() {
    return (site == null ? "" : site) + '|' + day + '|' + collector;
  }

  /** All that was counted. It grows with each record of a key. */
  public long total() {
    long events = refused.values().stream().mapToLong(CollectorFaults::sum).sum();
    return events + sum(untrustedProxies) + sum(scripts);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> sorted(Map<String, Long> counts) {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }
}
