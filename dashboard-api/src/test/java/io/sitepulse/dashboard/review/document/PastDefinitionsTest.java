package io.sitepulse.dashboard.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.note.DayNote;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Predecessor;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.FakeSources;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.manage.ManageSources;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastDefinitionsTest extends FakeSources {
  private static final LocalDate DAY = LocalDate.parse("2026-06-30");
  private static final Instant BEFORE = Instant.parse("2026-06-30T16:59:59Z");
  private static final Instant LATER = Instant.parse("2026-06-30T17:00:00Z");
  private static final List<Predecessor> OLD =
      List.of(new Predecessor("old", LocalDate.parse("2026-03-01"), "An"));

  private final List<Change> changes = new ArrayList<>();

  @Test
  void aMergerThatWasEnteredLaterDoesNotCount() {
    site("new", OLD);
    site("old", List.of());
    change(BEFORE, "site.register", "new", null, null);
    change(LATER, "site.merge", "new", merged(List.of()), merged(OLD));
    assertThat(taken("new")).isEmpty();
  }

  @Test
  void aMergerThatWasRevertedLaterCounts() {
    site("new", List.of());
    site("old", List.of());
    change(BEFORE, "site.merge", "new", merged(List.of()), merged(OLD));
    change(LATER, "site.part", "new", merged(OLD), merged(List.of()));
    assertThat(taken("new")).isEqualTo(OLD);
  }

  @Test
  void aMergerOfSitesThatWereBroughtInLaterCountsAsItWasFirstEntered() {
    var moved = List.of(new Predecessor("old", LocalDate.parse("2026-04-01"), "An"));
    site("new", moved);
    site("old", List.of());
    change(LATER, "site.register", "new", null, null);
    change(LATER, "site.register", "old", null, null);
    change(LATER, "site.merge", "new", merged(List.of()), merged(OLD));
    change(LATER, "site.merge", "new", merged(OLD), merged(moved));
    assertThat(taken("new")).isEqualTo(OLD);
  }

  @Test
  void aNewSiteDoesNotTakeOverASiteThatWasKnown() {
    site("new", OLD);
    site("old", List.of());
    change(BEFORE, "site.register", "old", null, null);
    change(LATER, "site.register", "new", null, null);
    change(LATER, "site.merge", "new", merged(List.of()), merged(OLD));
    assertThat(taken("new")).isEmpty();
  }

  @Test
  void aPollHasTheTextsOfItsDay() {
    Poll before = Samples.poll("p", Visibility.ALWAYS, true);
    Poll after = before.toBuilder().question("Hỏi lại?").closes(LATER).build();
    Poll last = after.toBuilder().question("Hỏi nữa?").build();
    polls.put("p", last);
    change(BEFORE, "poll.create", "p", null, state(before));
    change(LATER, "poll.update", "p", state(before), state(after));
    change(LATER, "poll.update", "p", state(after), state(last));
    assertThat(then().polls().get("p")).contains(before);
  }

  @Test
  void aPollThatWasCreatedLaterIsLeftOut() {
    Poll poll = Samples.poll("p", Visibility.ALWAYS, true);
    polls.put("p", poll);
    change(LATER, "poll.create", "p", null, state(poll));
    assertThat(then().polls().get("p")).isEmpty();
  }

  @Test
  void aPollsDayEndsInTheZoneOfItsSite() {
    site("demo", List.of());
    Poll before = Samples.poll("p", Visibility.ALWAYS, true);
    Poll after = before.toBuilder().question("Hỏi lại?").build();
    polls.put("p", after);
    sites.put(
        "demo", Site.builder().id("demo").name("Demo").zone(ZoneId.of("Europe/Berlin")).build());
    change(LATER, "poll.update", "p", state(before), state(after));
    assertThat(then().polls().get("p")).contains(after);
  }

  @Test
  void notesAreThoseOfTheDayAndLaterOnesWithTheirDay() {
    DayNote changed = note("changed", "Cúp điện");
    DayNote removed = note("removed", "Mất mạng");
    notes.put("changed", note("changed", "Sửa"));
    notes.put("added", note("added", "Ghi sau"));
    change(BEFORE, "note.create", "changed", null, state(changed));
    change(LATER, "note.update", "changed", state(changed), state(note("changed", "Sửa")));
    change(LATER, "note.remove", "removed", state(removed), null);
    change(LATER, "note.create", "added", null, state(note("added", "Ghi trước")));
    assertThat(then().notes().all())
        .containsExactlyInAnyOrder(changed, removed, note("added", "Ghi sau"));
    assertThat(past().notesEnteredLater())
        .isEqualTo(Map.of("added", LocalDate.parse("2026-07-01")));
  }

  private static DayNote note(String id, String text) {
    return new DayNote(DayNote.VERSION, id, Scope.ALL, DAY, DAY, text, "An");
  }

  private ManageSources then() {
    return past().sources(Scope.ALL);
  }

  private PastDefinitions past() {
    return PastDefinitions.of(management(Jdbi.create("jdbc:none:")), DAY, changes);
  }

  private List<Predecessor> taken(String site) {
    return then().sites().get(site).orElseThrow().predecessors();
  }

  private void site(String id, List<Predecessor> predecessors) {
    sites.put(id, Site.builder().id(id).name(id).predecessors(predecessors).build());
  }

  private void change(
      Instant at,
      String action,
      String subject,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    changes.add(
        Change.builder()
            .id(UUID.randomUUID())
            .at(at)
            .by("an", "An")
            .action(action)
            .subject(subject)
            .before(before)
            .after(after)
            .build());
  }

  private static Map<String, @Nullable Object> merged(List<Predecessor> predecessors) {
    return state(Map.of("name", "x", "predecessors", predecessors));
  }

  private static Map<String, @Nullable Object> state(Object definition) {
    return Json.MAPPER.convertValue(definition, new TypeReference<>() {});
  }
}
