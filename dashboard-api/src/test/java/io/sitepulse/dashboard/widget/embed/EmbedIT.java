package io.sitepulse.dashboard.widget.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.sitepulse.contract.poll.PollVote;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.dashboard.DashboardTester;
import io.sitepulse.dashboard.Samples;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the pages without scripts over HTTP. */
class EmbedIT {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");

  private static final Pattern NEXT = Pattern.compile("<a class=\"next\" href=\"([^\"]*)\">");

  private final DashboardTester pulse = DashboardTester.start();

  @BeforeEach
  void fill() {
    pulse.sites.put("demo", Samples.site("demo"));
    pulse.counters.put("demo", Samples.counters("demo", 2, 536, pulse.clock.instant()));
    pulse.polls.put("open", Samples.poll("open", Visibility.ALWAYS, true));
    pulse.polls.put("once", Samples.poll("once", Visibility.AFTER_VOTING, false));
    pulse.polls.put("managers", Samples.poll("managers", Visibility.MANAGERS, false));
    var early = Instant.parse("2099-01-01T00:00:00Z");
    var late = Instant.parse("2020-01-01T00:00:00Z");
    pulse.polls.put("later", Samples.poll("later", Visibility.ALWAYS, true, early, null, false));
    pulse.polls.put("over", Samples.poll("over", Visibility.ALWAYS, true, null, late, false));
    pulse.tallies.put("open", Samples.tally("open", Map.of("useful", 300L, "easy", 159L), 459));
    pulse.tallies.put("over", Samples.tally("over", Map.of("useful", 1L), 1));
  }

  @AfterEach
  void stop() {
    pulse.close();
  }

  @Test
  void theCounterPageWorksWithoutScriptsAndRefreshesWithThem() throws Exception {
    var answer = pulse.get("/embed/counter?site=demo");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<html lang=\"vi\"", "<script>", "fetch(location.href)")
        .contains("<dt>Đang truy cập</dt><dd>2</dd>", "<dd>536</dd>", "<dd>676.536</dd>");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("script-src 'sha256-", "form-action 'self'", "frame-ancestors *");
    assertThat(pulse.get("/embed/counter?site=demo&lang=en").body()).contains("676,536");
    assertThat(pulse.get("/embed/counter?site=no").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/embed/counter?site=demo&show=x").statusCode()).isEqualTo(400);
  }

  /** By script a page of another origin cannot vote, so it must not in a frame either. */
  @Test
  void thePollIsFramedByPagesOfItsSiteOnly() throws Exception {
    assertThat(ancestors("/embed/poll?poll=open")).isEqualTo("frame-ancestors *");
    pulse.sites.put("demo", Samples.site("demo", "https://www.a.gov.vn"));
    assertThat(ancestors("/embed/poll?poll=open"))
        .startsWith("frame-ancestors 'self' http://a.gov.vn http://www.a.gov.vn ")
        .doesNotContain("*");
    var form = fields(pulse.get("/embed/poll?poll=open"));
    var refused = post(form, "choice=unknown", "Origin", pulse.origin());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(ancestors(refused)).startsWith("frame-ancestors 'self' http://a.gov.vn ");
    // Everybody may show the numbers.
    assertThat(ancestors("/embed/counter?site=demo")).isEqualTo("frame-ancestors *");
  }

  private String ancestors(String path) throws Exception {
    return ancestors(pulse.get(path));
  }

  private static String ancestors(HttpResponse<String> answer) {
    String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    return policy.substring(policy.lastIndexOf("; ") + 2);
  }

  @Test
  void textsOfADefinitionAreEscaped() throws Exception {
    assertThat(pulse.get("/embed/poll?poll=open").body())
        .contains("Phong phú &lt;đa dạng&gt;")
        .doesNotContain("<đa dạng>");
  }

  @Test
  void thePollPageHasAFormAndTheResults() throws Exception {
    String page = pulse.get("/embed/poll?poll=open").body();
    assertThat(page)
        .contains("<form method=\"post\"", "type=\"checkbox\"", "Chọn tối đa 2 phương án.")
        .contains("459 người đã tham gia bình chọn", "65,4%", "Khảo sát tham khảo");
  }

  @Test
  void aVoteByFormIsStoredAndConfirmed() throws Exception {
    var page = pulse.get("/embed/poll?poll=once");
    assertThat(page.body()).doesNotContain("<table>");
    var answer = post(fields(page), "choice=useful", "Origin", pulse.origin());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(pulse.producer.votes)
        .singleElement()
        .satisfies(vote -> assertThat(vote.choices()).containsExactly("useful"));
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(pulse.get(location).body())
        .contains("Cảm ơn bạn đã bình chọn", "<table>")
        .doesNotContain("<form");
  }

  @Test
  void theVoterInTheCookieMayChangeTheBallot() throws Exception {
    var first = pulse.get("/embed/poll?poll=open");
    String cookie = cookieOf(post(fields(first), "choice=useful"));
    var second = pulse.get("/embed/poll?poll=open", "Cookie", cookie);
    assertThat(fields(second)).doesNotContainKey("voter");
    post(fields(second), "choice=easy", "Cookie", cookie);
    assertThat(pulse.producer.votes).hasSize(2);
    assertThat(pulse.producer.votes.get(0).voter()).isEqualTo(pulse.producer.votes.get(1).voter());
  }

  @Test
  void thePageShowsTheChoiceOfThisBrowserAndTicksItAgain() throws Exception {
    String cookies = cookiesOf(post(fields(pulse.get("/embed/poll?poll=open")), "choice=easy"));
    assertThat(pulse.get("/embed/poll?poll=open", "Cookie", cookies).body())
        .contains("Bạn đã chọn: Dễ sử dụng.")
        .containsPattern("value=\"easy\"[^>]* checked")
        .doesNotContainPattern("value=\"useful\"[^>]* checked");
    assertThat(pulse.get("/embed/poll?poll=open").body())
        .doesNotContain("Bạn đã chọn")
        .doesNotContainPattern("<input[^>]* checked");
  }

  /** So a frame in the page of another site has its choice, and no other site can read it. */
  @Test
  void overHttpsTheChoiceIsPartitioned() throws Exception {
    var answer =
        post(
            fields(pulse.get("/embed/poll?poll=open")),
            "choice=easy",
            "X-Forwarded-Proto",
            "https");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("sitepulse_choices_open=easy;")
                    && cookie.endsWith("Secure; SameSite=None; Partitioned"));
  }

  @Test
  void aFormSentTwiceHasOneVoteId() throws Exception {
    var fields = fields(pulse.get("/embed/poll?poll=open"));
    post(fields, "choice=useful");
    post(fields, "choice=useful");
    assertThat(pulse.producer.votes.get(0))
        .isEqualTo(
            new PollVote(
                1,
                pulse.producer.votes.get(1).id(),
                "open",
                pulse.producer.votes.get(1).voter(),
                pulse.producer.votes.get(1).choices(),
                pulse.producer.votes.get(0).at()));
  }

  @Test
  void aPostFromAnotherOriginIsRefused() throws Exception {
    var fields = fields(pulse.get("/embed/poll?poll=open"));
    assertThat(post(fields, "choice=useful", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(post(fields, "choice=useful", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(pulse.producer.votes).isEmpty();
  }

  @Test
  void aFormIssuedForAnotherVoterIsRefused() throws Exception {
    var own = fields(pulse.get("/embed/poll?poll=open"));
    String victim = cookieOf(post(fields(pulse.get("/embed/poll?poll=managers")), "choice=easy"));
    var forged = post(own, "choice=useful", "Cookie", victim);
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).contains("Trang đã cũ", "value=\"useful\" checked");
    own.put("form", "A".repeat(32));
    assertThat(post(own, "choice=useful").statusCode()).isEqualTo(403);
    assertThat(pulse.producer.votes).extracting(PollVote::poll).containsExactly("managers");
  }

  @Test
  void aReaderWhoOnlyLooksGetsNoCookie() throws Exception {
    for (String poll : List.of("open", "once", "managers", "later", "over", "nothing")) {
      var page = pulse.get("/embed/poll?poll=" + poll);
      assertThat(page.headers().allValues("Set-Cookie")).as(poll).isEmpty();
      assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }
    var voted = post(fields(pulse.get("/embed/poll?poll=open")), "choice=useful");
    assertThat(voted.headers().allValues("Set-Cookie")).isNotEmpty();
  }

  @Test
  void aFormLoadedBeforeTheFirstVoteIsOfTheSameVoter() throws Exception {
    var first = fields(pulse.get("/embed/poll?poll=open"));
    var second = fields(pulse.get("/embed/poll?poll=open"));
    var other = fields(pulse.get("/embed/poll?poll=managers"));
    String cookie = cookieOf(post(first, "choice=useful", "Origin", pulse.origin()));
    for (var form : List.of(second, other)) {
      var answer = post(form, "choice=easy", "Origin", pulse.origin(), "Cookie", cookie);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(cookieOf(answer)).isEqualTo(cookie);
    }
    assertThat(pulse.producer.votes).hasSize(3);
    assertThat(pulse.producer.votes.get(1).voter()).isEqualTo(pulse.producer.votes.get(0).voter());
  }

  @Test
  void peopleOnOneComputerVoteOneAfterTheOtherAndNothingIsKept() throws Exception {
    String cookie = cookieOf(post(fields(pulse.get("/embed/poll?poll=once")), "choice=useful"));
    String address = "/embed/poll?poll=once&lang=en&shared=1";
    for (int person = 1; person <= 2; person++) {
      var page = pulse.get(address, "Cookie", cookie);
      assertThat(page.body()).contains("<form").doesNotContain("Another person", "a browser");
      var answer = post(fields(page), "choice=easy", "Cookie", cookie, "Origin", pulse.origin());
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      String next = answer.headers().firstValue("Location").orElseThrow();
      String thanks = pulse.get(next, "Cookie", cookie).body();
      assertThat(thanks)
          .contains("Thank you for voting.", "<table>", "Another person votes on this computer")
          .doesNotContain("<form");
      address = linkOf(thanks);
    }
    assertThat(pulse.producer.votes).extracting(PollVote::voter).doesNotHaveDuplicates();
    assertThat(pulse.producer.votes).hasSize(3);
  }

  @Test
  void aVoteWithoutAChoiceShowsTheHint() throws Exception {
    var answer = post(fields(pulse.get("/embed/poll?poll=open&lang=en")), "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("role=\"status\">Choose at most 2 options.", "<form");
  }

  @Test
  void aVoteThatCannotBeStoredKeepsItsIdInTheForm() throws Exception {
    var fields = fields(pulse.get("/embed/poll?poll=open"));
    pulse.producer.fail();
    var answer = post(fields, "choice=useful");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(fields(answer)).containsEntry("id", fields.get("id"));
  }

  @Test
  void everyStateHasAText() throws Exception {
    assertThat(pulse.get("/embed/poll?poll=later").body())
        .contains("Chưa mở. Mở lúc 07:00 ngày 01/01/2099.")
        .doesNotContain("<form");
    assertThat(pulse.get("/embed/poll?poll=over&lang=en").body())
        .contains("Closed.", "1 person has voted", "<table>")
        .doesNotContain("<form");
    var unknown = pulse.get("/embed/poll?poll=nothing");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("Không có cuộc bình chọn này.");
    assertThat(pulse.get("/embed/poll").statusCode()).isEqualTo(404);
    assertThat(pulse.get("/embed/poll?poll=managers").body()).doesNotContain("<table>");
  }

  private HttpResponse<String> post(Map<String, String> fields, String choice, String... headers)
      throws Exception {
    String body =
        fields.entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
            + "&"
            + choice;
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    return pulse.send(HttpMethod.POST, "/embed/poll", body, all);
  }

  private static String linkOf(String page) {
    var link = NEXT.matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&#x3D;", "=").replace("&amp;", "&");
  }

  /** The voter's cookie that a response sets. */
  private static String cookiesOf(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .collect(Collectors.joining("; "));
  }

  private static String cookieOf(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("sitepulse_voter="))
        .findFirst()
        .orElseThrow()
        .split(";", 2)[0];
  }

  private static Map<String, String> fields(HttpResponse<String> page) {
    var fields = new LinkedHashMap<String, String>();
    var matcher = HIDDEN.matcher(page.body());
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2));
    }
    return fields;
  }
}
