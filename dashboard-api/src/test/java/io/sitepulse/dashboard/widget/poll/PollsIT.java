package io.sitepulse.dashboard.widget.poll;

import static io.sitepulse.dashboard.widget.poll.PollsTester.VOTE;
import static io.sitepulse.dashboard.widget.poll.PollsTester.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.SetAside;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests public polls over HTTP, as JSON and as event streams. */
class PollsIT {
  private final DashboardTester pulse = PollsTester.start();

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void aPollHasItsTallyPhaseAndAssurance() throws Exception {
    var body = new JsonObject(pulse.get("/api/polls/open").body());
    assertThat(body.getLong("participants")).isEqualTo(459);
    assertThat(body.getString("assurance")).isEqualTo("survey");
    assertThat(body.getString("phase")).isEqualTo("open");
    assertThat(body.getBoolean("resultsVisible")).isTrue();
    assertThat(body.getBoolean("voted")).isFalse();
    var rich = body.getJsonArray("options").getJsonObject(2);
    assertThat(rich.getString("id")).isEqualTo("rich");
    assertThat(rich.getLong("ballots")).isZero();
  }

  @Test
  void hiddenResultsAreNotInTheResponse() throws Exception {
    for (String poll : new String[] {"once", "secret"}) {
      var answer = pulse.get("/api/polls/" + poll).body();
      assertThat(new JsonObject(answer).getBoolean("resultsVisible")).isFalse();
      assertThat(answer).doesNotContain("participants").doesNotContain("ballots");
    }
  }

  @Test
  void draftsAndUnknownPollsAreAnswered404() throws Exception {
    assertThat(pulse.get("/api/polls/draft").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/api/polls/nothing").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/api/polls/draft/live").statusCode()).isEqualTo(404);
    assertThat(pulse.vote("draft", VOTE).statusCode()).isEqualTo(404);
  }

  @Test
  void aReceiptShowsTheResultsAndPreventsASecondVote() throws Exception {
    String receipt = new JsonObject(pulse.vote("once", VOTE).body()).getString("receipt");
    var poll = new JsonObject(pulse.get("/api/polls/once?receipt=" + receipt).body());
    assertThat(poll.getBoolean("voted")).isTrue();
    assertThat(poll.getLong("participants")).isEqualTo(459);
    var again = pulse.vote("once", VOTE, "Sitepulse-Receipt", receipt);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(reason(again)).isEqualTo("already-voted");
    var byCookie = pulse.get("/api/polls/once", "Cookie", "sitepulse_voted_once=" + receipt);
    assertThat(new JsonObject(byCookie.body()).getBoolean("resultsVisible")).isTrue();
    assertThat(byCookie.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
  }

  @Test
  void aReceiptOfAnotherPollShowsNothing() throws Exception {
    String receipt = new JsonObject(pulse.vote("open", VOTE).body()).getString("receipt");
    var poll = new JsonObject(pulse.get("/api/polls/once?receipt=" + receipt).body());
    assertThat(poll.getBoolean("voted")).isFalse();
  }

  @Test
  void aStreamSendsTheChangedTally() throws Exception {
    try (var reader = pulse.live("/api/polls/open/live")) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.last().getLong("participants")).isEqualTo(459);
      pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 460L), 460));
      await().until(() -> reader.last().getLong("participants") == 460);
      assertThat(reader.lines).contains("event: poll");
    }
  }

  @Test
  void aStreamSendsTheOpeningWithoutAnEvent() throws Exception {
    try (var reader = pulse.live("/api/polls/later/live")) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.last().getString("phase")).isEqualTo("scheduled");
      pulse.clock.set(Instant.parse("2099-01-02T00:00:00Z"));
      await().until(() -> reader.last().getString("phase").equals("open"));
    }
  }

  @Test
  void aStreamSendsHiddenResultsToVotersOnly() throws Exception {
    String receipt = new JsonObject(pulse.vote("once", VOTE).body()).getString("receipt");
    try (var stranger = pulse.live("/api/polls/once/live");
        var voter = pulse.live("/api/polls/once/live?receipt=" + receipt)) {
      await().until(() -> !stranger.events.isEmpty() && !voter.events.isEmpty());
      assertThat(stranger.last().containsKey("participants")).isFalse();
      assertThat(voter.last().getLong("participants")).isEqualTo(459);
    }
  }

  @Test
  void theIdOfAnEventDoesNotTellOfBallotsOfAHiddenResult() throws Exception {
    for (String poll : List.of("secret", "once")) {
      String before = idOfFirstEvent(poll);
      pulse.tallies.put(
          poll,
          new PollTally(
              PollTally.VERSION,
              poll,
              Instant.parse("2026-11-22T05:00:00Z"),
              new TreeMap<>(Map.of("useful", 460L)),
              460,
              new VoteLedger(460, 460, 0, 0, Map.of())));
      assertThat(idOfFirstEvent(poll)).as(poll).isEqualTo(before);
    }
    assertThat(idOfFirstEvent("open")).isNotEqualTo(idOfFirstEvent("secret"));
  }

  private String idOfFirstEvent(String poll) throws Exception {
    try (var reader = pulse.live("/api/polls/" + poll + "/live")) {
      await().until(() -> !reader.events.isEmpty());
      return reader.lines.stream().filter(line -> line.startsWith("id:")).findFirst().orElseThrow();
    }
  }

  @Test
  void thePollsOfAnArchivedSiteAreClosed() throws Exception {
    try (var reader = pulse.live("/api/polls/open/live")) {
      await().until(() -> !reader.events.isEmpty());
      assertThat(reader.last().getString("phase")).isEqualTo("open");
      pulse.sites.put("demo", Samples.site("demo").toBuilder().archived(true).build());
      await().until(() -> reader.last().getString("phase").equals("closed"));
      PollsTester.refused(pulse.vote("open", VOTE), 409, "closed");
      assertThat(pulse.get("/embed/poll?poll=open&lang=en").body()).contains("Closed.");
    }
  }

  @Test
  void theResultTellsThatVotesAreSetAside() throws Exception {
    assertThat(new JsonObject(pulse.get("/api/polls/open").body()).getBoolean("setAside"))
        .isFalse();
    var time =
        new SetAside("t", Instant.EPOCH, Instant.EPOCH.plusMillis(1), "?", "An", Instant.EPOCH);
    for (String poll : List.of("open", "secret")) {
      Poll known = pulse.polls.get(poll).orElseThrow();
      pulse.polls.put(poll, known.toBuilder().setAside(List.of(time)).build());
      assertThat(new JsonObject(pulse.get("/api/polls/" + poll).body()).getBoolean("setAside"))
          .isEqualTo(poll.equals("open"));
    }
    assertThat(pulse.get("/embed/poll?poll=open").body()).contains("Một số phiếu đã bị loại.");
    assertThat(pulse.get("/embed/poll?poll=secret").body()).doesNotContain("bị loại");
    assertThat(note("open")).isEqualTo("Some votes are set aside.");
    assertThat(note("secret")).isNull();
  }

  @Test
  void theResultTellsOfLabelsThatWereChanged() throws Exception {
    Poll known = pulse.polls.get("open").orElseThrow();
    var options = new ArrayList<>(known.options());
    String first = options.get(0).label();
    options.set(0, options.get(0).relabelled("Vô ích"));
    pulse.polls.put("open", known.toBuilder().options(options).build());
    assertThat(note("open")).isEqualTo("“Vô ích” was “" + first + "” before.");
    assertThat(pulse.get("/embed/poll?poll=open&lang=en").body()).contains(note("open"));
  }

  private @Nullable String note(String poll) throws Exception {
    var note = new JsonObject(pulse.get("/api/polls/" + poll).body()).getJsonObject("note");
    return note == null ? null : note.getString("en");
  }

  @Test
  void aStreamEndsWhenItsPollIsRemoved() throws Exception {
    try (var reader = pulse.live("/api/polls/open/live")) {
      await().until(() -> !reader.events.isEmpty());
      pulse.polls.remove("open");
      await().until(reader::ended);
    }
  }
}
