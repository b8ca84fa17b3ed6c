package io.sitepulse.local.demo;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One simulated visitor's stay: pages with time to read between, heartbeats on long ones, perhaps a
 * vote, and away.
 *
 * <pre>
 * page ─ reads ─▶ heartbeat ─ reads on ─▶ … ─▶ next page ─▶ … ─▶ gone
 * </pre>
 */
final class SimulatedVisit {
  private static final List<String> ENTRIES =
      List.of(
          "https://www.google.com.vn/", "https://coccoc.com/search", "https://m.facebook.com/", "");

  /** Tags of links in an app, on a poster and in a newsletter, none of which send a referrer. */
  private static final List<String> TAGS =
      List.of(
          "?utm_source=zalo&utm_medium=oa&utm_campaign=Ngày hội chuyển đổi số",
          "?utm_source=poster&utm_medium=qr&utm_campaign=Lấy ý kiến người dân",
          "?utm_source=newsletter&utm_medium=email&utm_campaign=Lấy ý kiến người dân");

  private static final double BY_TAGGED_LINK = 0.1;
  private static final List<String> CHOICES = List.of("useful", "useful", "useful", "easy", "rich");
  private static final String POLL = "website-content";
  private static final long HEARTBEAT_MILLIS = 60_000;
  private static final double MEAN_READING_MILLIS = 14_000;
  private static final long LEAST_READING_MILLIS = 2_000;
  private static final long BOT_READING_MILLIS = 1_500;
  private static final double GOES_ON = 0.75;
  private static final double VOTES = 0.05;

  private final Person person;
  private final PublicApi api;
  private final RandomGenerator random;
  private DemoPage page = DemoPage.ALL.get(0);
  private UUID view = UUID.randomUUID();
  private long reading;
  private long unsaid;

  SimulatedVisit(Person person, PublicApi api, RandomGenerator random) {
    this.person = person;
    this.api = api;
    this.random = random;
  }

  /** Opens the first page. Returns the milliseconds until the next step. */
  long come() {
    if (random.nextDouble() < BY_TAGGED_LINK) {
      open(anyPage(), TAGS.get(random.nextInt(TAGS.size())), "");
    } else {
      open(anyPage(), "", ENTRIES.get(random.nextInt(ENTRIES.size())));
    }
    return awhile(readingTime());
  }

  /**
   * Takes the next step. Returns the milliseconds until the one after it, or -1 at the end of the
   * visit.
   */
  long step() {
    if (!person.bot()) {
      api.heartbeat(person, view, page, unsaid).onFailure(e -> {});
    }
    if (reading > 0) {
      return awhile(reading);
    }
    if (random.nextDouble() > GOES_ON) {
      return -1;
    }
    if (!person.bot() && random.nextDouble() < VOTES) {
      api.vote(person, POLL, CHOICES.get(random.nextInt(CHOICES.size()))).onFailure(e -> {});
    }
    open(anyPage(), "", "https://demo.example" + page.path());
    return awhile(readingTime());
  }

  private void open(DemoPage next, String query, String referrer) {
    page = next;
    view = UUID.randomUUID();
    api.view(person, view, page, query, referrer).onFailure(e -> {});
  }

  /** Reads until the next heartbeat and remembers the reading time that is left. */
  private long awhile(long toRead) {
    unsaid = Math.min(toRead, HEARTBEAT_MILLIS);
    reading = toRead - unsaid;
    return unsaid;
  }

  private long readingTime() {
    if (person.bot()) {
      return BOT_READING_MILLIS;
    }
    double exponential = -Math.log(1 - random.nextDouble()) * MEAN_READING_MILLIS;
    return LEAST_READING_MILLIS + (long) exponential;
  }

  /** Half of the steps lead to the front pages, as on any portal. */
  private DemoPage anyPage() {
    int known = random.nextBoolean() ? 3 : DemoPage.ALL.size() - 1;
    return DemoPage.ALL.get(random.nextInt(known));
  }
}
