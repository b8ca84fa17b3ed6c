package io.sitepulse.dashboard.auth.session;

import org.jspecify.annotations.Nullable;

/**
 * The client of an attempt to sign in.
 *
 * @param address IP address
 * @param host host name by which the client knows the dashboard
 * @param deviceCookie the device cookie that the browser sent, or null. It is not verified.
 */
public record SignInClient(String address, String host, @Nullable String deviceCookie) {}
