package io.sitepulse.dashboard;

import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.runtime.http.HttpConfig;
import java.net.URI;

/**
 * Prints the link that makes the first administrator. To the console, not through the log: whoever
 * reads logs is not to become administrator.
 */
final class FirstLink {
  private FirstLink() {}

  static void print(Accounts accounts, HttpConfig http) {
    accounts.setupLink(address(http)).ifPresent(FirstLink::print);
  }

  private static void print(URI link) {
    System.out.println(
        """

        Chưa có tài khoản nào. Mở liên kết này để tạo quản trị viên đầu tiên (dùng một lần, 24 giờ):
        There is no account yet. Open this link to make the first administrator (once, 24 hours):

          %s
        """
            .formatted(link));
  }

  /** Where this machine finds a process. */
  static URI address(HttpConfig http) {
    boolean any = http.host().equals("0.0.0.0") || http.host().equals("::");
    String host = any ? "127.0.0.1" : http.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port() + "/");
  }
}
