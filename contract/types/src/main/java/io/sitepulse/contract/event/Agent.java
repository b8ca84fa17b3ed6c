package io.sitepulse.contract.event;

import io.sitepulse.contract.validation.Require;
import org.jspecify.annotations.Nullable;

/**
 * The stored properties of a user agent.
 *
 * @param device class of device, e.g. {@code Desktop}, {@code Phone}, {@code Tablet}
 * @param browser name without version, e.g. {@code Chrome}
 * @param system operating system without version, e.g. {@code Android}
 * @param bot name of the bot, or null for a visitor
 */
public record Agent(String device, String browser, String system, @Nullable String bot) {
  private static final int LIMIT = 64;

  /** The result for an unknown user agent. */
  public static final Agent UNKNOWN = new Agent("Unknown", "Unknown", "Unknown", null);

  public Agent {
    Require.text(device, LIMIT, "device");
    Require.text(browser, LIMIT, "browser");
    Require.text(system, LIMIT, "system");
    Require.atMost(bot, LIMIT, "bot");
  }
}
