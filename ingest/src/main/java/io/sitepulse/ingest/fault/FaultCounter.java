package io.sitepulse.ingest.fault;

import io.sitepulse.contract.event.CollectorFaults;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the refused events of each site and day since the start of this collector, and notes the
 * versions of the scripts that send accepted ones. Thread-safe.
 *
 * <p>Its memory is bounded whatever clients send: {@value #ORIGINS} origins for each site and day,
 * {@value #SCRIPTS} versions, {@value #UNKNOWN_SITES} unregistered site ids for each day, and some
 * days.
 */
public final class FaultCounter {
  /** Largest number of origins, or of proxies, that are told apart for a site and day. */
  static final int ORIGINS = 100;

  /** Largest number of unregistered site ids that are told apart on a day. */
  static final int UNKNOWN_SITES = 100;

  /** Largest number of script versions that are told apart for a site and day. */
  static final int SCRIPTS = 8;

  /** Days for which unwritten numbers are kept while Kafka does not respond. */
  static final int DAYS_KEPT = 3;

  private static final Pattern ORIGIN =
      Pattern.compile("null|[a-z][a-z0-9+.-]{0,20}://[a-z0-9._:\\[\\]-]{1,260}");

  private final String collector;
  private final Function<String, @Nullable Site> sites;
  private final Map<Key, Numbers> numbers = new HashMap<>();
  private final Map<LocalDate, Integer> unknownSites = new HashMap<>();

  /** What is counted together. */
  private record Key(@Nullable String site, LocalDate day) {}

  /**
   * Creates a counter.
   *
   * @param collector id of this run of the collector
   * @param sites finds a registered site, archived or not
   */
  public FaultCounter(String collector, Function<String, @Nullable Site> sites) {
    this.collector = collector;
    this.sites = sites;
  }

  /**
   * Counts a refused event.
   *
   * @param site site id as sent
   * @param reason its first fault
   * @param origin the {@code Origin} header
   */
  public synchronized void refused(
      @Nullable String site, Reason reason, @Nullable String origin, Instant received) {
    numbersOf(site, received).add(reason, normalized(origin));
  }

  /**
   * Notes the script that sent a request with accepted events.
   *
   * @param site id of a registered site
   * @param version as sent, {@link CollectorFaults#NO_VERSION} if the page sent none
   */
  public synchronized void accepted(String site, String version, Instant received) {
    numbersOf(site, received).addScript(version);
  }

  /** Counts a request through a proxy that is not trusted. */
  public synchronized void untrustedProxy(String peer, Instant received) {
    numbersOf(null, received).addProxy(peer);
  }

  /**
   * The numbers that have changed since they were written last. Forgets days that are over and
   * written.
   */
  public synchronized List<CollectorFaults> unwritten(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    numbers.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue(), today));
    unknownSites.keySet().removeIf(day -> day.isBefore(today.minusDays(1)));
    return numbers.entrySet().stream()
        .filter(entry -> !entry.getValue().isWritten())
        .map(entry -> entry.getValue().snapshot(entry.getKey(), collector, now))
        .toList();
  }

  /** Notes that Kafka has acknowledged a record. */
  public synchronized void written(CollectorFaults record) {
    Numbers written = numbers.get(new Key(record.site(), record.day()));
    if (written != null) {
      written.written = Math.max(written.written, record.total());
    }
  }

  /** Somewhere on Earth it is still the day before the UTC date. */
  private static boolean isOver(Key key, Numbers numbers, LocalDate today) {
    return key.day().isBefore(today.minusDays(numbers.isWritten() ? 1 : DAYS_KEPT));
  }

  private Numbers numbersOf(@Nullable String sent, Instant received) {
    Site site = sent == null ? null : sites.apply(sent);
    LocalDate day = received.atZone(site == null ? Site.DEFAULT_ZONE : site.zone()).toLocalDate();
    var key = new Key(site == null ? null : site.id(), day);
    if (site == null && sent != null && Site.isId(sent)) {
      key = unregistered(sent, day);
    }
    return numbers.computeIfAbsent(key, none -> new Numbers());
  }

  private Key unregistered(String sent, LocalDate day) {
    var key = new Key(sent, day);
    if (!numbers.containsKey(key)) {
      int known = unknownSites.getOrDefault(day, 0);
      if (known >= UNKNOWN_SITES) {
        return new Key(null, day);
      }
      unknownSites.put(day, known + 1);
    }
    return key;
  }

  private static String normalized(@Nullable String origin) {
    if (origin == null) {
      return CollectorFaults.NO_ORIGIN;
    }
    String lower = origin.toLowerCase(Locale.ROOT);
    return ORIGIN.matcher(lower).matches() ? lower : CollectorFaults.OTHER;
  }

  /** Numbers of one site and day. Guarded by the counter. */
  private static final class Numbers {
    private final Map<Reason, Map<String, Long>> refused = new EnumMap<>(Reason.class);
    private final Map<String, Long> proxies = new HashMap<>();
    private final Set<String> origins = new HashSet<>();
    private final Map<String, Long> scripts = new HashMap<>();
    private long total;

    /** The total that should be written. */
    private long due;

    private long written;

    void add(Reason reason, String origin) {
      boolean counted =
          origin.equals(CollectorFaults.NO_ORIGIN)
              || origins.contains(origin)
              || (origins.size() < ORIGINS && origins.add(origin));
      refused
          .computeIfAbsent(reason, none -> new HashMap<>())
          .merge(counted ? origin : CollectorFaults.OTHER, 1L, Long::sum);
      due = ++total;
    }

    /**
     * The number of each version is written when it has doubled, so that a page view costs no
     * record.
     */
    void addScript(String version) {
      boolean counted = scripts.containsKey(version) || scripts.size() < SCRIPTS;
      long requests = scripts.merge(counted ? version : CollectorFaults.OTHER, 1L, Long::sum);
      total++;
      if (Long.bitCount(requests) == 1) {
        due = total;
      }
    }

    void addProxy(String peer) {
      boolean counted = proxies.containsKey(peer) || proxies.size() < ORIGINS;
      proxies.merge(counted ? peer : CollectorFaults.OTHER, 1L, Long::sum);
      due = ++total;
    }

    boolean isWritten() {
      return written >= due;
    }

    CollectorFaults snapshot(Key key, String collector, Instant now) {
      return new CollectorFaults(
          CollectorFaults.VERSION,
          key.site(),
          key.day(),
          collector,
          now,
          refused,
          proxies,
          scripts);
    }
  }
}
