package io.sitepulse.dashboard.review.issued;

import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.review.IssuedReview.Inputs;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.NumberFormat;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.dashboard.review.document.ReviewData.PollResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the polls and baselines of a review as texts that can be compared later. */
final class InputTexts {
  private final Language language;

  private InputTexts(Language language) {
    this.language = language;
  }

  static Inputs of(ReviewData data) {
    var texts = new InputTexts(data.occasion().language());
    var polls = new HashMap<String, String>();
    data.polls().forEach(result -> polls.put(result.poll().id(), texts.poll(result)));
    var baselines = new HashMap<String, String>();
    var known = data.coverage().origin().baselines().known();
    for (Site site : data.query().sites()) {
      Baseline baseline = known.get(site.id());
      if (baseline != null) {
        baselines.put(site.id(), texts.baseline(site.name(), baseline));
      }
    }
    return new Inputs(polls, baselines);
  }

  private String poll(PollResult result) {
    Poll poll = result.poll();
    String options =
        poll.options().stream()
            .map(
                option ->
                    option.label()
                        + " "
                        + language.number(result.result().ballots().getOrDefault(option.id(), 0L)))
            .collect(Collectors.joining(", "));
    return "“"
        + poll.question()
        + "” ("
        + result.siteName()
        + time(language.of("mở ", "opens "), poll.opens())
        + time(language.of("đóng ", "closes "), poll.closes())
        + "): "
        + language.number(result.participants())
        + language.of(" người trong kỳ; ", " people in the period; ")
        + options;
  }

  private String time(String word, @Nullable Instant at) {
    return at == null ? "" : ", " + word + language.time(at, Site.DEFAULT_ZONE);
  }

  private String baseline(String site, Baseline baseline) {
    return site
        + ": "
        + language.number(baseline.visits())
        + language.of(" lượt truy cập, ", " visits, ")
        + language.number(baseline.views())
        + language.of(" lượt xem trang, ", " page views, ")
        + language.number(baseline.visitors())
        + language.of(" lượt khách theo ngày, đến ", " visitor-days, until ")
        + NumberFormat.day(language, baseline.asOf());
  }
}
