package io.sitepulse.dashboard;

import io.sitepulse.dashboard.auth.AccountConfig;
import io.sitepulse.dashboard.secret.Secret;
import io.sitepulse.runtime.config.Settings;
import io.sitepulse.runtime.http.HttpConfig;
import io.sitepulse.runtime.kafka.KafkaConfig;
import java.io.IOException;
import java.net.URI;

/**
 * The parts of an installation that an operator's command needs to change its accounts.
 *
 * @param kafka the Kafka cluster with the accounts
 * @param secret secret that signs sessions and links
 * @param address address of the dashboard for browsers
 */
public record Installation(KafkaConfig kafka, Secret secret, URI address) {

  /**
   * Creates the installation from the settings of its dashboard-api.
   *
   * @throws io.sitepulse.runtime.config.SettingsException listing all invalid settings
   * @throws io.sitepulse.dashboard.auth.invitation.InvitationException if there is no secret. This
   *     method does not generate one
   * @throws IOException if the secret cannot be read
   */
  public static Installation from(Settings settings) throws IOException {
    var http = HttpConfig.from(settings, "dashboard", DashboardMain.DEFAULT_PORT);
    return from(settings, KafkaConfig.from(settings), SetupLink.address(http));
  }

  /**
   * Creates the installation from the settings of a running instance.
   *
   * @param defaultAddress address of the dashboard unless a setting has another one
   */
  public static Installation from(Settings settings, KafkaConfig kafka, URI defaultAddress)
      throws IOException {
    AccountConfig accounts = DashboardConfig.from(settings).accounts();
    settings.check();
    return new Installation(
        kafka, accounts.existingSecret(), accounts.address().orElse(defaultAddress));
  }
}
