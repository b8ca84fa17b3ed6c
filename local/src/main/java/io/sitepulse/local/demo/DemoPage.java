package io.sitepulse.local.demo;

import java.util.List;

/**
 * A page of the demo portal.
 *
 * @param path its address
 * @param content resource with its content
 * @param title its title
 * @param look how it differs from the usual
 */
record DemoPage(String path, String content, String title, Look look) {
  /** What the pages show sitepulse in. */
  enum Look {
    USUAL,
    DARK,
    ENGLISH,
    /** No script at all. */
    BARE,
    /** With the script that moves the crowd. */
    CROWD
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
          new DemoPage("/vi-du/nen-toi", "nen-toi", "Nền tối", Look.DARK),
          new DemoPage("/vi-du/english", "english", "English", Look.ENGLISH),
          usual("/vi-du/khung", "khung", "Khung nhúng"),
          new DemoPage("/vi-du/khong-ma", "khong-ma", "Không dùng mã", Look.BARE),
          new DemoPage("/vi-du/khach-mo-phong", "khach-mo-phong", "Khách mô phỏng", Look.CROWD));

  /** Paths in the portal's menu. */
  static final List<String> MENU =
      List.of("/", "/gioi-thieu", "/tin-tuc/", "/thu-tuc", "/lien-he", "/vi-du/");

  private static DemoPage usual(String path, String content, String title) {
    return new DemoPage(path, content, title, Look.USUAL);
  }

  boolean isInMenu() {
    return MENU.contains(path);
  }
}
