/** Accounts: sign-in, sessions, API tokens and their administration. */
@NullMarked
package io.sitepulse.dashboard.auth;

import org.jspecify.annotations.NullMarked;
