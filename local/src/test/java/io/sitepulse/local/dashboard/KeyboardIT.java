package io.sitepulse.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.sitepulse.local.embed.Axe;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A manager's work without a mouse. {@link EveryViewIT} checks that every control is reachable. */
@ExtendWith(OfficeExtension.class)
class KeyboardIT {
  /** The button of an open question that does it. */
  private static final String CONFIRM = "sp-dialog[open] button.danger";

  private final Office office;

  KeyboardIT(Office office) {
    this.office = office;
  }

  @Test
  void signsInReadsASiteAndSignsOut() {
    Page page = office.somebody();
    page.navigate(office.at(""));
    var keys = new Keyboard(page);

    keys.to(page.getByLabel("Tên đăng nhập")).write(Office.LOGIN);
    keys.press("Tab").write(Office.PASSWORD).press("Enter");
    keys.to(page.getByLabel("Tìm trang")).write("so y te");
    keys.enter(link(page, "Sở Y tế"));
    assertThat(page.getByRole(AriaRole.HEADING, named("Sở Y tế")).first()).isVisible();
    keys.enter(page.locator("summary")).enter(button(page, "Đăng xuất"));

    assertThat(page).hasURL(Pattern.compile("/sign-in$"));
  }

  @Test
  void setsUpTheSecondFactorAndSignsInWithIt() throws Exception {
    String login = "hai.lop";
    String password = "mot cau dai cua nguoi nay";
    String invitation =
        office
            .post(
                office.administrator(),
                "accounts",
                Map.of("login", login, "name", "Trần Thị Hai Lớp", "administrator", true))
            .path("invitation")
            .asText();
    Page page = office.somebody();
    page.navigate(office.at("invitation#" + invitation));
    var keys = new Keyboard(page);
    keys.to(page.locator("#password")).write(password);
    keys.press("Tab").write(password).press("Enter");
    keys.enter(page.locator("summary")).enter(link(page, "Xác thực hai lớp"));
    keys.to(page.locator("#password")).write(password).press("Enter");
    Locator qr = page.getByRole(AriaRole.IMG, named("Mã QR"));
    assertThat(qr).isVisible();
    Axe.findsNothing(page);
    Phone phone = Phone.scan(qr);
    keys.to(page.locator("#code")).write(phone.code(Duration.ZERO)).press("Enter");
    Locator codes = page.locator(".codes li");
    assertThat(codes).hasCount(10);
    Axe.findsNothing(page);
    String recovery = codes.first().innerText();
    keys.enter(button(page, "Tôi đã cất các mã này"));
    assertThat(page.locator(".state")).containsText("Còn 10 mã dự phòng");
    signOut(page, keys);

    enterPassword(page, keys, login, password);
    Axe.findsNothing(page);
    enterCode(page, keys, "000000", 401);
    Locator wrong = page.getByRole(AriaRole.ALERT);
    assertThat(wrong).containsText("Mã không đúng");
    // The form takes the focus there. A key pressed before would be lost.
    assertThat(wrong).isFocused();
    // The code of the set-up was used by it.
    enterCode(page, keys, phone.code(Duration.ofSeconds(30)), 200);
    assertThat(page.getByRole(AriaRole.HEADING, named("Tổng quan"))).isVisible();
    signOut(page, keys);

    enterPassword(page, keys, login, password);
    enterCode(page, keys, recovery, 200);
    assertThat(page.getByRole(AriaRole.HEADING, named("Tổng quan"))).isVisible();
    page.navigate(office.at("second-factor"));
    assertThat(page.locator(".state")).containsText("Còn 9 mã dự phòng");
  }

  /** The menu stays open while one goes from view to view. */
  private static void signOut(Page page, Keyboard keys) {
    Locator button = page.getByRole(AriaRole.BUTTON, exactly("Đăng xuất"));
    if (!button.isVisible()) {
      keys.enter(page.locator("summary"));
    }
    keys.enter(button);
  }

  private static void enterPassword(Page page, Keyboard keys, String login, String password) {
    keys.to(page.getByLabel("Tên đăng nhập")).write(login);
    keys.press("Tab").write(password).press("Enter");
    assertThat(page.locator("sp-sign-in-code")).isVisible();
  }

  private static void enterCode(Page page, Keyboard keys, String code, int status) {
    Response answer =
        page.waitForResponse(
            "**/session/code",
            () -> {
              keys.to(page.locator("#code")).write(code);
              assertThat(page.locator("#code")).hasValue(code);
              keys.press("Enter");
            });
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @Test
  void narrowsASiteToASourceAndADayAndTakesTheTableAlong() {
    Page page = office.administrator();
    page.navigate(office.at("site/soyte"));
    var keys = new Keyboard(page);

    keys.choose(page.getByLabel("Loại kỳ"), "Quý");
    assertThat(page).hasURL(Pattern.compile("period=\\d{4}-Q\\d"));
    keys.choose(page.getByLabel("Loại kỳ"), "Tháng");
    keys.enter(button(page, "Kỳ trước"));
    keys.choose(page.getByLabel("So với"), "kỳ liền trước");
    assertThat(page).hasURL(Pattern.compile("compare=previous"));
    keys.enter(button(page, "Google"));
    assertThat(page).hasURL(Pattern.compile("source=Google"));
    keys.enter(page.getByRole(AriaRole.GROUP, named("Đang lọc")).getByRole(AriaRole.BUTTON));
    assertThat(page).not().hasURL(Pattern.compile("source="));
    keys.enter(button(page, "Xem dạng bảng"));
    keys.enter(page.locator("sp-chart [part=table] tbody button").nth(2));
    assertThat(page).hasURL(Pattern.compile("day=\\d{4}-\\d{2}-03"));
    keys.to(page.locator("sp-heat-map td[tabindex='0']")).press("ArrowRight").press("ArrowDown");
    assertThat(page.locator("sp-heat-map .said")).containsText("9–10");

    var file =
        page.waitForDownload(
            () ->
                keys.enter(
                    page.getByRole(AriaRole.GROUP, named("Tải xuống: Diễn biến"))
                        .getByRole(AriaRole.LINK, namedIn("CSV"))));
    assertThat(file.suggestedFilename()).endsWith(".csv");
  }

  @Test
  void setsATargetMakesAPollAndLeavesWithTheReview() {
    Page page = office.administrator();
    page.navigate(office.at("targets"));
    var keys = new Keyboard(page);

    keys.enter(button(page, "Giao chỉ tiêu"));
    assertThat(page.getByLabel("Đơn vị *")).isFocused();
    keys.choose(page.getByLabel("Đơn vị *"), "Trường THPT chuyên");
    keys.choose(page.getByLabel("Chỉ số"), "Lượt xem trang");
    keys.to(page.getByLabel("Kế hoạch *")).write("4321");
    keys.enter(page.getByRole(AriaRole.BUTTON, exactly("Lưu")));
    assertThat(page.getByRole(AriaRole.ROW).filter(having("4.321"))).isVisible();

    keys.enter(link(page, "Bình chọn")).enter(link(page, "Tạo bình chọn"));
    keys.choose(page.getByLabel("Trang *"), "Trường THPT chuyên");
    keys.to(page.getByLabel("Câu hỏi *")).write("Trường nên mở thêm lớp nào?");
    keys.to(page.getByLabel("Phương án 1")).write("Tin học");
    keys.to(page.getByLabel("Phương án 2")).write("Ngoại ngữ");
    keys.enter(button(page, "Lưu và công bố"));
    assertThat(page.getByRole(AriaRole.HEADING, named("Trường nên mở thêm lớp nào?"))).isVisible();
    keys.enter(button(page, "Đóng bình chọn"));
    keys.enter(page.locator(CONFIRM));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Đã đóng");

    keys.enter(link(page, "Báo cáo"));
    keys.choose(page.getByLabel("Đơn vị"), "Sở Y tế");
    keys.choose(page.getByLabel("Loại kỳ"), "Tháng");
    assertThat(page).hasURL(Pattern.compile("scope=site(:|%3A)soyte"));
    var file = page.waitForDownload(() -> keys.enter(link(page, "Tải PDF")));
    assertThat(file.suggestedFilename()).endsWith(".pdf");
  }

  @Test
  void mergesASiteAndTakesItBack() {
    Page page = office.administrator();
    page.navigate(office.at("sites"));
    var keys = new Keyboard(page);

    keys.to(page.getByLabel("Tìm trong bảng")).write("lao động");
    keys.enter(link(page, "Liên đoàn Lao động tỉnh"));
    keys.enter(button(page, "Sáp nhập một trang vào đây"));
    keys.choose(page.getByLabel("Trang được sáp nhập *"), "Tỉnh Đoàn (tinhdoan)");
    keys.enter(page.getByRole(AriaRole.BUTTON, exactly("Sáp nhập")));
    assertThat(link(page, "Tỉnh Đoàn").first()).isVisible();
    keys.enter(button(page, "Bỏ sáp nhập"));
    keys.enter(page.locator(CONFIRM));

    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Trang này chưa nhận sáp nhập");
  }

  @Test
  void invitesAUserAndCreatesAnApiKey() {
    Page page = office.administrator();
    page.navigate(office.at("accounts"));
    var keys = new Keyboard(page);

    keys.enter(button(page, "Thêm người").or(link(page, "Thêm người")));
    keys.to(page.getByLabel("Họ và tên *")).write("Lê Thị Phím");
    keys.to(page.getByLabel("Tên đăng nhập *")).write("le.thi.phim");
    keys.enter(page.getByRole(AriaRole.BUTTON, exactly("Thêm quyền")));
    keys.choose(page.getByLabel("Trang hoặc khối"), "Thư viện tỉnh");
    keys.enter(page.locator("sp-account-form button.primary"));
    assertThat(page.getByText(Pattern.compile("/dashboard/invitation#\\S+")).first()).isVisible();
    keys.press("Escape");
    assertThat(page.getByRole(AriaRole.ROW).filter(having("Lê Thị Phím"))).isVisible();

    keys.enter(page.locator("summary")).enter(link(page, "Khóa API"));
    keys.enter(button(page, "Tạo khóa"));
    keys.to(page.getByLabel("Dùng cho việc gì *")).write("Bảng tin");
    keys.press("Enter");
    assertThat(page.getByText("Chép khóa này ngay bây giờ")).isVisible();
    keys.press("Escape");
    keys.enter(button(page, "Thu hồi khóa Bảng tin"));
    keys.enter(page.locator(CONFIRM));

    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Bạn chưa có khóa nào.");
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, exactly(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.BUTTON, namedIn(name))
        .or(page.getByRole(AriaRole.BUTTON, exactly(name)));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return named(name).setExact(true);
  }

  private static Locator.GetByRoleOptions namedIn(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
