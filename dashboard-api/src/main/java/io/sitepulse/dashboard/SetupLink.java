package io.sitepulse.dashboard;

import io.sitepulse.dashboard.auth.Accounts;
import io.sitepulse.runtime.http.HttpConfig;
import java.net.URI;

/**
 * Prints the link that creates the first administrator. It goes to the console and not to the log,
 * because readers of the log must not be able to become administrators.
 */
final class SetupLink {
  private SetupLink() {}

  /** Prints the link if there is no account. */
  static void print(Accounts accounts, HttpConfig http) {
    accounts.setupLink(address(http)).ifPresent(SetupLink::print);
  }

  private static void print(URI link) {
    System.out.println(
        """

        Chưa có tài khoản nào. Mở liên kết này để tạo quản trị viên đầu tiên (dùng một lần, 24 giờ):
        There is no account yet. Open this link to create the first administrator (once, 24 hours):

          %s
        """
            .formatted(link));
  }

  /** The address of a process as this machine reaches it. */
  static URI address(HttpConfig http) {
    boolean any = http.host().equals("0.0.0.0") || http.host().equals("::");
    String host = any ? "127.0.0.1" : http.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port() + "/");
  }
}
