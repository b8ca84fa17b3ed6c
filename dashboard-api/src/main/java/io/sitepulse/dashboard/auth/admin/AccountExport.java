package io.sitepulse.dashboard.auth.admin;

import io.sitepulse.contract.account.Account;
import io.sitepulse.contract.account.Grant;
import io.sitepulse.contract.account.Role;
import io.sitepulse.contract.site.Site;
import io.sitepulse.dashboard.export.ColumnKind;
import io.sitepulse.dashboard.export.Export;
import io.sitepulse.dashboard.export.ExportColumns;
import io.sitepulse.dashboard.export.ExportTable;
import io.sitepulse.dashboard.http.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exports accounts and API tokens as tables, without secrets. */
final class AccountExport {
  private AccountExport() {}

  static Export accounts(List<AccountResponse> accounts, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var response : accounts) {
      Account account = response.account();
      rows.add(
          ExportTable.row(
              account.login(),
              account.name(),
              account.administrator()
                  ? language.of("Quản trị viên", "Administrator")
                  : grants(account.grants(), language),
              state(response, language),
              response.secondFactor() ? language.of("có", "yes") : language.of("không", "no"),
              (long) account.tokens().size(),
              time(account.created())));
    }
    var columns = new ExportColumns(language);
    var heads =
        List.of(
            columns.text("login", "Tên đăng nhập", "Login"),
            columns.text("name", "Họ và tên", "Name"),
            columns.text("rights", "Quyền", "Rights"),
            columns.text("state", "Trạng thái", "State"),
            columns.text("secondFactor", "Xác thực hai lớp", "Second factor"),
            columns.count("tokens", "Số khóa API", "API tokens"),
            columns.time("created", "Ngày tạo", "Created"));
    return Export.of(language, "accounts", language.of("Tài khoản", "Accounts"), heads, rows);
  }

  static Export tokens(List<TokenResponse> tokens, Language language) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var token : tokens) {
      rows.add(
          ExportTable.row(
              token.name(),
              role(token.role(), language),
              time(token.created()),
              token.expires() == null ? null : time(token.expires()),
              token.lastUsed()));
    }
    var columns = new ExportColumns(language);
    var heads =
        List.of(
            columns.text("name", "Dùng cho việc gì", "What it is for"),
            columns.text("role", "Quyền", "Role"),
            columns.time("created", "Ngày tạo", "Created"),
            columns.time("expires", "Hết hạn", "Expires"),
            columns.of("lastUsed", ColumnKind.DAY, "Dùng lần cuối", "Last used"));
    return Export.of(language, "tokens", language.of("Khóa API", "API tokens"), heads, rows);
  }

  private static String grants(List<Grant> grants, Language language) {
    return grants.stream()
        .map(grant -> grant.scope() + ": " + role(grant.role(), language))
        .collect(Collectors.joining("; "));
  }

  private static String role(Role role, Language language) {
    return role == Role.EDITOR
        ? language.of("xem và sửa", "view and edit")
        : language.of("xem", "view");
  }

  private static String state(AccountResponse response, Language language) {
    if (response.account().disabled()) {
      return language.of("Bị khóa", "Disabled");
    }
    return response.hasPassword() || response.oidc()
        ? language.of("Đang dùng", "Active")
        : language.of("Chờ nhận", "Invited");
  }

  private static LocalDateTime time(Instant instant) {
    return LocalDateTime.ofInstant(instant, Site.DEFAULT_ZONE);
  }
}
