package io.sitepulse.dashboard.admin.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.dashboard.admin.poll.VoteSeries.Part;
import io.sitepulse.dashboard.admin.poll.VoteSeries.VotePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoteSeriesTest {
  private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration LENGTH = Duration.ofMinutes(5);

  @Test
  void gapsHaveNoBallots() {
    var series = VoteSeries.of(List.of(part(0, 7, 4), part(3, 1, 1), part(4, 2, 1)));
    assertThat(series.minutes()).isEqualTo(5);
    assertThat(series.points())
        .containsExactly(
            point(0, 7, 4), point(1, 0, 0), point(2, 0, 0), point(3, 1, 1), point(4, 2, 1));
  }

  @Test
  void aPollWithoutBallotsHasNoPoints() {
    assertThat(VoteSeries.of(List.of())).isEqualTo(new VoteSeries(1, List.of()));
  }

  @Test
  void theLongestPartsCoverACentury() {
    long longest = VoteSeries.LENGTHS.get(VoteSeries.LENGTHS.size() - 1);
    assertThat(Duration.ofMinutes(longest * VoteSeries.MAX_POINTS).toDays())
        .isGreaterThan(100 * 365);
    assertThat(VoteSeries.LENGTHS).isSorted();
  }

  private static Part part(int number, long votes, long peak) {
    return new Part(LENGTH, point(number, votes, peak));
  }

  private static VotePoint point(int number, long votes, long peak) {
    return new VotePoint(BEGIN.plus(LENGTH.multipliedBy(number)), votes, peak);
  }
}
