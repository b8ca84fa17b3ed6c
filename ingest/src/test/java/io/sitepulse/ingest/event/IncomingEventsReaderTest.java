package io.sitepulse.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sitepulse.contract.event.EventKind;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.runtime.http.Problem;
import io.sitepulse.runtime.http.Problem.Fault;
import io.sitepulse.runtime.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingEventsReaderTest {
  private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

  @Test
  void everyFieldOfAnEventIsRead() {
    var event =
        only(
            "{'id':'"
                + ID
                + "','kind':'heartbeat','site':'demo','page':'/a','title':'T',"
                + "'referrer':'https://x.vn/','language':'vi','view':'"
                + ID
                + "',"
                + "'engagedMs':5,'ageMs':7,'anonymous':true}");

    assertThat(event)
        .isEqualTo(
            IncomingEvent.builder()
                .id(UUID.fromString(ID))
                .kind(EventKind.HEARTBEAT)
                .site("demo")
                .page("/a")
                .title("T")
                .referrer("https://x.vn/")
                .language("vi")
                .view(UUID.fromString(ID))
                .engagedMs(5)
                .ageMs(7)
                .anonymous(true)
                .build());
  }

  @Test
  void anEventIsAViewByDefault() {
    assertThat(only("{'site':'demo','page':'/'}").kind()).isEqualTo(EventKind.VIEW);
  }

  @Test
  void ignoresUnknownFields() {
    var event = only("{'x':{'y':[1,{'z':2}]},'site':'demo','page':'/','v':3}");

    assertThat(event.site()).isEqualTo("demo");
    assertThat(event.faults()).isEmpty();
  }

  @Test
  void treatsNullAsAnAbsentField() {
    var event = only("{'id':null,'kind':null,'title':null,'ageMs':null,'anonymous':null}");

    assertThat(event.faults()).isEmpty();
  }

  @Test
  void eventsOfAnArrayHaveTheirIndex() {
    var events = read("[{'page':'/a'},{'page':'/b'}]");

    assertThat(events).extracting(IncomingEvent::index).containsExactly(0, 1);
    assertThat(events).extracting(IncomingEvent::page).containsExactly("/a", "/b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'1-1-1-1-1'} | id",
        "{'id':17} | id",
        "{'kind':'click'} | kind",
        "{'site':['demo']} | site",
        "{'page':{'a':1}} | page",
        "{'ageMs':99999999999999999999999999} | ageMs",
        "{'ageMs':'5'} | ageMs",
        "[7] | event",
      })
  void aFieldOfTheWrongTypeIsAFaultOfItsEventOnly(String json, String field) {
    var faults = read(json).get(0).faults();

    assertThat(faults).extracting(Fault::field).containsExactly(field);
    assertThat(faults).extracting(Fault::reason).containsExactly(Reason.INVALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'title':5} | title",
        "{'referrer':['https://x.vn']} | referrer",
        "{'language':{'a':'vi'}} | language",
        "{'view':'1-1-1-1-1'} | view",
        "{'view':7} | view",
        "{'engagedMs':'5'} | engagedMs",
        "{'engagedMs':1e300} | engagedMs",
        "{'anonymous':'yes'} | anonymous",
      })
  void aSideFieldOfTheWrongTypeIsDropped(String json, String field) {
    var event = only(json);

    assertThat(event.faults()).isEmpty();
    assertThat(event.dropped()).containsExactly(field);
  }

  @Test
  void cutsFractionsOfMilliseconds() {
    assertThat(only("{'engagedMs':1999.7}").engagedMs()).isEqualTo(1999);
    assertThat(only("{'ageMs':0.4}").ageMs()).isZero();
  }

  @Test
  void anUnclearWishForAnonymityIsRespected() {
    assertThat(only("{'anonymous':'yes'}").anonymous()).isTrue();
    assertThat(only("{'anonymous':1}").anonymous()).isTrue();
    assertThat(only("{'anonymous':null}").anonymous()).isFalse();
  }

  @Test
  void reportsThePositionOfInvalidJsonWithoutQuotingIt() {
    var problem = refusal("{'site':'demo',\n'secret' oops}");

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains("not valid JSON", "line 2", "column");
    assertThat(problem.detail()).doesNotContain("oops", "secret");
  }

  @Test
  void aFieldThatOccursTwiceIsRefused() {
    assertThat(refusal("{'site':'a','site':'b'}").detail()).contains("a field occurs twice");
  }

  @Test
  void refusesTextAfterTheEvent() {
    assertThat(refusal("{'site':'a'} {}").detail()).contains("more than one value");
  }

  @Test
  void anEmptyBodyAndAnEmptyArrayAreRefused() {
    assertThat(refusal("").detail()).isEqualTo("The body is empty.");
    assertThat(refusal("[]").detail()).isEqualTo("The array has no event.");
  }

  @Test
  void acceptsUpTo500Events() {
    String five = "[" + String.join(",", Collections.nCopies(500, "{}")) + "]";

    assertThat(read(five)).hasSize(500);
    assertThat(refusal(five.replace("]", ",{}]")).detail()).contains("at most 500");
  }

  private static IncomingEvent only(String json) {
    return read(json).get(0);
  }

  private static List<IncomingEvent> read(String json) {
    return IncomingEventsReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Problem refusal(String json) {
    return catchThrowableOfType(ProblemException.class, () -> read(json)).problem();
  }
}
