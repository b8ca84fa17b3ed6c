package io.sitepulse.ingest.event;

import static io.sitepulse.ingest.event.EventFixtures.NOON;
import static io.sitepulse.ingest.event.EventFixtures.SITES;
import static io.sitepulse.ingest.event.EventFixtures.sender;
import static io.sitepulse.ingest.event.EventFixtures.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.event.Agent;
import io.sitepulse.contract.event.PageView;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.ingest.event.EventValidator.Judgement;
import io.sitepulse.runtime.http.Problem.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventValidatorTest {
  @Test
  void acceptsAValidEvent() {
    var draft = draft("{'site':'demo','page':'https://demo.gov.vn/tin?id=7&utm=x#top'}");

    assertThat(draft.page()).isEqualTo("/tin?id=7");
    assertThat(draft.at()).isEqualTo(NOON);
    assertThat(draft.received()).isEqualTo(NOON);
    assertThat(draft.language()).isEqualTo("vi");
    assertThat(draft.id()).isNotNull();
  }

  @Test
  void theDayIsTheLocalDayOfTheSite() {
    assertThat(draft("{'site':'demo','page':'/'}").day()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(draft("{'site':'open','page':'/'}").day()).isEqualTo(LocalDate.of(2026, 11, 21));
    long elevenHours = Duration.ofHours(11).toMillis();
    assertThat(draft("{'site':'open','page':'/','ageMs':" + elevenHours + "}").day())
        .isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(draft("{'site':'demo','page':'/','ageMs':" + elevenHours + "}").day())
        .isEqualTo(LocalDate.of(2026, 11, 21));
  }

  @Test
  void acceptsAnAgeOfADayAndRefusesAMillisecondMore() {
    assertThat(draft("{'site':'demo','page':'/','ageMs':86400000}").at())
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
        "{'site':'demo','page':'/','language':'vi_VN!'} | language | INVALID",
        "{'site':'demo','page':'/','engagedMs':86400001} | engagedMs | INVALID",
        "{'site':'demo','page':'/','engagedMs':-1} | engagedMs | INVALID",
        "{'site':'demo','page':'/','ageMs':-1} | ageMs | INVALID",
        "{'site':4,'page':'/'} | site | INVALID",
      })
  void aFaultHasItsFieldAndReason(String json, String field, Reason reason) {
    assertThat(fault(json).field()).isEqualTo(field);
    assertThat(fault(json).reason()).isEqualTo(reason);
  }

  @Test
  void pagesAndTitlesHaveTheirLimits() {
    String longest = "/" + "a".repeat(1023);

    assertThat(draft("{'site':'demo','page':'" + longest + "'}").page()).hasSize(1024);
    assertThat(fault("{'site':'demo','page':'" + longest + "a'}").detail()).contains("1024");
    assertThat(fault("{'site':'demo','page':'/','title':'" + "t".repeat(301) + "'}").detail())
        .contains("300");
  }

  @Test
  void cutsALongReferrer() {
    var draft =
        draft("{'site':'demo','page':'/','referrer':'https://x.vn/" + "r".repeat(600) + "'}");

    assertThat(draft.referrer()).hasSize(512).startsWith("x.vn/rrr");
  }

  @Test
  void reportsAllFaultsOfAnEventTogether() {
    var judgement = judge("{'site':'other','kind':'x','ageMs':-1}", null);

    assertThat(judgement.faults())
        .extracting(Fault::field)
        .containsExactlyInAnyOrder("kind", "site", "page", "ageMs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://demo.gov.vn", "HTTPS://DEMO.gov.vn"})
  void aSiteAllowsItsOwnOrigins(String origin) {
    assertThat(judge("{'site':'demo','page':'/'}", origin).draft()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://demo.gov.vn", ""})
  void aSiteWithOriginsRefusesOthers(String origin) {
    assertThat(judge("{'site':'demo','page':'/'}", origin).faults())
        .extracting(Fault::reason)
        .containsExactly(Reason.ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://anywhere.example", "null"})
  void aSiteWithoutOriginsAllowsAllOrigins(String origin) {
    assertThat(judge("{'site':'open','page':'/'}", origin).draft()).isNotNull();
  }

  @Test
  void anEventCanBeAnonymous() {
    assertThat(isAnonymous(judge("{'site':'demo','page':'/','anonymous':true}", null))).isTrue();
    var gpc = new ClientInfo("203.0.113.7", "Firefox", null, null, true, NOON);
    var judgement = EventValidator.judge(sent("{'site':'demo','page':'/'}"), gpc, SITES);
    assertThat(isAnonymous(judgement)).isTrue();
  }

  @Test
  void anEventThatIsNotAnObjectHasOneFault() {
    var judgement = judge("[null]", null);

    assertThat(judgement.faults()).extracting(Fault::field).containsExactly("event");
  }

  private static PageView draft(String json) {
    return Objects.requireNonNull(judge(json, null).draft()).enrich(null, Agent.UNKNOWN, null);
  }

  private static Fault fault(String json) {
    var faults = judge(json, null).faults();
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private static boolean isAnonymous(Judgement judgement) {
    return Objects.requireNonNull(judgement.draft()).anonymous();
  }

  private static Judgement judge(String json, @Nullable String origin) {
    return EventValidator.judge(sent(json), sender(origin), SITES);
  }
}
