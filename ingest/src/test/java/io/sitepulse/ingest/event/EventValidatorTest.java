package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;
import static io.sitepulse.ingest.event.EventFixtures.sender;
import static io.sitepulse.ingest.event.EventFixtures.sent;
import static io.sitepulse.ingest.event.EventFixtures.validator;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.http.Problem.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventValidatorTest {
  private final Tally metrics = new Tally();

  @Test
  void acceptsAValidEvent() {
    var event = valid("{'site':'demo','page':'https://demo.gov.vn/tin?id=7&utm=x#top'}");

    assertThat(event.page()).isEqualTo("/tin?id=7");
    assertThat(event.at()).isEqualTo(NOON);
    assertThat(event.received()).isEqualTo(NOON);
    assertThat(event.language()).isEqualTo("vi");
    assertThat(event.id()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "one-slash, /a/, /a",
    "one-slash, /a, /a",
    "one-slash, /, /",
    "one-slash, https://a.vn/tin-t%E1%BB%A9c/?utm_source=x, /tin-tức",
    "one-slash, /a/b//, /a/b",
    "open, /a/, /a/",
    "open, /a, /a",
  })
  void theSlashAtTheEndMakesAnotherPageUnlessTheSiteIgnoresIt(
      String site, String sent, String page) {
    assertThat(valid("{'site':'" + site + "','page':'" + sent + "'}").page()).isEqualTo(page);
  }

  @Test
  void theDayIsTheLocalDayOfTheSite() {
    assertThat(valid("{'site':'demo','page':'/'}").day()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(valid("{'site':'open','page':'/'}").day()).isEqualTo(LocalDate.of(2026, 11, 21));
    long elevenHours = Duration.ofHours(11).toMillis();
    assertThat(valid("{'site':'open','page':'/','ageMs':" + elevenHours + "}").day())
        .isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(valid("{'site':'demo','page':'/','ageMs':" + elevenHours + "}").day())
        .isEqualTo(LocalDate.of(2026, 11, 21));
  }

  @Test
  void acceptsAnAgeOfADayAndRefusesAMillisecondMore() {
    assertThat(valid("{'site':'demo','page':'/','ageMs':86400000}").at())
        .isEqualTo(NOON.minus(Duration.ofDays(1)));
    assertThat(fault("{'site':'demo','page':'/','ageMs':86400001}"))
        .isEqualTo(new Fault(null, "ageMs", Reason.TOO_OLD, "must be at most 86400000 (24 hours)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'page':'/'} | site | INVALID",
        "{'site':'other','page':'/'} | site | UNKNOWN_SITE",
        "{'site':'demo'} | page | INVALID",
        "{'site':'demo','page':''} | page | INVALID",
        "{'site':'demo','page':'tin-tuc'} | page | INVALID",
        "{'site':'demo','page':'javascript:alert(1)'} | page | INVALID",
        "{'site':4,'page':'/'} | site | INVALID",
      })
  void aFaultHasItsFieldAndReason(String json, String field, Reason reason) {
    assertThat(fault(json).field()).isEqualTo(field);
    assertThat(fault(json).reason()).isEqualTo(reason);
  }

  @Test
  void cutsLongTexts() {
    String longest = "/" + "a".repeat(1023);
    var event =
        valid(
            "{'site':'demo','page':'"
                + longest
                + "a','title':'"
                + "Quyết định ".repeat(40)
                + "','referrer':'https://x.vn/"
                + "r".repeat(600)
                + "'}");

    assertThat(event.page()).isEqualTo(longest);
    assertThat(event.title()).hasSize(300).startsWith("Quyết định");
    assertThat(event.referrer()).hasSize(512).startsWith("x.vn/rrr");
    assertThat(metrics.adjusted).containsExactlyInAnyOrder("page", "title", "referrer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'site':'demo','page':'/','language':'en-US@posix'} | language",
        "{'site':'demo','page':'/','language':'vi_VN!'} | language",
        "{'site':'demo','page':'/','engagedMs':86400001} | engagedMs",
        "{'site':'demo','page':'/','engagedMs':-1} | engagedMs",
        "{'site':'demo','page':'/','ageMs':-1} | ageMs",
        "{'site':'demo','page':'/','view':'none'} | view",
        "{'site':'demo','page':'/','title':7} | title",
        "{'site':'demo','page':'/','referrer':'not an address'} | referrer",
      })
  void aSideFieldNeverCostsTheView(String json, String adjusted) {
    assertThat(faults(json, null)).isEmpty();
    assertThat(metrics.adjusted).containsExactly(adjusted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tin?utm_source=zalo&utm_campaign=x | | zalo",
        "/tin?fbclid=1 | | facebook",
        "/tin?fbclid=1 | https://bao.vn/a | bao.vn/a",
        "/tin?utm_source=zalo | android-app://com.facebook.katana | com.facebook.katana",
        "/tin?utm_source=bandroll | | ",
        "/tin?utm_source=zalo | https://www.demo.gov.vn/ | ",
        "/tin | https://demo.gov.vn/a | ",
        "/tin | http://www.DEMO.gov.vn. | ",
      })
  void theSourceIsTheReferrerOrElseNamedByATag(
      String page, @Nullable String referrer, @Nullable String kept) {
    String field = referrer == null ? "" : ",'referrer':'" + referrer + "'";
    var event =
        validate(
            "{'site':'demo','page':'" + page + "'" + field + "}",
            "https://demo.gov.vn",
            new ArrayList<>());

    PageView view = Objects.requireNonNull(event).enrich(null, Agent.UNKNOWN, null);
    assertThat(view.referrer()).isEqualTo(kept);
    assertThat(view.page()).isEqualTo("/tin");
    assertThat(metrics.adjusted).isEmpty();
  }

  @Test
  void aLongTagIsCutAndCounted() {
    var event = valid("{'site':'demo','page':'/?utm_campaign=" + "ế".repeat(200) + "'}");

    assertThat(Objects.requireNonNull(event.campaign()).name()).isEqualTo("ế".repeat(150));
    assertThat(metrics.adjusted).containsExactly("campaign");
    assertThat(valid("{'site':'demo','page':'/?id=7'}").campaign()).isNull();
  }

  @Test
  void anUnknownLanguageIsThatOfTheRequest() {
    assertThat(valid("{'site':'demo','page':'/','language':'C'}").language()).isEqualTo("vi");
    assertThat(valid("{'site':'demo','page':'/','language':'en_us'}").language())
        .isEqualTo("en-US");
  }

  @Test
  void timesOutsideTheirRangeAreMovedIntoIt() {
    var event = valid("{'site':'demo','page':'/','engagedMs':-5,'ageMs':-5}");

    assertThat(event.engagedMs()).isZero();
    assertThat(event.at()).isEqualTo(NOON);
    assertThat(valid("{'site':'demo','page':'/','engagedMs':86400001}").engagedMs())
        .isEqualTo(PageView.ENGAGED_LIMIT_MS);
  }

  @Test
  void reportsAllFaultsOfAnEventTogether() {
    assertThat(faults("{'site':'other','kind':'x','ageMs':86400001}", null))
        .extracting(Fault::field)
        .containsExactlyInAnyOrder("kind", "site", "page", "ageMs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://demo.gov.vn", "HTTPS://DEMO.gov.vn", "http://www.demo.gov.vn"})
  void aSiteAllowsItsOwnOrigins(String origin) {
    assertThat(faults("{'site':'demo','page':'/'}", origin)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://demo.gov.vn:8080", ""})
  void aSiteWithOriginsRefusesOthers(String origin) {
    assertThat(faults("{'site':'demo','page':'/'}", origin))
        .extracting(Fault::reason)
        .containsExactly(Reason.ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://anywhere.example", "null"})
  void aSiteWithoutOriginsAllowsAllOrigins(String origin) {
    assertThat(faults("{'site':'open','page':'/'}", origin)).isEmpty();
  }

  @Test
  void anEventCanBeAnonymous() {
    var faults = new ArrayList<Fault>();
    var asked = validate("{'site':'demo','page':'/','anonymous':true}", null, faults);
    var gpc = new ClientInfo("203.0.113.7", "Firefox", null, null, null, true, NOON);
    var byHeader = validator(metrics).validate(sent("{'site':'demo','page':'/'}"), gpc, faults);

    assertThat(Objects.requireNonNull(asked).anonymous()).isTrue();
    assertThat(Objects.requireNonNull(byHeader).anonymous()).isTrue();
  }

  @Test
  void anEventThatIsNotAnObjectHasOneFault() {
    assertThat(faults("[null]", null)).extracting(Fault::field).containsExactly("event");
  }

  private PageView valid(String json) {
    var event = validate(json, null, new ArrayList<>());
    return Objects.requireNonNull(event).enrich(null, Agent.UNKNOWN, null);
  }

  private Fault fault(String json) {
    var faults = faults(json, null);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private List<Fault> faults(String json, @Nullable String origin) {
    var faults = new ArrayList<Fault>();
    boolean refused = validate(json, origin, faults) == null;
    assertThat(refused).isEqualTo(!faults.isEmpty());
    return faults;
  }

  private @Nullable UnenrichedEvent validate(
      String json, @Nullable String origin, List<Fault> faults) {
    IncomingEvent sent = sent(json);
    faults.addAll(sent.faults());
    return validator(metrics).validate(sent, sender(origin), faults);
  }
}
