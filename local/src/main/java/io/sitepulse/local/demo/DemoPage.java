package io.sitepulse.local.demo;

import java.util.List;

/**
 * A page of the demo portal.
 *
 * @param path address
 * @param content resource with the page's content
 * @param title title
 * @param look variant of the layout
 * @param line how the portal's embed snippet is placed in the page
 * @param helper resource with the page's own script, empty if there is none
 */
record DemoPage(String path, String content, String title, Look look, Line line, String helper) {
  /** Layout variants in which the pages embed sitepulse. */
  enum Look {
    USUAL,
    DARK,
    ENGLISH,
    /** Styles that break whatever they reach. */
    HOSTILE
  }

  /** The ways the one line can stand in a page. */
  enum Line {
    ASYNC,
    /** No script at all. */
    NONE,
    /** Twice, with {@code defer}, as where template and editor have both pasted it. */
    TWICE,
    /** With subresource integrity. */
    SEALED,
    /** With a nonce, under a policy that trusts nothing else. */
    NONCE
  }

  /** All of them, in the order of the menus. */
  static final List<DemoPage> ALL =
      List.of(
          usual("/", "home", "Trang chủ"),
          usual("/gioi-thieu", "gioi-thieu", "Giới thiệu"),
          usual("/tin-tuc/", "tin-tuc", "Tin tức"),
          usual("/tin-tuc/chuyen-doi-so", "chuyen-doi-so", "Sáu tháng chuyển đổi số"),
          usual("/tin-tuc/vuon-uom", "vuon-uom", "Khai trương vườn ươm doanh nghiệp"),
          usual("/tin-tuc/chi-so-doi-moi", "chi-so-doi-moi", "Chỉ số đổi mới sáng tạo"),
          usual("/thu-tuc", "thu-tuc", "Thủ tục hành chính"),
          usual("/lien-he", "lien-he", "Liên hệ"),
          usual("/vi-du/", "vi-du", "Trang mẫu"),
          usual("/vi-du/bo-dem", "bo-dem", "Bộ đếm"),
          usual("/vi-du/binh-chon", "binh-chon", "Bình chọn"),
          usual("/vi-du/tuy-bien", "tuy-bien", "Tùy biến giao diện"),
          looking("/vi-du/nen-toi", "nen-toi", "Nền tối", Look.DARK),
          looking("/vi-du/english", "english", "English", Look.ENGLISH),
          usual("/vi-du/khung", "khung", "Khung nhúng"),
          pasted("/vi-du/khong-ma", "khong-ma", "Không dùng mã", Line.NONE),
          helped("/vi-du/mot-trang", "mot-trang", "Ứng dụng một trang", "mot-trang.js"),
          looking("/vi-du/css-la", "css-la", "CSS phá phách", Look.HOSTILE),
          pasted("/vi-du/csp", "csp", "CSP nghiêm ngặt", Line.NONCE),
          pasted("/vi-du/toan-ven", "toan-ven", "Kiểm tra toàn vẹn", Line.SEALED),
          pasted("/vi-du/hai-lan", "hai-lan", "Mã chèn hai lần", Line.TWICE),
          helped("/vi-du/rieng-tu", "rieng-tu", "Quyền riêng tư", "rieng-tu.js"),
          helped("/vi-du/javascript", "javascript", "Gọi từ JavaScript", "javascript.js"),
          helped("/vi-du/khach-mo-phong", "khach-mo-phong", "Khách mô phỏng", "crowd.js"));

  /** Paths in the portal's menu. */
  static final List<String> MENU =
      List.of("/", "/gioi-thieu", "/tin-tuc/", "/thu-tuc", "/lien-he", "/vi-du/");

  private static DemoPage usual(String path, String content, String title) {
    return looking(path, content, title, Look.USUAL);
  }

  private static DemoPage looking(String path, String content, String title, Look look) {
    return new DemoPage(path, content, title, look, Line.ASYNC, "");
  }

  private static DemoPage pasted(String path, String content, String title, Line line) {
    return new DemoPage(path, content, title, Look.USUAL, line, "");
  }

  private static DemoPage helped(String path, String content, String title, String helper) {
    return new DemoPage(path, content, title, Look.USUAL, Line.ASYNC, helper);
  }

  boolean isInMenu() {
    return MENU.contains(path);
  }
}
