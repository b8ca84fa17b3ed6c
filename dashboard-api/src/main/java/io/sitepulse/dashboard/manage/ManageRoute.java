package io.sitepulse.dashboard.manage;

import io.vertx.core.http.HttpMethod;

/**
 * A management route.
 *
 * @param method its method
 * @param pattern its address as Vert.x writes it ({@code /api/manage/sites/:site})
 * @param right what it asks of the caller
 */
public record ManageRoute(HttpMethod method, String pattern, RequiredAccess right) {}
