package io.sitepulse.clickhouse;

import io.sitepulse.runtime.config.Settings;

/**
 * Address and credentials of ClickHouse.
 *
 * @param url JDBC URL. The tables are in the database {@code sitepulse}, whichever database the URL
 *     names.
 * @param user user name
 * @param password never logged
 * @param connections largest number of connections of this process
 */
public record ClickHouseConfig(String url, String user, String password, int connections) {
  public static final String DEFAULT_URL = "jdbc:clickhouse://127.0.0.1:8123/default";

  public static final int DEFAULT_CONNECTIONS = 4;

  /** Reads {@code sitepulse.clickhouse.*}. */
  public static ClickHouseConfig from(Settings settings) {
    return new ClickHouseConfig(
        settings.text("sitepulse.clickhouse.url", DEFAULT_URL),
        settings.text("sitepulse.clickhouse.user", "default"),
        settings.text("sitepulse.clickhouse.password", ""),
        settings.integer("sitepulse.clickhouse.connections", DEFAULT_CONNECTIONS, 1, 64));
  }

  @Override
  public String toString() {
    return url + " as " + user;
  }
}
