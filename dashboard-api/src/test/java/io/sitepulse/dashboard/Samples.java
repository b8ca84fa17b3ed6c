package io.sitepulse.dashboard;

import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.SiteCounters;
import io.sitepulse.contract.poll.Option;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.PollTally;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.poll.VoteLedger;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sample sites, counters and polls. */
public final class Samples {
  /** 2026-11-21 23:59:00 in Vietnam. */
  public static final Instant MINUTE_TO_MIDNIGHT = Instant.parse("2026-11-21T16:59:00Z");

  public static final LocalDate DAY = LocalDate.parse("2026-11-21");

  private Samples() {}

  public static Site site(String id, String... origins) {
    return Site.builder()
        .id(id)
        .name("Cổng <mẫu>")
        .origins(List.of(origins))
        .baseline(new Baseline(1_000, 676_000, 300, DAY, "old", "test"))
        .build();
  }

  public static SiteCounters counters(String site, long online, long visits, Instant asOf) {
    return SiteCounters.none(site)
        .exchange(DAY, DaySums.ZERO, new DaySums(visits * 2, visits, visits, 0), asOf)
        .withOnline(online, asOf);
  }

  public static Poll poll(String id, Visibility visibility, boolean changeable) {
    return poll(id, visibility, changeable, null, null, false);
  }

  public static Poll poll(
      String id,
      Visibility visibility,
      boolean changeable,
      @Nullable Instant opens,
      @Nullable Instant closes,
      boolean draft) {
    var options =
        List.of(
            new Option("useful", "Hữu ích"),
            new Option("easy", "Dễ sử dụng"),
            new Option("rich", "Phong phú <đa dạng>"));
    return Poll.builder()
        .id(id)
        .site("demo")
        .question("Theo bạn?")
        .options(options)
        .maxChoices(2)
        .changeable(changeable)
        .opens(opens)
        .closes(closes)
        .draft(draft)
        .visibility(visibility)
        .build();
  }

  public static PollTally tally(String poll, Map<String, Long> ballots, long participants) {
    return new PollTally(
        1,
        poll,
        Instant.parse("2026-11-21T10:00:00Z"),
        new TreeMap<>(ballots),
        participants,
        new VoteLedger(participants, participants, 0, 0, Map.of()));
  }
}
