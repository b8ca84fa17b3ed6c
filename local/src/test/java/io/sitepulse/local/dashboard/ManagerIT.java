package io.sitepulse.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.sitepulse.local.embed.Axe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A manager's work in a real browser, from signing in to the review. Content of a dialog is
 * slotted, so it is looked up in the page.
 */
@ExtendWith(OfficeExtension.class)
class ManagerIT {
  private final Office office;

  ManagerIT(Office office) {
    this.office = office;
  }

  @Test
  void theOverviewHasEverySiteInItsGroup() {
    Page page = office.administrator();
    page.navigate(office.at(""));

    Locator table = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.TABLE);
    assertThat(table).containsText("Khối thi đua các sở, ban, ngành");
    assertThat(table).containsText("Sở Y tế");
    // In the heading, because all sites are samples.
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Dữ liệu mẫu");
    // Taken over by another one, so not by itself.
    assertThat(table).not().containsText("UBND huyện Tân Mẫu (cũ)");
    Axe.findsNothing(page);
  }

  @Test
  void periodComparisonFilterAndDayNarrowWhatIsShown() {
    Page page = office.administrator();
    page.navigate(office.at(""));
    page.getByRole(AriaRole.LINK, named("Sở Y tế")).first().click();
    page.getByRole(AriaRole.HEADING, named("Sở Y tế")).first().waitFor();
    page.navigate(office.at("site/soyte?period=" + Office.lastMonth()));
    page.getByLabel("So với").selectOption("kỳ liền trước");
    assertThat(page).hasURL(Pattern.compile("compare=previous"));
    JsonNode all =
        office.api(page, "reports/summary?scope=site:soyte&period=" + Office.lastMonth());
    Locator visits = page.getByRole(AriaRole.GROUP, named("Lượt truy cập")).first();
    assertThat(visits).containsText(number(all.at("/now/visits").asLong()));

    page.getByRole(AriaRole.BUTTON, named("Google")).click();

    assertThat(page).hasURL(Pattern.compile("source=Google"));
    JsonNode some =
        office.api(
            page,
            "reports/summary?scope=site:soyte&source=google.com&period=" + Office.lastMonth());
    assertThat(some.at("/now/visits").asLong()).isLessThan(all.at("/now/visits").asLong());
    assertThat(visits).containsText(number(some.at("/now/visits").asLong()));
    page.getByRole(AriaRole.BUTTON, named("Xem dạng bảng")).click();
    page.getByRole(AriaRole.MAIN)
        .locator("figure")
        .first()
        .getByRole(AriaRole.ROWHEADER)
        .nth(2)
        .getByRole(AriaRole.BUTTON)
        .click();
    assertThat(page).hasURL(Pattern.compile("day=\\d{4}-\\d{2}-03"));
    // What is on its way is dimmed.
    assertThat(page.locator(".stale")).hasCount(0);
    Axe.findsNothing(page);
  }

  @Test
  void theAddressOfTheServerLeadsToTheDashboard() {
    Page page = office.administrator();
    page.navigate(office.at("/"));
    assertThat(page).hasURL(Pattern.compile("/dashboard/$"));
  }

  @Test
  void aTargetThatIsSetShowsHowMuchOfItIsReached() {
    Page page = office.administrator();
    page.navigate(office.at("targets"));
    page.getByRole(AriaRole.BUTTON, named("Giao chỉ tiêu")).click();
    page.getByLabel("Đơn vị *").selectOption(new SelectOption().setLabel("Thư viện tỉnh"));
    page.getByLabel("Chỉ số").selectOption("Lượt xem trang");
    page.getByLabel("Kế hoạch").fill("1.000");
    page.getByRole(AriaRole.BUTTON, exactly("Lưu")).click();
    Locator toast = page.locator("sp-toast .toast");
    assertThat(toast).containsText("Đã lưu chỉ tiêu.");
    var covered = toast.boundingBox();
    var fields = page.getByRole(AriaRole.MAIN).boundingBox();
    assertThat(covered.x + covered.width).isLessThanOrEqualTo(fields.x);

    Locator row =
        page.getByRole(AriaRole.ROW).filter(having("Thư viện tỉnh")).filter(having("1.000"));
    assertThat(row).containsText(Pattern.compile("đạt \\d+(\\.\\d+)*,\\d% kế hoạch"));
    JsonNode targets = office.api(page, "targets");
    JsonNode target = first(targets, "value", "1000");
    assertThat(row).containsText(number(target.get("actual").asLong()));
  }

  @Test
  void aNoteIsInTheChartAndInTheReview() {
    Page page = office.administrator();
    LocalDate day = Office.lastMonth().atDay(15);
    String typed = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(day);
    page.navigate(office.at("notes?year=" + day.getYear()));
    page.getByRole(AriaRole.BUTTON, named("Thêm ghi chú")).click();
    page.getByLabel("Đơn vị *").selectOption(new SelectOption().setLabel("Thư viện tỉnh"));
    page.locator("#from").fill(typed);
    page.locator("textarea#text").fill("Cúp điện cả ngày");
    Axe.findsNothing(page);
    page.getByRole(AriaRole.BUTTON, exactly("Lưu")).click();
    assertThat(page.locator("sp-toast .toast")).containsText("Đã lưu ghi chú.");
    assertThat(page.getByRole(AriaRole.ROW).filter(having("Cúp điện cả ngày"))).containsText(typed);

    page.navigate(office.at("site/thuvien?period=" + Office.lastMonth()));
    Locator chart = page.locator("sp-site-course");
    assertThat(chart.getByRole(AriaRole.LISTITEM).filter(having("Cúp điện cả ngày")))
        .containsText(typed);
    assertThat(chart.getByRole(AriaRole.IMG))
        .hasAttribute("aria-label", Pattern.compile("Cúp điện cả ngày: "));
    chart.getByRole(AriaRole.BUTTON, inside("Xem dạng bảng")).click();
    assertThat(
            chart
                .getByRole(AriaRole.ROWHEADER)
                .filter(having("Cúp điện cả ngày"))
                .locator("button"))
        .hasCount(1);
    Axe.findsNothing(page);

    // The change log is some seconds behind.
    String review = "review?scope=site:thuvien&compare=none&period=" + Office.lastMonth();
    await()
        .untilAsserted(
            () ->
                assertThat(office.api(page, review).toString())
                    .contains("\"" + day + "\"", "Cúp điện cả ngày – ghi sau kỳ, ngày "));
  }

  @Test
  void aPollThatIsPublishedTakesAVoteInAPage() throws Exception {
    Page page = office.administrator();
    page.navigate(office.at("polls?new=1"));
    page.getByLabel("Trang").selectOption(new SelectOption().setLabel("Thư viện tỉnh"));
    page.getByLabel("Câu hỏi").fill("Thư viện nên mở cửa đến mấy giờ?");
    page.getByLabel("Phương án 1", new Page.GetByLabelOptions().setExact(true)).fill("20 giờ");
    page.getByLabel("Phương án 2", new Page.GetByLabelOptions().setExact(true)).fill("22 giờ");
    page.getByRole(AriaRole.BUTTON, named("Lưu và công bố")).click();
    assertThat(page).hasURL(Pattern.compile("/polls/[a-z0-9-]+$"));
    String poll = page.url().substring(page.url().lastIndexOf('/') + 1);

    Page citizen = office.somebody();
    citizen.navigate(office.at("/embed/poll?poll=" + poll));
    citizen.getByLabel("22 giờ").check();
    citizen.getByRole(AriaRole.BUTTON).first().click();

    assertThat(citizen.locator("body")).containsText("1 người");
    assertThat(first(office.api(page, "polls"), "id", poll).get("participants").asInt())
        .isEqualTo(1);
    // An open result updates without a reload.
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("1 người đã tham gia bình chọn");
  }

  @Test
  void theReviewsPdfAndWorkbookHaveTheFiguresOfTheApi() throws Exception {
    Page page = office.administrator();
    String question = "scope=group:so-nganh&compare=none&period=" + Office.lastMonth();
    long visits = office.api(page, "reports/summary?" + question).at("/now/visits").asLong();
    page.navigate(office.at("review?" + question));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(number(visits));

    byte[] pdf = office.file(page, "review?" + question + "&format=pdf");
    byte[] workbook = office.file(page, "review?" + question + "&format=xlsx");

    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains(number(visits), "Sở Y tế");
    }
    assertThat(numbers(workbook)).contains((double) visits);
  }

  @Test
  void aReviewIsIssuedAndOpensAgainAsItWas() throws Exception {
    Page page = office.administrator();
    String question = "scope=site:thuvien&compare=none&period=" + Office.lastMonth();
    long visits = office.api(page, "reports/summary?" + question).at("/now/visits").asLong();
    page.navigate(office.at("review?" + question));
    Locator main = page.getByRole(AriaRole.MAIN);
    main.getByRole(AriaRole.BUTTON, inside("Ban hành báo cáo")).click();
    Locator dialog = page.locator("sp-dialog[open]");
    assertThat(dialog).containsText("không sửa và không xóa được");
    dialog.locator("button.danger").click();

    page.waitForURL(Pattern.compile(".*/dashboard/issued/[0-9]{4}-[0-9]+"));
    assertThat(main).containsText("Báo cáo số ");
    assertThat(main).containsText("Mã kiểm tra số liệu (SHA-256)");
    assertThat(main).containsText("vẫn được đúng các số liệu này");
    assertThat(main).containsText(number(visits));
    String id = page.url().substring(page.url().lastIndexOf('/') + 1);
    String hash = office.api(page, "issued-reviews/" + id).get("hash").asText();
    byte[] pdf = office.file(page, "issued-reviews/" + id + "?format=pdf");
    byte[] workbook = office.file(page, "issued-reviews/" + id + "?format=xlsx");
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains(number(visits), hash);
    }
    assertThat(numbers(workbook)).contains((double) visits);
    page.navigate(office.at("issued"));
    assertThat(main).containsText(id.substring(5) + "/" + id.substring(0, 4));
  }

  @Test
  void aSiteThatIsMergedCountsForItsSuccessor() {
    Page page = office.administrator();
    String question = "&compare=none&period=" + Office.lastMonth();
    long own = visits(page, "site:baotang", question);
    long other = visits(page, "site:nongdan", question);
    page.navigate(office.at("sites/baotang"));
    page.getByRole(AriaRole.BUTTON, named("Sáp nhập một trang vào đây")).click();
    page.getByLabel("Trang được sáp nhập").selectOption("nongdan");
    page.getByRole(AriaRole.BUTTON, exactly("Sáp nhập")).click();

    // The choices of the form name it too: it is done once it is among the predecessors.
    assertThat(page.getByRole(AriaRole.LINK, exactly("Hội Nông dân tỉnh"))).isVisible();
    assertThat(visits(page, "site:baotang", question)).isEqualTo(own + other);
    page.navigate(office.at("site/nongdan"));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Bảo tàng tỉnh");
  }

  @Test
  void anAccountWithOneSiteSeesOneSite() {
    Page page = office.administrator();
    page.navigate(office.at("accounts?account=new"));
    page.getByLabel("Họ và tên").fill("Trần Văn Một");
    page.getByLabel("Tên đăng nhập").fill("tran.van.mot");
    page.getByRole(AriaRole.BUTTON, exactly("Thêm quyền")).click();
    page.getByLabel("Trang hoặc khối").selectOption("site:sonoivu");
    page.getByRole(AriaRole.BUTTON, exactly("Thêm người")).click();
    Locator link = page.getByText(Pattern.compile("/dashboard/invitation#\\S+"));
    String invitation = link.first().innerText().strip();

    Page guest = office.somebody();
    guest.navigate(invitation);
    assertThat(guest.locator("input[type=password]").first()).isVisible();
    guest
        .locator("input[type=password]")
        .all()
        .forEach(input -> input.fill("mot mat khau cua rieng toi"));
    guest.keyboard().press("Enter");

    Locator main = guest.getByRole(AriaRole.MAIN);
    assertThat(main).containsText("Sở Nội vụ");
    assertThat(main).not().containsText("Sở Y tế");
    assertThat(guest.request().get(office.at("/api/manage/sites/soyte")).status()).isEqualTo(404);
    assertThat(guest.request().get(office.at("/api/manage/accounts")).status()).isEqualTo(403);
  }

  private long visits(Page page, String scope, String question) {
    return office.api(page, "reports/summary?scope=" + scope + question).at("/now/visits").asLong();
  }

  private static JsonNode first(JsonNode entries, String field, String value) {
    for (JsonNode entry : entries) {
      if (entry.path(field).asText().equals(value)) {
        return entry;
      }
    }
    throw new AssertionError("none with " + field + " " + value + " in " + entries);
  }

  private static List<Double> numbers(byte[] workbook) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      var numbers = new ArrayList<Double>();
      for (Sheet sheet : book.getSheets().toList()) {
        sheet.read().stream()
            .flatMap(Row::stream)
            .filter(cell -> cell != null && cell.getType() == CellType.NUMBER)
            .forEach(cell -> numbers.add(cell.asNumber().doubleValue()));
      }
      return numbers;
    }
  }

  /** As Vietnamese writes it. */
  private static String number(long number) {
    var symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return named(name).setExact(true);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
