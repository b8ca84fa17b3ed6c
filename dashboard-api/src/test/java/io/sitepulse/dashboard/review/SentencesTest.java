package io.sitepulse.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sitepulse.contract.change.Change;
import io.sitepulse.contract.counter.DaySums;
import io.sitepulse.contract.counter.Ledger;
import io.sitepulse.contract.counter.Metric;
import io.sitepulse.contract.event.Reason;
import io.sitepulse.contract.period.Comparison;
import io.sitepulse.contract.period.Period;
import io.sitepulse.contract.poll.Poll;
import io.sitepulse.contract.poll.Visibility;
import io.sitepulse.contract.site.Baseline;
import io.sitepulse.contract.site.Scope;
import io.sitepulse.contract.target.Target;
import io.sitepulse.dashboard.Samples;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import io.sitepulse.dashboard.report.DataOrigin;
import io.sitepulse.dashboard.report.Overview;
import io.sitepulse.dashboard.report.RefusedEvents;
import io.sitepulse.dashboard.report.Reports;
import io.sitepulse.dashboard.report.TargetProgress;
import io.sitepulse.dashboard.review.document.Review;
import io.sitepulse.dashboard.review.document.ReviewData;
import io.sitepulse.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sentences of a review in all cases. */
class SentencesTest {
  private final Specimen specimen = new Specimen();

  @Test
  void summarisesAClosedPeriod() {
    assertThat(paragraphs("overview"))
        .containsExactly(
            "Trong 6 tháng đầu năm 2026, 5 trang thông tin điện tử thuộc Khối các sở, ngành ghi nhận"
                + " 2.756.838 lượt truy cập với 5.123.456 lượt xem trang; tổng số khách tính theo"
                + " ngày là 1.904.221 lượt khách theo ngày.",
            "Tổng thời gian xem là 119.973 giờ 36 phút, bình quân 2 phút 36 giây mỗi lượt truy cập.",
            "So với cùng kỳ năm 2025 (2.454.000 lượt truy cập), lượt truy cập tăng 12,3% (thêm"
                + " 302.838 lượt), lượt xem trang tăng 6,7%, lượt khách theo ngày giảm 2,3%.",
            "Kết quả đạt 121,4% kế hoạch 6 tháng đầu năm 2026 (2.756.838/2.270.872 lượt truy cập).");
  }

  @Test
  void writesTheSameInEnglish() {
    specimen.language = Language.EN;
    assertThat(paragraphs("overview"))
        .containsExactly(
            "In the first half of 2026, 5 sites of Khối các sở, ngành had 2,756,838 visits with"
                + " 5,123,456 page views; the visitors of each day add up to 1,904,221"
                + " visitor-days.",
            "Pages were looked at for 119,973 h 36 min, on average 2 min 36 s a visit.",
            "Against the same period of 2025 (2,454,000 visits), visits rose by 12.3% (302,838 more),"
                + " page views rose by 6.7%, visitor-days fell by 2.3%.",
            "121.4% of the plan for the first half of 2026 was reached (2,756,838/2,270,872 visits).");
  }

  @Test
  void statesUntilWhenARunningPeriodIsCounted() {
    specimen.period = Period.parse("2026");
    specimen.target =
        new TargetProgress(
            "t",
            Metric.VISITS,
            Period.parse("2026"),
            4_486_000,
            2_756_838L,
            0.6145,
            specimen.today);
    assertThat(paragraphs("overview"))
        .first()
        .asString()
        .startsWith("Trong năm 2026, tính đến ngày 22/11/2026, 5 trang thông tin điện tử")
        .endsWith(" Kỳ báo cáo chưa kết thúc, số liệu của ngày hôm nay còn tăng.");
    assertThat(paragraphs("overview"))
        .last()
        .isEqualTo(
            "Tính đến hết ngày 22/11/2026, đã đạt 61,5% kế hoạch năm 2026 (2.756.838/4.486.000 lượt"
                + " truy cập).");
    assertThat(specimen.review().titlePage().subtitle())
        .isEqualTo(
            "Khối các sở, ngành · Từ ngày 01/01/2026 đến ngày 22/11/2026 · So với cùng kỳ năm 2025");
  }

  @Test
  void namesADecrease() {
    specimen.before = new DaySums(6_000_000, 3_000_000, 1_904_221, 1);
    assertThat(paragraphs("overview").get(2))
        .isEqualTo(
            "So với cùng kỳ năm 2025 (3.000.000 lượt truy cập), lượt truy cập giảm 8,1% (bớt 243.162"
                + " lượt), lượt xem trang giảm 14,6%, lượt khách theo ngày không thay đổi.");
  }

  @Test
  void hasNoPercentageWithoutEarlierVisits() {
    specimen.before = DaySums.ZERO;
    assertThat(paragraphs("overview").get(2))
        .isEqualTo(
            "Cùng kỳ năm 2025 không có lượt truy cập nào được ghi nhận nên không tính được tỷ lệ"
                + " tăng, giảm.");
  }

  @Test
  void statesThePublicTotalAndItsParts() {
    specimen.withPublicTotal();
    assertThat(paragraphs("overview"))
        .last()
        .isEqualTo(
            "Tính đến hết ngày 30/06/2026, tổng số công khai là 4.677.000 lượt truy cập, gồm số ban"
                + " đầu 676.536 và số đã đếm 4.000.464.");
    var sheets = specimen.review().sections().get(0).sheets();
    assertThat(sheets.get(1).rows())
        .contains(List.of("Lượt truy cập", 676_536L, 4_000_464L, 4_677_000L))
        .allSatisfy(
            row -> assertThat((Long) row.get(3)).isEqualTo((Long) row.get(1) + (Long) row.get(2)));
    assertThat(sheets.get(2).rows()).hasSize(1);
    assertThat(sheets.get(2).rows().get(0)).contains("Sở Y tế", "Trần Văn Bình", 676_536L);
  }

  @Test
  void saysWhatWasChangedAfterThePeriod() {
    specimen.withPublicTotal();
    var old = specimen.baselineChanges.get(0).after();
    var at = Instant.parse("2026-08-05T02:00:00Z");
    specimen.baselineChanges =
        List.of(
            specimen.baselineChanges.get(0),
            new Overview.BaselineChange(
                "don-vi-0",
                "Sở Y tế",
                at,
                "Lê Thị Hoa",
                old,
                new Baseline(0, 675_828, 0, LocalDate.parse("2024-12-31"), "x", "Lê Thị Hoa")),
            new Overview.BaselineChange("don-vi-1", "Sở Nội vụ", at, "Lê Thị Hoa", null, old));
    specimen.later =
        List.of(
            new ReviewData.LaterSite(specimen.site(7), LocalDate.parse("2026-09-01"), true),
            new ReviewData.LaterSite(specimen.site(8), LocalDate.parse("2026-09-02"), false));
    assertThat(paragraphs("notes"))
        .contains(
            "Bộ đếm cũ của 2 trang thông tin có tổng cộng 1.353.072 lượt truy cập; số này chỉ nằm"
                + " trong tổng lũy kế, không nằm trong số liệu của kỳ báo cáo. Đến hết ngày"
                + " 31/12/2024 (nguồn: bộ đếm NukeViet; người nhập: Trần Văn Bình): Sở Y tế 676.536;"
                + " Sở Giáo dục và Đào tạo 676.536.")
        .endsWith(
            "Sau kỳ báo cáo: trang thông tin được đăng ký sau kỳ, không có trong báo cáo: Ủy ban"
                + " nhân dân xã số 7 (01/09/2026).",
            "Sau kỳ báo cáo: số ban đầu của Sở Y tế được Lê Thị Hoa sửa ngày 05/08/2026 từ 676.536"
                + " lượt truy cập thành 675.828 lượt truy cập; báo cáo giữ số đã có khi hết kỳ.",
            "Sau kỳ báo cáo: số ban đầu của Sở Nội vụ (676.536 lượt truy cập) được Lê Thị Hoa nhập"
                + " ngày 05/08/2026, sau khi kỳ đã kết thúc.");
    specimen.registered = Map.of("don-vi-1", Instant.parse("2026-02-03T02:00:00Z"));
    assertThat(paragraphs("notes"))
        .last()
        .asString()
        .endsWith("sau khi kỳ đã kết thúc, nên không có trong báo cáo.")
        .doesNotContain("Bộ đếm cũ của Sở Giáo dục");
  }

  @Test
  void namesDefinitionsThatWereChangedAfterThePeriod() {
    var one = new Target(1, "t", Scope.ALL, Metric.VISITS, Period.parse("2026"), 1_200, null, "An");
    var other = new Target(1, "t", Scope.ALL, Metric.VISITS, Period.parse("2026"), 900, null, "An");
    specimen.past =
        new ReviewData.Past(
            List.of(),
            Map.of(),
            Map.of("a", "Khối A"),
            List.of(one),
            List.of(
                changed("site.update", place("Sở Y tế", "a"), place("Sở Y tế tỉnh", "a")),
                changed("site.update", place("Sở Y tế", "a"), place("Sở Y tế", null)),
                changed("target.update", state(one), state(other)),
                changed("target.create", null, state(one)),
                changed("target.remove", state(one), null)));
    String target = "chỉ tiêu Tất cả đơn vị, năm 2026: 1.200 lượt truy cập được Hoa ";
    assertThat(paragraphs("notes"))
        .endsWith(
            "Sau kỳ báo cáo: Sở Y tế được Hoa đổi tên thành Sở Y tế tỉnh ngày 05/08/2026; báo cáo"
                + " giữ tên khi hết kỳ.",
            "Sau kỳ báo cáo: Sở Y tế được Hoa chuyển từ Khối A sang “không thuộc khối nào” ngày"
                + " 05/08/2026; báo cáo giữ khối khi hết kỳ.",
            "Sau kỳ báo cáo: "
                + target
                + "sửa ngày 05/08/2026 thành Tất cả đơn vị, năm 2026: 900 lượt truy cập; báo cáo"
                + " giữ chỉ tiêu khi hết kỳ.",
            "Sau kỳ báo cáo: " + target + "nhập ngày 05/08/2026, sau khi kỳ đã kết thúc.",
            "Sau kỳ báo cáo: " + target + "xóa ngày 05/08/2026; báo cáo giữ chỉ tiêu khi hết kỳ.");
    specimen.past =
        new ReviewData.Past(
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Collections.nCopies(12, changed("target.create", null, state(one))));
    assertThat(paragraphs("notes"))
        .endsWith(
            "Sau kỳ báo cáo: "
                + target
                + "nhập ngày 05/08/2026, sau khi kỳ đã kết thúc, nên không có trong báo cáo.",
            "Sau kỳ báo cáo: còn 2 thay đổi khác, xem nhật ký thay đổi.");
  }

  @Test
  void namesPollsAndMergersThatWereChangedAfterThePeriod() {
    specimen.polls = Specimen.full().polls;
    Poll poll = specimen.polls.get(0).poll();
    var options = new ArrayList<>(poll.options());
    options.set(0, options.get(0).relabelled("Khác"));
    Poll other = poll.toBuilder().question("Hỏi lại?").options(options).build();
    Poll absent = poll.toBuilder().id("absent").build();
    specimen.past =
        new ReviewData.Past(
            List.of(),
            Map.of("t", "Sở Y tế", "old", "Trang cũ"),
            Map.of(),
            List.of(),
            List.of(
                changed("poll.update", state(poll), state(other)),
                changed("poll.update", state(absent), state(other)),
                changed("site.merge", merged(), merged("2026-03-01")),
                changed("site.merge", merged("2026-03-01"), merged("2026-04-01")),
                changed("site.part", merged("2026-04-01"), merged()),
                // Days after the period are in no review of it.
                changed("site.merge", merged(), merged("2026-07-01"))));
    String merger = "Sau kỳ báo cáo: việc Sở Y tế tiếp nhận Trang cũ từ ngày ";
    assertThat(paragraphs("notes"))
        .filteredOn(note -> note.startsWith("Sau kỳ báo cáo: "))
        .containsExactly(
            "Sau kỳ báo cáo: câu hỏi “"
                + poll.question()
                + "” được Hoa sửa ngày 05/08/2026 thành “Hỏi lại?”; báo cáo giữ câu hỏi khi hết kỳ.",
            "Sau kỳ báo cáo: phương án “"
                + poll.options().get(0).label()
                + "” của “"
                + poll.question()
                + "” được Hoa sửa ngày 05/08/2026 thành “Khác”; báo cáo giữ phương án khi hết kỳ.",
            merger
                + "01/03/2026 được Hoa nhập ngày 05/08/2026, sau khi kỳ đã kết thúc, nên không có"
                + " trong báo cáo.",
            merger
                + "01/03/2026 được Hoa sửa ngày 05/08/2026 thành từ ngày 01/04/2026; báo cáo giữ"
                + " việc tiếp nhận đã ghi khi hết kỳ.",
            merger
                + "01/04/2026 được Hoa hủy ngày 05/08/2026; báo cáo giữ việc tiếp nhận đã ghi khi"
                + " hết kỳ.");
  }

  private static Map<String, @Nullable Object> merged(String... from) {
    return Map.of(
        "name",
        "Sở Y tế",
        "predecessors",
        Arrays.stream(from)
            .map(day -> Map.of("site", "old", "from", day, "enteredBy", "Hoa"))
            .toList());
  }

  private static Change changed(
      String action,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    return Change.builder()
        .id(new UUID(1, 2))
        .at(Instant.parse("2026-08-05T02:00:00Z"))
        .by("hoa", "Hoa")
        .action(action)
        .subject("t")
        .before(before)
        .after(after)
        .build();
  }

  private static Map<String, @Nullable Object> place(String name, @Nullable String group) {
    var state = new HashMap<String, @Nullable Object>();
    state.put("name", name);
    state.put("group", group);
    return state;
  }

  private static Map<String, @Nullable Object> state(Object definition) {
    return Json.MAPPER.convertValue(definition, new TypeReference<>() {});
  }

  @Test
  void leavesOutABaselineThatEndsAfterThePeriod() {
    specimen.publicTotal =
        new DataOrigin.PublicTotal(
            LocalDate.parse("2026-06-30"),
            DaySums.ZERO,
            new DaySums(1, 2, 3, 0),
            List.of("Sở Y tế"));
    assertThat(paragraphs("overview"))
        .last()
        .isEqualTo(
            "Tính đến hết ngày 30/06/2026, tổng số công khai là 2 lượt truy cập. Chưa gồm số ban đầu"
                + " của Sở Y tế, được chốt sau ngày này.");
  }

  @Test
  void doesNotMentionAMissingComparison() {
    specimen.comparison = Comparison.NONE;
    assertThat(specimen.review().sections())
        .allSatisfy(
            section -> assertThat(section.paragraphs()).noneMatch(text -> text.contains("So với")));
    assertThat(specimen.review().sections().get(0).sheets().get(0).columns()).hasSize(2);
  }

  @Test
  void statesThatThereWereNoVisits() {
    specimen.now = DaySums.ZERO;
    specimen.before = null;
    specimen.target = null;
    specimen.ledger = Ledger.EMPTY;
    specimen.pages = false;
    assertThat(paragraphs("overview").get(0))
        .isEqualTo(
            "Trong 6 tháng đầu năm 2026, 5 trang thông tin điện tử thuộc Khối các sở, ngành chưa ghi"
                + " nhận lượt truy cập nào.");
    assertThat(paragraphs("ledger"))
        .containsExactly("Hệ thống không tiếp nhận sự kiện nào trong kỳ.");
    assertThat(paragraphs("sites"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Chưa ghi nhận lượt truy cập");
    assertThat(specimen.review().sections())
        .extracting(Review.Section::id)
        .containsExactly("overview", "sites", "ledger", "notes");
  }

  @Test
  void hasNoFiguresBeforeThePeriodBegins() {
    specimen.period = Period.parse("2027-Q1");
    specimen.now = DaySums.ZERO;
    specimen.before = null;
    specimen.target = null;
    assertThat(paragraphs("overview"))
        .containsExactly("Kỳ báo cáo chưa bắt đầu nên chưa có số liệu.");
  }

  @Test
  void ranksSitesAndNamesTheLargestChanges() {
    assertThat(paragraphs("sites"))
        .containsExactly(
            "Dẫn đầu là Sở Y tế với 1.102.735 lượt truy cập, chiếm 40,0% tổng số; tiếp theo là Sở"
                + " Giáo dục và Đào tạo (661.641), Sở Nông nghiệp và Môi trường (396.984).",
            "So với cùng kỳ năm 2025, có 2 đơn vị tăng, 2 đơn vị giảm; tăng cao nhất là Ban Quản lý"
                + " Khu kinh tế Dung Quất và các khu công nghiệp (4,1%); giảm nhiều nhất là Sở Y tế"
                + " (1,3%).");
  }

  @Test
  void explainsTheSumOfTheLedger() {
    assertThat(paragraphs("ledger"))
        .containsExactly(
            "Hệ thống đã tiếp nhận 9.000.000 sự kiện, gồm 8.823.456 sự kiện được tính, 26.544 sự"
                + " kiện gửi trùng, 149.900 sự kiện của chương trình tự động và 100 sự kiện không"
                + " hợp lệ. Các phần cộng lại đúng bằng số đã tiếp nhận.",
            "Do sự kiện đến muộn, 12 cặp lượt truy cập đã được gộp làm một.");
    specimen.importedViews = 5_123_455;
    assertThat(paragraphs("ledger").get(2))
        .startsWith("5.123.455/5.123.456 lượt xem trang của kỳ được nhập từ số liệu có trước");
  }

  @Test
  void tellsWhatWasRefused() {
    specimen.refused =
        RefusedEvents.of(Map.of(Reason.ORIGIN, 1_200L, Reason.INVALID, 4L), List.of());
    assertThat(paragraphs("ledger").get(1))
        .isEqualTo(
            "Ngoài ra, hệ thống đã từ chối 1.204 sự kiện (4 sai định dạng, 1.200 tên miền chưa được"
                + " phép). Các sự kiện này không được tiếp nhận và không có trong số liệu của báo"
                + " cáo.");
    specimen.ledger = Ledger.EMPTY;
    assertThat(paragraphs("ledger").get(1)).startsWith("Ngoài ra");
  }

  @Test
  void notesDefineFiguresAndNameSources() {
    var full = Specimen.full();
    full.sample = true;
    var notes = paragraphs(full, "notes");
    assertThat(notes.get(0)).startsWith("Báo cáo có số liệu mẫu");
    assertThat(notes)
        .anyMatch(note -> note.contains("lượt khách theo ngày không phải là số người"));
    assertThat(notes)
        .contains(
            "Số liệu so sánh (cùng kỳ năm 2025) lấy từ ngày 01/01/2025 đến ngày 30/06/2025.",
            "Từ ngày 01/03/2025, số liệu bao gồm toàn bộ số liệu của Sở Thông tin và Truyền thông.",
            "Bộ đếm cũ của Sở Y tế (nguồn: bộ đếm NukeViet; người nhập: Trần Văn Bình) có 676.536"
                + " lượt truy cập đến hết ngày 31/12/2024; số này chỉ nằm trong tổng lũy kế, không"
                + " nằm trong số liệu của kỳ báo cáo.");
  }

  @Test
  void statesTheParticipantsOfAPoll() {
    assertThat(paragraphs(Specimen.full(), "polls"))
        .containsExactly(
            "Trong kỳ có 1 cuộc bình chọn.",
            "“Theo bạn?” (Sở Y tế): trong kỳ có 459 người tham gia bình chọn; nhiều nhất là “Hữu"
                + " ích” (65,4%).");
  }

  @Test
  void writesAQuestionOnceAboveItsOptions() {
    var polls =
        Specimen.full().review().sections().stream()
            .filter(part -> part.id().equals("polls"))
            .findFirst()
            .orElseThrow();
    assertThat(polls.sheets().get(0).rows())
        .extracting(row -> row.get(0))
        .containsExactly("Theo bạn?", "", "");
  }

  @Test
  void tellsVotesBeforeThePeriodAndEqualOptions() {
    specimen.polls =
        List.of(
            new ReviewData.PollResult(
                Samples.poll("p", Visibility.ALWAYS, true),
                "Sở Y tế",
                2,
                new Reports.PollState(3, Map.of("useful", 1L, "easy", 1L, "rich", 1L))));
    assertThat(paragraphs("polls").get(1))
        .startsWith(
            "“Theo bạn?” (Sở Y tế): trong kỳ có 2 người tham gia bình chọn, tính cả trước đó là 3"
                + " người; nhiều nhất là “")
        .endsWith(" (bằng nhau, cùng 33,3%).");
  }

  @Test
  void tellsWhereTheOtherPollsAre() {
    specimen.polls = Collections.nCopies(9, Specimen.full().polls.get(0));
    assertThat(paragraphs("polls"))
        .hasSize(7)
        .last()
        .isEqualTo("Kết quả của 4 cuộc bình chọn còn lại ở bảng dưới đây.");
  }

  @Test
  void averagesBeginWithTheFirstDayOfFigures() {
    specimen.period = Period.parse("2026-05");
    specimen.firstDays = Map.of("don-vi-0", LocalDate.parse("2026-05-21"));

    assertThat(paragraphs("course").get(0))
        .startsWith("Tính từ ngày bắt đầu có số liệu (21/05/2026), bình quân mỗi ngày có ")
        .doesNotContainPattern("thấp nhất là ngày (0|1[0-9]|20)");
    assertThat(paragraphs("notes"))
        .contains(
            "Trang thông tin có số liệu từ giữa kỳ, được đếm từ ngày ghi trong ngoặc: Sở Y tế"
                + " (21/05/2026).");
    specimen.firstDays = Map.of("don-vi-0", LocalDate.parse("2026-05-01"));
    assertThat(paragraphs("course").get(0)).startsWith("Bình quân mỗi ngày có ");
  }

  @Test
  void fewVisitsAreFewerThanOneADayAndNotNone() {
    specimen.now = new DaySums(9, 6, 6, 0);
    assertThat(paragraphs("course").get(0))
        .startsWith("Bình quân mỗi ngày có chưa đến 1 lượt truy cập.");
  }

  @Test
  void equalDaysPagesAndSitesShareTheirPlace() {
    specimen.now = new DaySums(9, 6, 6, 0);
    assertThat(paragraphs("course").get(0))
        .endsWith(
            " Cao nhất là 6 ngày, mỗi ngày 1 lượt truy cập; thấp nhất là 175 ngày, mỗi ngày 0 lượt"
                + " truy cập.");
    assertThat(paragraphs("pages").get(0))
        .startsWith(
            "Tại Sở Y tế, các trang được xem nhiều nhất là “Trang chủ” (/), “=Thủ tục đăng ký khai"
                + " sinh” (/thu-tuc/khai-sinh?id=12), “")
        .contains("), mỗi trang 1 lượt xem trang. Bảng dưới đây");
    assertThat(paragraphs("sites").get(0))
        .startsWith("Dẫn đầu là Sở Y tế, ")
        .contains(", mỗi đơn vị 2 lượt truy cập, chiếm 33,3% tổng số; tiếp theo là ");
    specimen.now = new DaySums(9, 1, 1, 0);
    assertThat(paragraphs("course").get(0)).contains("Cao nhất là ngày 01/01/2026 với 1");
    specimen.period = Period.parse("2026-01-01..2026-01-06");
    specimen.now = new DaySums(9, 5, 5, 0);
    assertThat(paragraphs("course").get(0)).contains("Cao nhất là 5 ngày, mỗi ngày 1");
  }

  @Test
  void comparesTheSameSitesWhereSitesWereAdded() {
    var counted = LocalDate.parse("2024-01-01");
    specimen.firstDays =
        Map.of(
            "don-vi-0",
            counted,
            "don-vi-1",
            counted,
            "don-vi-2",
            counted,
            "don-vi-3",
            LocalDate.parse("2025-04-01"),
            "don-vi-4",
            LocalDate.parse("2026-01-01"));
    assertThat(paragraphs("overview"))
        .contains(
            "Tính trên cùng các đơn vị (3 trang thông tin được đếm trong cả hai kỳ), lượt truy cập"
                + " giảm 1,0% (2.161.360 so với 2.182.360).");
    specimen.firstDays =
        Map.of(
            "don-vi-0",
            counted,
            "don-vi-1",
            counted,
            "don-vi-2",
            counted,
            "don-vi-3",
            counted,
            "don-vi-4",
            counted);
    assertThat(paragraphs("overview")).noneMatch(text -> text.contains("cùng các đơn vị"));
  }

  /** Sites that were counted since October only: +1.012,9 % would be about the counting. */
  @Test
  void hasNoPercentageAgainstDaysThatWereNotAllCounted() {
    var one = Specimen.oneSite();
    one.firstDays = Map.of("soyte", LocalDate.parse("2025-04-20"));
    assertThat(paragraphs(one, "overview"))
        .contains(
            "Cùng kỳ năm 2025 chỉ được đếm từ ngày 20/04/2025 (2.454.000 lượt truy cập), nên không"
                + " tính được tỷ lệ tăng, giảm.")
        .noneMatch(text -> text.startsWith("So với"));
    var months = sheet(one, "course", "months");
    assertThat(months.rows().get(2).subList(2, 4)).containsExactly(null, null);
    assertThat(months.rows().get(3).get(2)).isNotNull();
    assertThat(months.rows().get(3).get(3)).isNull();
    assertThat(months.rows().get(4).subList(2, 4)).doesNotContainNull();
  }

  @Test
  void aPeriodThatWasNotCountedHasADashAndNotZero() {
    var one = Specimen.oneSite();
    one.before = DaySums.ZERO;
    one.firstDays = Map.of("soyte", LocalDate.parse("2025-10-01"));
    assertThat(paragraphs(one, "overview"))
        .contains(
            "Số liệu được đếm từ ngày 01/10/2025, nên không so sánh được với cùng kỳ năm 2025.");
    assertThat(sheet(one, "overview", "figures").rows())
        .allSatisfy(row -> assertThat(row.subList(2, 4)).containsExactly(null, null));
    assertThat(sheet(one, "course", "months").rows())
        .allSatisfy(row -> assertThat(row.subList(2, 4)).containsExactly(null, null));
  }

  @Test
  void aSiteWithoutAnyFigureHasADashAndNotZero() {
    var one = Specimen.oneSite();
    one.unheard = true;
    one.now = DaySums.ZERO;
    one.before = DaySums.ZERO;
    assertThat(sheet(one, "overview", "figures").rows())
        .hasSizeGreaterThan(2)
        .allSatisfy(row -> assertThat(row.subList(2, 4)).containsExactly(null, null));
    assertThat(paragraphs(one, "overview")).noneMatch(text -> text.contains("%"));
    specimen.unheard = true;
    assertThat(sheet(specimen, "sites", "sites").rows())
        .allSatisfy(row -> assertThat(row.subList(3, 5)).containsExactly(null, null));
  }

  @Test
  void aSiteThatWasAddedIsNotTheOneThatRoseMost() {
    specimen.firstDays =
        Map.of(
            "don-vi-0",
            LocalDate.parse("2025-09-01"),
            "don-vi-1",
            LocalDate.parse("2024-01-01"),
            "don-vi-2",
            LocalDate.parse("2024-01-01"),
            "don-vi-3",
            LocalDate.parse("2024-01-01"),
            "don-vi-4",
            LocalDate.parse("2025-02-01"));
    assertThat(paragraphs("sites").get(1)).contains("có 1 đơn vị tăng, 1 đơn vị giảm");
    var rows = sheet(specimen, "sites", "sites").rows();
    assertThat(rows)
        .filteredOn(row -> Specimen.siteName(0).equals(row.get(1)))
        .allSatisfy(row -> assertThat(row.subList(3, 5)).containsExactly(null, null));
    assertThat(rows)
        .filteredOn(row -> Specimen.siteName(4).equals(row.get(1)))
        .allSatisfy(
            row -> {
              assertThat(row.get(3)).isNotNull();
              assertThat(row.get(4)).isNull();
            });
  }

  @Test
  void tellsAllOldCountersInOneParagraph() {
    specimen.baselines = 3;
    assertThat(paragraphs("notes"))
        .filteredOn(note -> note.contains("ộ đếm cũ"))
        .containsExactly(
            "Bộ đếm cũ của 3 trang thông tin có tổng cộng 2.029.611 lượt truy cập; số này chỉ nằm"
                + " trong tổng lũy kế, không nằm trong số liệu của kỳ báo cáo. Đến hết ngày"
                + " 31/12/2024 (nguồn: bộ đếm NukeViet; người nhập: Trần Văn Bình): Sở Y tế 676.536;"
                + " Sở Giáo dục và Đào tạo 676.537; Sở Nông nghiệp và Môi trường 676.538.");
  }

  private ExportTable sheet(Specimen of, String section, String table) {
    return of.review().sections().stream()
        .filter(one -> one.id().equals(section))
        .flatMap(one -> one.sheets().stream())
        .filter(one -> one.id().equals(table))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysThatTheReaderSeesAPartOnly() {
    specimen.hiddenSites = 3;
    assertThat(specimen.review().titlePage().subtitle())
        .startsWith("Khối các sở, ngành (5 trong 8 trang thông tin) · ");
    assertThat(paragraphs("overview").get(0))
        .startsWith(
            "Trong 6 tháng đầu năm 2026, 5 trong 8 trang thông tin điện tử thuộc Khối các sở,");
    assertThat(paragraphs("notes"))
        .first()
        .asString()
        .startsWith("Báo cáo chỉ gồm 5 trong 8 trang thông tin điện tử của đơn vị");
  }

  @Test
  void saysThatSitesMovedToAnotherGroup() {
    specimen.movedSites = 2;
    assertThat(paragraphs("notes"))
        .first()
        .asString()
        .startsWith(
            "Báo cáo không gồm 2 trang thông tin điện tử đã sáp nhập vào trang của khối khác");
  }

  @Test
  void countsReachedTargetsAndMarksRunningOnes() {
    assertThat(paragraphs(Specimen.full(), "targets"))
        .containsExactly(
            "1/2 chỉ tiêu đã đạt hoặc vượt kế hoạch.",
            "Chỉ tiêu có kỳ kế hoạch chưa kết thúc được tính đến hết ngày 30/06/2026.");
  }

  @Test
  void namesEveryKindOfPeriod() {
    var names =
        Map.of(
            "2026-11-05", "Báo cáo tình hình truy cập ngày 05/11/2026",
            "2026-W02", "Báo cáo tình hình truy cập tuần 2 năm 2026",
            "2026-02", "Báo cáo tình hình truy cập tháng 2 năm 2026",
            "2026-Q3", "Báo cáo tình hình truy cập quý III năm 2026",
            "2026-H2", "Báo cáo tình hình truy cập 6 tháng cuối năm 2026",
            "2025", "Báo cáo tình hình truy cập năm 2025",
            "2026-01-05..2026-03-15",
                "Báo cáo tình hình truy cập từ ngày 05/01/2026 đến ngày 15/03/2026");
    names.forEach(
        (text, title) -> {
          specimen.period = Period.parse(text);
          assertThat(specimen.review().titlePage().title()).isEqualTo(title);
        });
  }

  @Test
  void namesThePreviousPeriod() {
    specimen.comparison = Comparison.PREVIOUS;
    specimen.period = Period.parse("2026-Q3");
    assertThat(paragraphs("overview").get(2)).startsWith("So với quý II năm 2026 (");
    specimen.period = Period.parse("2026-Q4");
    assertThat(paragraphs("overview").get(2))
        .startsWith("So với cùng số ngày của kỳ trước (từ ngày 01/07/2026 đến ngày 22/08/2026) (");
  }

  @Test
  void writesAboutASingleSite() {
    var one = Specimen.oneSite();
    assertThat(paragraphs(one, "overview").get(0))
        .startsWith("Trong 6 tháng đầu năm 2026, Sở Y tế ghi nhận 2.756.838 lượt truy cập");
    assertThat(one.review().sections()).extracting(Review.Section::id).doesNotContain("sites");
    assertThat(one.review().sections().get(0).sheets().get(0).rows())
        .last()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .startsWith("Số truy cập đồng thời cao nhất, 09:00 ngày 22/11/2026", 1_234L);
  }

  @Test
  void todayIsNeverTheLowestDay() {
    specimen.period = Period.parse("2026-11");
    specimen.today = LocalDate.parse("2026-11-22");
    assertThat(paragraphs("course").get(0)).doesNotContain("thấp nhất là ngày 22/11/2026");
  }

  private List<String> paragraphs(String section) {
    return paragraphs(specimen, section);
  }

  private static List<String> paragraphs(Specimen specimen, String section) {
    return specimen.review().sections().stream()
        .filter(part -> part.id().equals(section))
        .findFirst()
        .orElseThrow()
        .paragraphs();
  }
}
