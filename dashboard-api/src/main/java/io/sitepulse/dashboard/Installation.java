package io.sitepulse.dashboard;

import io.sitepulse.dashboard.auth.AccountConfig;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.net.URI;

/**
 * An installation, as whoever works on its accounts from outside must know it.
 *
 * @param kafka where its accounts are
 * @param secret what it signs sessions and links with
 * @param address where browsers find its dashboard
 */
public record Installation(KafkaConfig kafka, Secret secret, URI address) {

  /**
   * The one whose dashboard-api has these settings.
   *
   * @throws io.sitepulse.runtime.config.SettingsException naming all faults together
   * @throws io.sitepulse.dashboard.auth.invitation.InvitationException if there is no secret yet:
   *     none is made here
   * @throws IOException if its secret cannot be read
   */
  public static Installation from(Settings settings) throws IOException {
    var http = HttpConfig.from(settings, "dashboard", DashboardMain.DEFAULT_PORT);
    return from(settings, KafkaConfig.from(settings), FirstLink.address(http));
  }

  /**
   * The same of one that is known to run.
   *
   * @param here where it answers, unless a setting says another address
   */
  public static Installation from(Settings settings, KafkaConfig kafka, URI here)
      throws IOException {
    AccountConfig accounts = DashboardConfig.from(settings).accounts();
    settings.check();
    return new Installation(kafka, accounts.existingSecret(), accounts.address().orElse(here));
  }
}
