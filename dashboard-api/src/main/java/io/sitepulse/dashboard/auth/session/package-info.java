/** Login sessions, API tokens, CSRF protection and login rate limits. */
@NullMarked
package io.sitepulse.dashboard.auth.session;

import org.jspecify.annotations.NullMarked;
